/* Words for numbers, negations and units, by language. */
#ifndef MEDFAQ_ARTICLE_TOKEN_WORDS_H
#define MEDFAQ_ARTICLE_TOKEN_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/lang.h"

enum token_flag {
    TOKEN_NUMBER = 1 << 0,   /* "5", "1,000", "twice", "%", "<" */
    TOKEN_NEGATION = 1 << 1, /* "not", "never", "don't" */
    TOKEN_UNIT = 1 << 2,     /* "mg"; with a number it is a dose */
};

/* Returns the enum token_flag of a word in lower case. Negations and numbers
 * depend on the language, units do not. */
uint32_t token_word_flags(const char *word, enum lang lang);

/* Return whether a word is added or dropped with a negation: "does", "any". */
bool token_word_is_filler(const char *word);
bool token_word_is_filler_n(const char *word, size_t n_bytes);

#endif
