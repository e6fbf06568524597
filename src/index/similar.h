/* Words similar to a misspelt one. */
#ifndef MEDFAQ_INDEX_SIMILAR_H
#define MEDFAQ_INDEX_SIMILAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/strs.h"
#include "data/db.h"

/* Appends the parts by which words are compared, every three letters in a
 * row, first and last ones marked, with separator between. */
void similar_add_parts(const char *word, size_t n_bytes, const char *separator,
                       struct buf *out);

struct similar {
    char word[65];
    unsigned distance;
    int64_t n;        /* names that have it; 0: only headings or texts do */
    int64_t articles; /* with texts that have it */
    bool medicine;    /* stands mostly in names of medicines */
};

/* Words of names, headings and of the texts of some articles within distance of
 * a folded word, nearest first, then the more frequent; returns how many, at
 * most n_max. */
size_t similar_find(struct db *db, const char *word, unsigned distance,
                    struct similar *out, size_t n_max);

/* Appends up to n_max words of names and headings that have three or more
 * letters in a row somewhere within, or as their beginning or end. */
void similar_find_within(struct db *db, const char *letters, size_t n_max,
                         struct strs *out);

#endif
