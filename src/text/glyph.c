/* The glyphs in Unicode, in ASCII, and for the Linux console. */
#include "text/glyph.h"

#include <string.h>

#include "base/utf8.h"

static const char *const unicode[GLYPH_COUNT] = {
    [GLYPH_BULLET] = "•",
    [GLYPH_BULLET_2] = "◦",
    [GLYPH_BULLET_3] = "▪",
    [GLYPH_LIGHT] = "─",
    [GLYPH_LIGHT_UP] = "│",
    [GLYPH_LIGHT_TOP_LEFT] = "┌",
    [GLYPH_LIGHT_TOP_RIGHT] = "┐",
    [GLYPH_LIGHT_BOTTOM_LEFT] = "└",
    [GLYPH_LIGHT_BOTTOM_RIGHT] = "┘",
    [GLYPH_HEAVY] = "━",
    [GLYPH_HEAVY_UP] = "┃",
    [GLYPH_HEAVY_TOP_LEFT] = "┏",
    [GLYPH_HEAVY_TOP_RIGHT] = "┓",
    [GLYPH_HEAVY_BOTTOM_LEFT] = "┗",
    [GLYPH_HEAVY_BOTTOM_RIGHT] = "┛",
    [GLYPH_CROSS] = "┼",
    [GLYPH_HEAVY_CROSS] = "┿",
    [GLYPH_LINK_OPEN] = "‹",
    [GLYPH_LINK_CLOSE] = "›",
    [GLYPH_DOT] = "·",
    [GLYPH_DASH] = "–",
    [GLYPH_FIGURE_ON] = "▮",
    [GLYPH_FIGURE_OFF] = "▯",
    [GLYPH_TASK] = "☐",
    [GLYPH_TASK_DONE] = "☑",
};

static const char *const ascii[GLYPH_COUNT] = {
    [GLYPH_BULLET] = "*",
    [GLYPH_BULLET_2] = "-",
    [GLYPH_BULLET_3] = "+",
    [GLYPH_LIGHT] = "-",
    [GLYPH_LIGHT_UP] = "|",
    [GLYPH_LIGHT_TOP_LEFT] = "+",
    [GLYPH_LIGHT_TOP_RIGHT] = "+",
    [GLYPH_LIGHT_BOTTOM_LEFT] = "+",
    [GLYPH_LIGHT_BOTTOM_RIGHT] = "+",
    [GLYPH_HEAVY] = "=",
    [GLYPH_HEAVY_UP] = "|",
    [GLYPH_HEAVY_TOP_LEFT] = "+",
    [GLYPH_HEAVY_TOP_RIGHT] = "+",
    [GLYPH_HEAVY_BOTTOM_LEFT] = "+",
    [GLYPH_HEAVY_BOTTOM_RIGHT] = "+",
    [GLYPH_CROSS] = "+",
    [GLYPH_HEAVY_CROSS] = "+",
    [GLYPH_LINK_OPEN] = "<",
    [GLYPH_LINK_CLOSE] = ">",
    [GLYPH_DOT] = "-",
    [GLYPH_DASH] = "-",
    [GLYPH_FIGURE_ON] = "#",
    [GLYPH_FIGURE_OFF] = ".",
    [GLYPH_TASK] = "o",
    [GLYPH_TASK_DONE] = "x",
};

/* Glyphs of code page 437, which every font of the Linux console has. */
static const char *const console[GLYPH_COUNT] = {
    [GLYPH_BULLET] = "•",
    [GLYPH_BULLET_2] = "-",
    [GLYPH_BULLET_3] = "+",
    [GLYPH_LIGHT] = "─",
    [GLYPH_LIGHT_UP] = "│",
    [GLYPH_LIGHT_TOP_LEFT] = "┌",
    [GLYPH_LIGHT_TOP_RIGHT] = "┐",
    [GLYPH_LIGHT_BOTTOM_LEFT] = "└",
    [GLYPH_LIGHT_BOTTOM_RIGHT] = "┘",
    [GLYPH_HEAVY] = "═",
    [GLYPH_HEAVY_UP] = "║",
    [GLYPH_HEAVY_TOP_LEFT] = "╔",
    [GLYPH_HEAVY_TOP_RIGHT] = "╗",
    [GLYPH_HEAVY_BOTTOM_LEFT] = "╚",
    [GLYPH_HEAVY_BOTTOM_RIGHT] = "╝",
    [GLYPH_CROSS] = "┼",
    [GLYPH_HEAVY_CROSS] = "╪",
    [GLYPH_LINK_OPEN] = "<",
    [GLYPH_LINK_CLOSE] = ">",
    [GLYPH_DOT] = "·",
    [GLYPH_DASH] = "-",
    [GLYPH_FIGURE_ON] = "#",
    [GLYPH_FIGURE_OFF] = ".",
    [GLYPH_TASK] = "o",
    [GLYPH_TASK_DONE] = "x",
};

const char *const *glyphs_of(const struct charset *charset, bool few_glyphs)
{
    if (!charset)
        return few_glyphs ? console : unicode;
    for (size_t i = 0; i < GLYPH_COUNT; i++) {
        uint32_t code_point;
        utf8_decode(unicode[i], strlen(unicode[i]), &code_point);
        if (!charset_has(charset, code_point))
            return ascii;
    }
    return few_glyphs ? console : unicode;
}
