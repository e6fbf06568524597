/* What one must know of a code point to show it: asked once, then kept. */
#ifndef MEDFAQ_BASE_CODE_POINT_H
#define MEDFAQ_BASE_CODE_POINT_H

#include <stdbool.h>
#include <stdint.h>

enum code_point_trait {
    /* Shows as itself, in one or two cells, and two of these never join: the
     * quick way through most text. */
    CODE_POINT_PLAIN = 1 << 2,
    CODE_POINT_PICTOGRAPH = 1 << 3, /* emoji, and what a ZWJ makes one of */
    CODE_POINT_IGNORABLE = 1 << 4,  /* Unicode's "default ignorable" */
    CODE_POINT_COMMAND = 1 << 5,    /* bidi and other invisible controls */
};

/* The traits of a code point, or'ed. Any thread may ask. */
unsigned code_point_traits(uint32_t code_point);

/* Is it part of a word: a letter, a digit or a mark on one? */
bool code_point_is_word(uint32_t code_point);

/* Cells of one code point: 0, 1 or 2; -1 if unknown or a control. */
int code_point_cells(uint32_t code_point);

#endif
