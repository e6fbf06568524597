/* A heading as the words that rules look at: folded, numbered prefixes gone,
 * contractions written out, one Han character a word. */
#ifndef MEDFAQ_ARTICLE_WORDS_H
#define MEDFAQ_ARTICLE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#define WORDS_MAX 48        /* of a heading; what follows is not looked at */
#define WORDS_START_BYTES 3 /* no more: a Han character is a word of three */

/* What stands for the article's title. Folded text has no capitals. */
#define WORD_TOPIC "X"

struct word {
    const char *text; /* not ended by NUL */
    size_t n_bytes;
};

struct words {
    struct word items[WORDS_MAX];
    size_t n;
    /* How words begin; those that are dropped or masked later, too. */
    uint32_t starts[WORDS_MAX * WORDS_START_BYTES];
    size_t n_starts;
    struct buf folded; /* what most items point into */
};

/* Splits a text; words_finish frees. */
void words_init(struct words *words, const char *text, size_t n_bytes);
void words_finish(struct words *words);

/* Replaces each occurrence of a name by WORD_TOPIC; plurals count as the
 * same. An empty name replaces nothing. */
void words_mask(struct words *words, const struct words *name);

/* Replaces a noun of a list by WORD_TOPIC where it stands for the topic: after
 * one of determiners ("this medicine") or after WORD_TOPIC. */
void words_mask_nouns(struct words *words, const char *nouns,
                      const char *determiners);

/* Takes out the words of a list separated by spaces. */
void words_drop(struct words *words, const char *list);

/* The first bytes, at most WORDS_START_BYTES, as one number. */
uint32_t words_start(const char *text, size_t n_bytes);

bool word_is(const struct word *word, const char *text);

/* The same but for a plural's "s" or "es". */
bool word_same(const struct word *a, const struct word *b);

/* Han text is written without spaces: each character is a word. */
bool words_is_han(unsigned code_point);

#endif
