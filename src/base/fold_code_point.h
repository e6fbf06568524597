/* Folds single code points, for fold.c. */
#ifndef MEDFAQ_BASE_FOLD_CODE_POINT_H
#define MEDFAQ_BASE_FOLD_CODE_POINT_H

#include <stddef.h>
#include <stdint.h>

/* The longest decomposition in Unicode has 18 code points, and case folding
 * turns each of them into at most three. */
#define FOLD_PARTS_MAX 64

/* Returned for a code point that does not fold to exactly one. */
enum {
    FOLDS_TO_NOTHING = 0x110000,
    FOLDS_TO_MANY,
};

/* Returns what a code point folds to under a set of enum fold: a code point, or
 * one of the values above. Thread-safe. */
uint32_t fold_code_point(uint32_t code_point, unsigned fold);

/* Stores all code points that one folds to and returns their number, at most
 * FOLD_PARTS_MAX. */
size_t fold_expand(uint32_t code_point, unsigned fold, uint32_t *parts);

#endif
