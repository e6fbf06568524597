/* Splits text into terms: the words that are indexed and searched, folded and
 * stemmed.
 *
 * Text in scripts without spaces (Chinese, Japanese, Thai, Lao, Khmer) is split
 * into all pairs of neighbouring characters, and the last character by itself,
 * so that each character begins a term. A number and its unit are one term,
 * "25mg", however they are written, and so is a decimal number. */
#ifndef MEDFAQ_INDEX_TERMS_H
#define MEDFAQ_INDEX_TERMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "index/amount.h"
#include "index/stem.h"

#define TERM_MAX_BYTES 64 /* longer terms are truncated */

struct term {
    const char *text; /* in the folded text; not ended by NUL */
    size_t n_bytes;
    bool paired;   /* of a script without spaces */
    bool ends_run; /* the last character of a run of pairs, by itself */
    char amount[AMOUNT_BYTES]; /* "25mg", "2·5"; "": not an amount */
};

/* Iterates over the terms of a folded text, which must outlive it. */
struct term_reader {
    const char *at, *end;
    bool in_run; /* the character at at was the second of a pair */
};

void term_reader_init(struct term_reader *reader, const char *folded,
                      size_t n_bytes);
bool term_next(struct term_reader *reader, struct term *term);

/* Returns the amount of a term if it is one, else its word, and sets *n_bytes
 * to its length. */
const char *term_word(const struct term *term, size_t *n_bytes);

/* Stems a term in a language (stem.h) and ends it with NUL. Returns its
 * length. */
size_t term_stem(const struct term *term, unsigned language,
                 char out[static TERM_MAX_BYTES + 1]);

/* Writes the English stem of the first term of a folded word, or "". */
void word_stem(const char *word, char out[static TERM_MAX_BYTES + 1]);

/* Folds and splits a text and appends the stems, separated by spaces, without
 * the single characters that end runs of pairs. */
void terms_add_stems(const char *text, size_t n_bytes, unsigned language,
                     struct buf *out);
/* Does the same with whole words, including those characters. */
void terms_add_words(const char *text, size_t n_bytes, struct buf *out);

/* Appends further forms that find a term, each followed by a space: a compound
 * in one word ("glp1" for "glp-1") with the term before it, whose text is NULL
 * if there is none; a Hebrew word without its one-letter prefixes. */
void term_add_joined(const struct term *before, const struct term *term,
                     struct buf *out);

/* Hashes the stems of a name, so that all spellings that differ in endings,
 * case, accents or hyphens have the same hash. */
int64_t terms_hash(const char *stems, size_t n_bytes);

#endif
