/* The signs that change what a number means: the point of "2.5", the minus of
 * "-5", the "<" of "< 5", the "%" of "5 %", what raises the 9 of "10^9", and
 * the space that keeps "1 5 mg" from being "15 mg".
 *
 * They are kept beside the letters of a text, each at the offset of the digit
 * that it belongs to, so that pieces of text can still be found by their
 * letters alone. */
#ifndef MEDFAQ_IMPORT_LETTERS_SIGN_H
#define MEDFAQ_IMPORT_LETTERS_SIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* In the order in which the signs of a digit are kept. */
enum letters_side {
    LETTERS_BETWEEN, /* the digit before and this one */
    LETTERS_BEFORE,  /* this digit, the first of a number */
    LETTERS_AFTER,   /* this digit, the last of a number */
};

struct letters_sign {
    uint32_t at; /* offset in the text of the digit; its last byte for AFTER */
    uint32_t code_point; /* or one of LETTERS_APART ... */
    uint8_t side;        /* enum letters_side */
    /* Stands beside a tag or a space: it may as well be the end of a block, or
     * the mark of a list's item, which the other text has in its place. */
    bool loose;
};

#define LETTERS_APART ' ' /* two numbers of one block, no sign between them */
#define LETTERS_BLOCK '|' /* two numbers of two blocks */
#define LETTERS_TAG 1     /* a tag alone, which may mean anything or nothing */

struct letters_signs {
    struct letters_sign *items;
    size_t n, capacity;
};

/* How many letters of two texts have the same signs, of n_letters that are the
 * same from these offsets on. A sign between the first of them and the letter
 * before does not count. */
size_t letters_signs_match(const struct letters_signs *a, size_t a_start,
                           const struct letters_signs *b, size_t b_start,
                           size_t n_letters);

/* Does a text have the signs of a piece, whose letters stand at an offset of
 * it? What stands around the piece does not count. */
bool letters_signs_have(const struct letters_signs *text, size_t start,
                        const struct letters_signs *piece, size_t n_letters);

/* An order of pieces of the same letters. */
int letters_signs_compare(const struct letters_signs *a,
                          const struct letters_signs *b);

/* Is it a character, and not only the space between two numbers? */
bool letters_sign_is_shown(const struct letters_sign *sign);

/* Is there a sign other than a space between a digit and the one before? */
bool letters_sign_joins(const struct letters_signs *signs, size_t at);

/* Appends the signs of a side that a text's letter has. */
void letters_sign_quote(const struct letters_signs *signs, size_t at,
                        enum letters_side side, struct buf *out);

#endif
