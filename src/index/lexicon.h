/* Words counted while articles are read, until they go into the index. */
#ifndef MEDFAQ_INDEX_LEXICON_H
#define MEDFAQ_INDEX_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"

struct lexeme {
    const char *text;
    size_t n_bytes;
    uint32_t n;         /* sections or names that have it */
    uint32_t medicines; /* of these, names of medicines */
    int64_t last;       /* where it was counted last */
    struct lexeme *stem;
};

/* A zeroed lexicon is an empty one; its arena owns the lexemes. */
struct lexicon {
    struct arena arena;
    struct map words;
};

void lexicon_finish(struct lexicon *lexicon);

/* The lexeme of a word; a new one is all zero but for its text. */
struct lexeme *lexicon_get(struct lexicon *lexicon, const char *text,
                           size_t n_bytes);

/* Counts a word once for each place. */
void lexeme_count(struct lexeme *lexeme, int64_t place);

/* Adds the words of other with their counts, and leaves it empty. Stems are
 * valid no longer than they were. */
void lexicon_move(struct lexicon *lexicon, struct lexicon *other);

/* All lexemes by text, NULL at the end; the caller frees the list. */
struct lexeme **lexicon_sorted(const struct lexicon *lexicon);

#endif
