/* The glyphs that medfaq draws itself: bullets, boxes and separators. */
#ifndef MEDFAQ_TEXT_GLYPH_H
#define MEDFAQ_TEXT_GLYPH_H

#include <stdbool.h>

#include "base/charset.h"

/* Within a box, the order is horizontal, vertical, corners; text/border.c
 * relies on it. */
enum glyph {
    GLYPH_BULLET, /* two more follow for nested lists */
    GLYPH_BULLET_2,
    GLYPH_BULLET_3,
    GLYPH_LIGHT, /* horizontal; GLYPH_..._UP is vertical */
    GLYPH_LIGHT_UP,
    GLYPH_LIGHT_TOP_LEFT,
    GLYPH_LIGHT_TOP_RIGHT,
    GLYPH_LIGHT_BOTTOM_LEFT,
    GLYPH_LIGHT_BOTTOM_RIGHT,
    GLYPH_HEAVY,
    GLYPH_HEAVY_UP,
    GLYPH_HEAVY_TOP_LEFT,
    GLYPH_HEAVY_TOP_RIGHT,
    GLYPH_HEAVY_BOTTOM_LEFT,
    GLYPH_HEAVY_BOTTOM_RIGHT,
    GLYPH_CROSS,       /* of light lines */
    GLYPH_HEAVY_CROSS, /* of a heavy line and a light one */
    GLYPH_LINK_OPEN,   /* brackets around the number of a link */
    GLYPH_LINK_CLOSE,
    GLYPH_DOT,       /* separates remarks */
    GLYPH_DASH,      /* stands for what is empty */
    GLYPH_FIGURE_ON, /* a person to whom the event happens */
    GLYPH_FIGURE_OFF,
    GLYPH_TASK, /* not used in ASCII, where "[ ]" and "[x]" are kept */
    GLYPH_TASK_DONE,
    GLYPH_COUNT
};

/* Returns GLYPH_COUNT strings, each one cell wide: Unicode if the character set
 * (NULL: UTF-8) has them all, otherwise ASCII. few_glyphs restricts them to
 * those in the fonts of the Linux console. */
const char *const *glyphs_of(const struct charset *charset, bool few_glyphs);

#endif
