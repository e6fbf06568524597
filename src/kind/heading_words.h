/* A heading as the words that phrases are compared with: folded, without a
 * number before them, contractions written out, each Han character a word. */
#ifndef MEDFAQ_KIND_HEADING_WORDS_H
#define MEDFAQ_KIND_HEADING_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#define HEADING_WORDS_MAX 48  /* the rest of a heading is not looked at */
#define HEADING_START_BYTES 3 /* no more: a Han character has three */

/* What stands for the article's title. Folded text has no capitals. */
#define HEADING_TOPIC "X"

struct heading_word {
    const char *text; /* not ended by NUL */
    size_t n_bytes;
};

struct heading_words {
    struct heading_word items[HEADING_WORDS_MAX];
    size_t n;
    /* heading_word_start of all words, also of those dropped or masked later,
     * for each length up to HEADING_START_BYTES. */
    uint32_t starts[HEADING_WORDS_MAX * HEADING_START_BYTES];
    size_t n_starts;
    struct buf folded; /* what most items point into */
};

/* The first bytes of a word, at most HEADING_START_BYTES, as one number. */
static inline uint32_t heading_word_start(const char *text, size_t n_bytes)
{
    uint32_t start = 0;
    for (size_t i = 0; i < n_bytes && i < HEADING_START_BYTES; i++)
        start = start << 8 | (unsigned char)text[i];
    return start;
}

/* Splits a text; heading_words_finish frees. */
void heading_words_init(struct heading_words *words, const char *text,
                        size_t n_bytes);
void heading_words_finish(struct heading_words *words);

/* Replaces each occurrence of a name by HEADING_TOPIC; plurals count as the
 * same. An empty name replaces nothing. */
void heading_words_mask(struct heading_words *words,
                        const struct heading_words *name);

/* Replaces a noun of a list by HEADING_TOPIC where it stands for the topic:
 * after one of determiners ("this medicine") or after HEADING_TOPIC. */
void heading_words_mask_nouns(struct heading_words *words, const char *nouns,
                              const char *determiners);

/* Takes out the words of a list separated by spaces. */
void heading_words_drop(struct heading_words *words, const char *list);

bool heading_word_is(const struct heading_word *word, const char *text);

/* Are they the same word, a plural's "s" or "es" aside? */
bool heading_word_same(const struct heading_word *a,
                       const struct heading_word *b);

#endif
