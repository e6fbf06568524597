/* Finds words that are similar to a misspelled one. */
#ifndef MEDFAQ_INDEX_SIMILAR_H
#define MEDFAQ_INDEX_SIMILAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/strs.h"
#include "data/db.h"

/* Appends the trigrams of a word, by which words are compared, with those at
 * its start and end marked. Each is followed by the separator. */
void similar_add_parts(const char *word, size_t n_bytes, const char *separator,
                       struct buf *out);

struct similar {
    char word[65];
    unsigned distance;
    int64_t n; /* names that have it; 0: only headings or texts have it */
    int64_t articles; /* articles whose text has it */
    bool medicine;    /* most of these names are names of medicines */
};

/* Finds words within an edit distance of a folded word, among those of names,
 * of headings and of the texts of several articles. The nearest come first,
 * then the more frequent. Returns how many there are, at most n_max. */
size_t similar_find(struct db *db, const char *word, unsigned distance,
                    struct similar *out, size_t n_max);

/* Appends up to n_max words that contain three or more given letters in a
 * row. */
void similar_find_within(struct db *db, const char *letters, size_t n_max,
                         struct strs *out);

#endif
