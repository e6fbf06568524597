/* Properties of code points that determine how they are displayed. They are
 * cached. */
#ifndef MEDFAQ_BASE_CODE_POINT_H
#define MEDFAQ_BASE_CODE_POINT_H

#include <stdbool.h>
#include <stdint.h>

enum code_point_trait {
    /* It is shown as itself in one or two cells, and two of these never form a
       grapheme cluster: the fast path for most text. */
    CODE_POINT_PLAIN = 1 << 2,
    CODE_POINT_PICTOGRAPH = 1 << 3, /* emoji, and what ZWJ can join into them */
    CODE_POINT_IGNORABLE = 1 << 4,  /* Default_Ignorable_Code_Point */
    CODE_POINT_COMMAND = 1 << 5,    /* bidi and other invisible controls */
};

/* Returns the set of traits of a code point. Thread-safe. */
unsigned code_point_traits(uint32_t code_point);

/* Tells whether a code point is a letter, a number or a combining mark. */
bool code_point_is_word(uint32_t code_point);

/* Tells whether a code point is a decimal digit of any script. */
bool code_point_is_digit(uint32_t code_point);

/* Returns the cells of a code point: 0, 1 or 2; -1 for controls and code points
 * of unknown width. */
int code_point_cells(uint32_t code_point);

#endif
