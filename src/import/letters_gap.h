/* What stands between two letters or digits of a text. */
#ifndef MEDFAQ_IMPORT_LETTERS_GAP_H
#define MEDFAQ_IMPORT_LETTERS_GAP_H

#include "import/letters_sign.h"

/* What stands between two letters or digits: code points, or one of
 * LETTERS_GAP_BLOCK ... */
#define LETTERS_GAP_MAX 16
struct letters_gap {
    uint32_t items[LETTERS_GAP_MAX]; /* the last of them */
    unsigned n;
    bool cut, block; /* there were more; one was the end of a block */
    bool after_digit, after_letter; /* neither: the text begins with it */
    uint32_t digit_end; /* offset of the last byte of the digit before it */
};

enum {
    LETTERS_GAP_BLOCK = 0x110000, /* the end of a block */
    LETTERS_GAP_TAG,              /* a tag that may be the end of one */
    LETTERS_GAP_INLINE,           /* a tag within a line */
    LETTERS_GAP_RAISED,           /* what follows is a superscript */
    LETTERS_GAP_LOWERED,          /* a subscript */
};

/* Adds to the gap, and a "%" to the signs. */
void letters_gap_add(struct letters_gap *gap, struct letters_signs *signs,
                     uint32_t item);

/* A letter of so many bytes stands at an offset of the text: adds the signs
 * before it if it is a digit, and begins the next gap. */
void letters_gap_end(struct letters_gap *gap, struct letters_signs *signs,
                     size_t at, size_t n_bytes, bool digit);

#endif
