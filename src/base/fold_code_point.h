/* What fold.c knows of one code point. */
#ifndef MEDFAQ_BASE_FOLD_CODE_POINT_H
#define MEDFAQ_BASE_FOLD_CODE_POINT_H

#include <stddef.h>
#include <stdint.h>

/* Unicode's longest decomposition has 18 code points, of which case folding
 * makes at most three each. */
#define FOLD_PARTS_MAX 64

/* What a code point folds to, if that is no single one. */
enum {
    FOLDS_TO_NOTHING = 0x110000,
    FOLDS_TO_MANY,
};

/* What a code point folds to, fold being a set of enum fold; one of the two
 * above, or a code point. Any thread may ask. */
uint32_t fold_code_point(uint32_t code_point, unsigned fold);

/* The same, whatever it is: returns how many parts, up to FOLD_PARTS_MAX. */
size_t fold_expand(uint32_t code_point, unsigned fold, uint32_t *parts);

#endif
