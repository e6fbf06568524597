/* What medfaq draws beside the text: bullets, boxes, separators. */
#ifndef MEDFAQ_TEXT_GLYPH_H
#define MEDFAQ_TEXT_GLYPH_H

#include <stdbool.h>

#include "base/charset.h"

/* The order within a box: horizontal, vertical, corners, sides. */
enum glyph {
    GLYPH_BULLET, /* of lists; two more for lists in lists */
    GLYPH_BULLET_2,
    GLYPH_BULLET_3,
    GLYPH_LIGHT, /* a line */
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
    GLYPH_LINK_OPEN,   /* around the number of a link */
    GLYPH_LINK_CLOSE,
    GLYPH_DOT,       /* between remarks */
    GLYPH_DASH,      /* for what is empty */
    GLYPH_FIGURE_ON, /* a person of a picture: it happens to them */
    GLYPH_FIGURE_OFF,
    GLYPH_TASK, /* in ASCII the text's own "[ ]" and "[x]" are shown */
    GLYPH_TASK_DONE,
    GLYPH_COUNT
};

/* GLYPH_COUNT strings, each one cell wide: Unicode where the character set
 * (NULL: UTF-8) has them all, otherwise ASCII. few_glyphs keeps to what the
 * fonts of the Linux console have. */
const char *const *glyphs_of(const struct charset *charset, bool few_glyphs);

#endif
