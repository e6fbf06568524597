/* Words counted while articles are read, until they go into the index. */
#ifndef MEDFAQ_INDEX_LEXICON_H
#define MEDFAQ_INDEX_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct lexeme {
    const char *text; /* NULL: a free row of the table */
    uint32_t n_bytes;
    uint32_t hash;
    uint32_t n;         /* sections or names that have it */
    uint32_t medicines; /* of these, names of medicines */
    int64_t last;       /* where it was counted last */
    struct lexeme *stem;
};

/* A hash table; its rows move when it grows, so that what is kept is their
 * lexemes, which the arena owns. */
struct lexicon {
    struct arena arena;
    struct lexeme **rows;
    size_t n, capacity;
};

void lexicon_init(struct lexicon *lexicon);
void lexicon_finish(struct lexicon *lexicon);

/* The lexeme of a word; a new one is all zero but for its text. */
struct lexeme *lexicon_get(struct lexicon *lexicon, const char *text,
                           size_t n_bytes);

/* Counts a word once for each place. */
void lexeme_count(struct lexeme *lexeme, int64_t place);

/* Puts the lexemes in order, without the free rows, at the start of rows;
 * nothing may be looked up after that. */
void lexicon_sort(struct lexicon *lexicon);

#endif
