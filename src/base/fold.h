/* Text as one searches for it: without case, without accents.
 *
 * Folding is Unicode's: NFKD, marks removed, full case folding, and the
 * letters that have no decomposition mapped by a table (đ ø ł ß æ œ þ ħ ı).
 * Chinese, Japanese, Korean and others stay as they are (Hangul composed). */
#ifndef MEDFAQ_BASE_FOLD_H
#define MEDFAQ_BASE_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

enum fold {
    FOLD_ACCENTS = 1 << 0,
    FOLD_CASE = 1 << 1,
    FOLD_ALL = FOLD_ACCENTS | FOLD_CASE,
};

/* Appends the folded text to out. Never fails: malformed bytes fold to
 * U+FFFD. ASCII takes a quick path of about a byte a cycle. */
void fold_text(const char *text, size_t n_bytes, unsigned fold,
               struct buf *out);

/* The same for one C string, as a new string; the caller frees. */
char *fold_string(const char *text, unsigned fold);

/* Like fold_text, and map[i] is the offset in text of the code point that
 * byte i of the folded text comes from; map has one more element for the
 * end. *map is allocated; the caller frees. */
void fold_text_mapped(const char *text, size_t n_bytes, unsigned fold,
                      struct buf *out, uint32_t **map);

/* Smart case, as in vim: does the text hold an upper-case letter? */
bool fold_has_upper(const char *text, size_t n_bytes);

/* Compares as a reader sorts: folded, then by the bytes. <0, 0, >0. */
int fold_compare(const char *a, const char *b);

#endif
