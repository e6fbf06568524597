/* Text as one searches for it: without case, without accents.
 *
 * Folding is Unicode's: NFKD, accents removed, full case folding, and what has
 * no decomposition mapped by a table: letters (đ ø ł ß æ œ þ ħ ı), curly
 * quotes and dashes. Invisible characters (soft hyphens, joiners) go. Marks
 * that are letters stay (Hindi, Thai, kana); Hangul and kana stay composed. */
#ifndef MEDFAQ_BASE_FOLD_H
#define MEDFAQ_BASE_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

enum fold {
    FOLD_ACCENTS = 1 << 0,
    FOLD_CASE = 1 << 1,
    FOLD_SPACES = 1 << 2, /* a run of white space becomes one space */
    FOLD_ALL = FOLD_ACCENTS | FOLD_CASE,
};

/* Appends the folded text to out. Never fails: malformed bytes fold to
 * U+FFFD. */
void fold_text(const char *text, size_t n_bytes, unsigned fold,
               struct buf *out);

/* The same for one C string, as a new string; the caller frees. */
char *fold_string(const char *text, unsigned fold);

/* Where folded text comes from: stretches in the order of both. */
struct fold_map {
    struct fold_stretch *stretches;
    size_t n;
    size_t capacity;
};

/* Like fold_text into an empty out, for texts below 4 GiB; fills in map, which
 * fold_map_finish empties. */
void fold_text_mapped(const char *text, size_t n_bytes, unsigned fold,
                      struct buf *out, struct fold_map *map);
void fold_map_finish(struct fold_map *map);

/* The range of text that a range of folded text comes from, as offsets: whole
 * code points, with the accents and the white space that were folded away
 * behind the last one. */
uint32_t fold_map_start(const struct fold_map *map, uint32_t folded_start);
uint32_t fold_map_end(const struct fold_map *map, uint32_t folded_end);

/* Smart case, as in vim: does the text hold an upper-case letter? */
bool fold_has_upper(const char *text, size_t n_bytes);

/* Compares as a reader sorts: folded, then by the bytes. <0, 0, >0. */
int fold_compare(const char *a, const char *b);

#endif
