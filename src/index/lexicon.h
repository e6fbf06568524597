/* Lexicons: words that are counted while articles are read, until they are
 * written to the index. */
#ifndef MEDFAQ_INDEX_LEXICON_H
#define MEDFAQ_INDEX_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"

struct lexeme {
    const char *text;
    size_t n_bytes;
    uint32_t n;         /* sections, articles or names that have it */
    uint32_t medicines; /* of these, names of medicines */
    int64_t last;       /* the place where it was counted last */
    struct lexeme *stem;
};

/* A zeroed lexicon is empty. Its arena owns the lexemes. */
struct lexicon {
    struct arena arena;
    struct map words;
};

void lexicon_finish(struct lexicon *lexicon);

/* Returns the lexeme of a word. In a new one, all but the text is zero. */
struct lexeme *lexicon_get(struct lexicon *lexicon, const char *text,
                           size_t n_bytes);

/* Counts a word, but only once for each place, such as a section or an
 * article. */
void lexeme_count(struct lexeme *lexeme, int64_t place);

/* Adds the words of other with their counts, and empties it. Does not keep
 * their stems. */
void lexicon_move(struct lexicon *lexicon, struct lexicon *other);

/* Returns all lexemes, sorted by text and ended by NULL. The caller frees the
 * list. */
struct lexeme **lexicon_sorted(const struct lexicon *lexicon);

#endif
