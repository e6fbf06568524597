/* A heading as the words that phrases are matched against: case-folded, without
 * a leading number, with contractions expanded and each Han character as a
 * word. */
#ifndef MEDFAQ_KIND_HEADING_WORDS_H
#define MEDFAQ_KIND_HEADING_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#define HEADING_WORDS_MAX 48  /* further words are ignored */
#define HEADING_START_BYTES 3 /* a Han character has three */

/* The placeholder for the article's title. Folded text has no capitals. */
#define HEADING_TOPIC "X"

struct heading_word {
    const char *text; /* not NUL-terminated */
    size_t n_bytes;
};

struct heading_words {
    struct heading_word items[HEADING_WORDS_MAX];
    size_t n;
    /* The heading_word_start of all words, including those dropped or masked
       later, for each length up to HEADING_START_BYTES. */
    uint32_t starts[HEADING_WORDS_MAX * HEADING_START_BYTES];
    size_t n_starts;
    uint64_t bits;     /* the heading_word_bit of all those words */
    struct buf folded; /* most items point into it */
};

/* Returns the first bytes of a word, at most HEADING_START_BYTES, as a
 * number. */
static inline uint32_t heading_word_start(const char *text, size_t n_bytes)
{
    uint32_t start = 0;
    for (size_t i = 0; i < n_bytes && i < HEADING_START_BYTES; i++)
        start = start << 8 | (unsigned char)text[i];
    return start;
}

/* Returns one of 64 bits for the start of a word: the words that a phrase needs
 * and those of a heading are compared as bit sets before they are matched. */
static inline uint64_t heading_word_bit(uint32_t start)
{
    return UINT64_C(1) << (start * UINT32_C(2654435761) >> 26);
}

/* Splits a text into words. Free them with heading_words_finish. */
void heading_words_init(struct heading_words *words, const char *text,
                        size_t n_bytes);
void heading_words_finish(struct heading_words *words);

/* Replaces each occurrence of a name by HEADING_TOPIC. Plurals match singulars.
 * An empty name replaces nothing. */
void heading_words_mask(struct heading_words *words,
                        const struct heading_words *name);

/* Replaces a noun of a list by HEADING_TOPIC where it refers to the topic:
 * after a determiner ("this medicine") or after HEADING_TOPIC. Lists are
 * separated by spaces. */
void heading_words_mask_nouns(struct heading_words *words, const char *nouns,
                              const char *determiners);

/* Removes the words in a list separated by spaces. */
void heading_words_drop(struct heading_words *words, const char *list);

bool heading_word_is(const struct heading_word *word, const char *text);

/* Tells whether two words are the same, ignoring a plural's "s" or "es". */
bool heading_word_same(const struct heading_word *a,
                       const struct heading_word *b);

#endif
