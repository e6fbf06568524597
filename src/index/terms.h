/* Text as the words that are searched: folded, split, without endings.
 *
 * Chinese and Japanese, which have no spaces, are split into all pairs of
 * neighbouring characters, and the last character alone, so that each
 * character begins a term. */
#ifndef MEDFAQ_INDEX_TERMS_H
#define MEDFAQ_INDEX_TERMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#define TERM_MAX_BYTES 64 /* what is longer is cut */

struct term {
    const char *text; /* in the folded text; not ended by NUL */
    size_t n_bytes;
    bool paired; /* of Chinese or Japanese characters */
    bool again;  /* the last of them, which ended the pair before */
};

/* Goes over a folded text, which must outlive it. */
struct term_reader {
    const char *at, *end;
    bool in_run; /* the character at at ended a pair */
};

void term_reader_init(struct term_reader *reader, const char *folded,
                      size_t n_bytes);
bool term_next(struct term_reader *reader, struct term *term);

/* The stem of a term; ends in NUL. */
size_t term_stem(const struct term *term, char out[static TERM_MAX_BYTES + 1]);

/* The stem of the first term of a folded word; "" if there is none. */
void word_stem(const char *word, char out[static TERM_MAX_BYTES + 1]);

/* Folds and splits a text; appends the stems to out, with spaces between. */
void terms_add_stems(const char *text, size_t n_bytes, struct buf *out);
/* The same with whole words. */
void terms_add_words(const char *text, size_t n_bytes, struct buf *out);

/* A number for a name that is the same for all its spellings with other
 * endings, case, accents, hyphens. */
int64_t terms_hash(const char *stems, size_t n_bytes);

#endif
