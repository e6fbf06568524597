/* The letters and digits of a text, one after another, and the signs of its
 * numbers: what an article and its source are compared by.
 *
 * The text is in NFKC. White space, punctuation, symbols and invisible
 * characters divide words, and are not kept. Where words are divided does not
 * matter to a comparison: it tells where a piece may begin, and makes messages
 * readable. The exception are the signs that change what a number means, as in
 * "2.5", "-5", "< 5", "5%" and "10^9" (import/letters_sign.h). */
#ifndef MEDFAQ_IMPORT_LETTERS_H
#define MEDFAQ_IMPORT_LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "import/letters_gap.h"

/* Where the words from one on stand, up to the next place. */
struct letters_place {
    uint32_t word;    /* the first */
    uint32_t line;    /* of the source; 0: not known */
    uint32_t heading; /* its number from 1; 0: none */
};

struct letters {
    struct buf text;
    uint32_t *words; /* where in text each begins */
    size_t n_words, capacity;
    struct letters_place *places; /* of the words, from the first on */
    size_t n_places, places_capacity;
    size_t line;         /* that is being read, from 1; 0: there are none */
    bool apart;          /* the next letter begins a word */
    uint32_t heading;    /* that what is added next stands in, or 0 */
    uint32_t n_headings; /* so far, for who numbers them */
    struct letters_signs signs;
    struct letters_gap gap; /* since the last letter or digit */
};

void letters_init(struct letters *letters);
void letters_finish(struct letters *letters);

/* Makes room for the letters of a text of so many bytes. */
void letters_reserve(struct letters *letters, size_t n_bytes);

/* Appends the letters of a text, and counts its lines. */
void letters_add(struct letters *letters, const char *text, size_t n_bytes);

/* Are the letters of a part all within a text, in their order and without
 * regard to case? */
bool letters_have(const char *text, const char *part);

/* Counts the lines of a text that is not shown. */
void letters_pass(struct letters *letters, const char *text, size_t n_bytes);

/* The next letter begins a word, and is in another block. */
void letters_divide(struct letters *letters);

/* The next letter begins a word behind a tag, which is one of
 * LETTERS_GAP_TAG ... */
void letters_pass_tag(struct letters *letters, uint32_t tag);

/* The word that begins at or before an offset of text; SIZE_MAX if there is
 * none. */
size_t letters_word_at(const struct letters *letters, size_t start);

/* Where a word stands that there is. */
const struct letters_place *letters_place(const struct letters *letters,
                                          size_t word);

/* Appends words from an offset of text on, up to n_words, with spaces between
 * them, and with the signs of numbers. */
void letters_quote(const struct letters *letters, size_t start, size_t n_words,
                   struct buf *out);

#endif
