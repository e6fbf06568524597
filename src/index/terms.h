/* Text as the words that are searched: folded, split, stemmed.
 *
 * Scripts without spaces (Chinese, Japanese, Thai, Lao, Khmer) are split into
 * all pairs of neighbouring characters, and the last character alone, so that
 * each character begins a term. A number and its unit are one term, "25mg",
 * however they are written; a decimal is one number. */
#ifndef MEDFAQ_INDEX_TERMS_H
#define MEDFAQ_INDEX_TERMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "index/amount.h"
#include "index/stem.h"

#define TERM_MAX_BYTES 64 /* what is longer is cut */

struct term {
    const char *text; /* in the folded text; not ended by NUL */
    size_t n_bytes;
    bool paired; /* of a script without spaces */
    bool again;  /* the last of them, which ended the pair before */
    char amount[AMOUNT_BYTES]; /* "25mg", "2·5"; "": it is no amount */
};

/* Iterates over the terms of a folded text, which must outlive it. */
struct term_reader {
    const char *at, *end;
    bool in_run; /* the character at at ended a pair */
};

void term_reader_init(struct term_reader *reader, const char *folded,
                      size_t n_bytes);
bool term_next(struct term_reader *reader, struct term *term);

/* The word of a term, or its amount; *n_bytes is its length. */
const char *term_word(const struct term *term, size_t *n_bytes);

/* The stem of a term in a language (stem.h); ends in NUL. */
size_t term_stem(const struct term *term, unsigned language,
                 char out[static TERM_MAX_BYTES + 1]);

/* The English stem of the first term of a folded word; "" if there is none. */
void word_stem(const char *word, char out[static TERM_MAX_BYTES + 1]);

/* Folds and splits a text; appends the stems to out, with spaces between,
 * without the last characters that end a pair. */
void terms_add_stems(const char *text, size_t n_bytes, unsigned language,
                     struct buf *out);
/* The same with whole words. */
void terms_add_words(const char *text, size_t n_bytes, struct buf *out);

/* Appends what a term is found by as well, with a space behind: a compound in
 * one word ("glp1" for "glp-1") with the term before it, whose text is NULL
 * where there is none; a Hebrew word without its one-letter prefixes. */
void term_add_joined(const struct term *before, const struct term *term,
                     struct buf *out);

/* A number for a name that is the same for all its spellings with other
 * endings, case, accents, hyphens. */
int64_t terms_hash(const char *stems, size_t n_bytes);

#endif
