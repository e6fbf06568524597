/* Splits text into tokens, which anchors and revisions compare.
 *
 * Case, punctuation, white space, the form of quotation marks and dashes,
 * citations and thousands separators make no difference; numbers, signs and
 * every letter do. */
#ifndef MEDFAQ_STATE_TOKEN_H
#define MEDFAQ_STATE_TOKEN_H

#include <stddef.h>
#include <stdint.h>

#include "article/token_words.h"
#include "base/lang.h"

struct token {
    uint32_t start, end; /* byte offsets in the text */
    uint32_t flags;      /* enum token_flag, or'ed */
    /* hash without negations: equal for "safe", "not safe" and "unsafe"; 0:
     * only a negation */
    uint32_t core;
    uint64_t hash;
};

/* A zeroed struct is an empty list. */
struct tokens {
    struct token *items;
    size_t n, capacity;
};

/* Adds the tokens of a text in a language. Free with tokens_finish(). */
void tokens_add(struct tokens *tokens, const char *text, size_t n_bytes,
                enum lang lang);
void tokens_finish(struct tokens *tokens);

#endif
