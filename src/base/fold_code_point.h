/* Folding of one code point, for fold.c. */
#ifndef MEDFAQ_BASE_FOLD_CODE_POINT_H
#define MEDFAQ_BASE_FOLD_CODE_POINT_H

#include <stddef.h>
#include <stdint.h>

/* Unicode's longest decomposition has 18 code points, and case folding turns
 * each into three at most. */
#define FOLD_PARTS_MAX 64

/* In place of a code point, for one that does not fold to exactly one. */
enum {
    FOLDS_TO_NOTHING = 0x110000,
    FOLDS_TO_MANY,
};

/* What a code point folds to, for a set of enum fold: a code point or one of
 * the above. Safe to call from any thread. */
uint32_t fold_code_point(uint32_t code_point, unsigned fold);

/* Stores all code points that it folds to; returns how many, at most
 * FOLD_PARTS_MAX. */
size_t fold_expand(uint32_t code_point, unsigned fold, uint32_t *parts);

#endif
