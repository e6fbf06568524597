/* Words that say how many, that negate, and that measure, by language. */
#ifndef MEDFAQ_STATE_TOKEN_WORDS_H
#define MEDFAQ_STATE_TOKEN_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/lang.h"

/* The enum token_flag of a word in lower case; negations and numbers count in
 * their language, units everywhere. */
uint32_t token_word_flags(const char *word, enum lang lang);

/* Words that come and go with a negation: "does", "any". */
bool token_word_is_filler(const char *word);
bool token_word_is_filler_n(const char *word, size_t n_bytes);

#endif
