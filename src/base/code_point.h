/* Properties of code points that decide how they are displayed; cached. */
#ifndef MEDFAQ_BASE_CODE_POINT_H
#define MEDFAQ_BASE_CODE_POINT_H

#include <stdbool.h>
#include <stdint.h>

enum code_point_trait {
    /* Shown as itself in one or two cells, and never part of a longer grapheme
     * cluster with another of these: the fast path through most text. */
    CODE_POINT_PLAIN = 1 << 2,
    CODE_POINT_PICTOGRAPH = 1 << 3, /* emoji, and what ZWJ can join into one */
    CODE_POINT_IGNORABLE = 1 << 4,  /* Unicode's "default ignorable" */
    CODE_POINT_COMMAND = 1 << 5,    /* bidi and other invisible controls */
};

/* The set of traits of a code point. Safe to call from any thread. */
unsigned code_point_traits(uint32_t code_point);

/* Whether it is a letter, a number or a combining mark. */
bool code_point_is_word(uint32_t code_point);

/* Whether it is a decimal digit of any script. */
bool code_point_is_digit(uint32_t code_point);

/* Cells of one code point: 0, 1 or 2; -1 if unknown or a control. */
int code_point_cells(uint32_t code_point);

#endif
