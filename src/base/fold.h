/* Folding for search: ignoring case and accents.
 *
 * NFKD without accents, full case folding, and a table for what does not
 * decompose: letters (đ ø ł ß æ œ þ ħ ı), curly quotes and dashes. Invisible
 * characters (soft hyphens, joiners) are removed. Marks that are letters of
 * their script are kept (Hindi, Thai, kana); Hangul and kana stay composed. */
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

/* Appends the folded text to out; malformed bytes fold to U+FFFD. */
void fold_text(const char *text, size_t n_bytes, unsigned fold,
               struct buf *out);

/* The same for a C string, as a new string; the caller frees. */
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

/* Map the start and the end of a range of folded text back to offsets in the
 * text: of whole code points, including accents and white space that were
 * folded away after the last one. */
uint32_t fold_map_start(const struct fold_map *map, uint32_t folded_start);
uint32_t fold_map_end(const struct fold_map *map, uint32_t folded_end);

/* Whether there is an upper-case letter in the text, for smart case as in vim.
 */
bool fold_has_upper(const char *text, size_t n_bytes);

/* Compares for sorting: folded first, then byte by byte. Like strcmp. */
int fold_compare(const char *a, const char *b);

#endif
