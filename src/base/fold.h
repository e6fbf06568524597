/* Folds text for searching: removes case and accents.
 *
 * Folding is NFKD without accents, full case folding, and a table for what does
 * not decompose: letters (đ ø ł ß æ œ þ ħ ı), curly quotes and dashes.
 * Invisible characters (soft hyphens, joiners) are removed. Marks that are
 * letters of their script are kept (Hindi, Thai, kana); Hangul and kana stay
 * composed. */
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

/* Appends the folded form of text to out. Malformed bytes fold to U+FFFD. */
void fold_text(const char *text, size_t n_bytes, unsigned fold,
               struct buf *out);

/* Returns the folded form of a C string, which the caller frees. */
char *fold_string(const char *text, unsigned fold);

/* Maps folded text to its source, as a list of ascending segments. */
struct fold_map {
    struct fold_segment *segments;
    size_t n;
    size_t capacity;
};

/* Like fold_text, for an empty out and texts below 4 GiB; also fills in map,
 * which is freed with fold_map_finish. */
void fold_text_mapped(const char *text, size_t n_bytes, unsigned fold,
                      struct buf *out, struct fold_map *map);
void fold_map_finish(struct fold_map *map);

/* Map the start and the end of a range of folded text back to offsets in the
 * text. The result covers whole code points, including accents and white space
 * that were folded away after the last one. */
uint32_t fold_map_start(const struct fold_map *map, uint32_t folded_start);
uint32_t fold_map_end(const struct fold_map *map, uint32_t folded_end);

/* Tells whether a text has an upper-case letter, for smart case as in vim. */
bool fold_has_upper(const char *text, size_t n_bytes);

/* Compares two strings for sorting, by their folded forms and then byte by
 * byte. Returns a result like that of strcmp. */
int fold_compare(const char *a, const char *b);

#endif
