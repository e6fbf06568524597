/* Turns styles into colour pairs and attributes of curses. */
#include "ui/theme.h"

#include <curses.h>
#include <string.h>

const struct theme *theme_find(const char *name)
{
    for (const struct theme *theme = themes; theme->name; theme++)
        if (strcmp(theme->name, name) == 0)
            return theme;
    return NULL;
}

/* Pair 0 is the terminal's own; the pair of a style is its number plus one. */
static short pair_of(const struct theme *theme, enum theme_style style)
{
    if (!theme->colors || !has_colors() || (int)style + 1 >= COLOR_PAIRS)
        return 0;
    return (short)(style + 1);
}

/* A style without its own colour takes that of text. */
static void init_style(const struct theme *theme, enum theme_style style)
{
    const struct look *look = &theme->looks[style];
    const struct look *text = &theme->looks[STYLE_TEXT];
    short fg = look->fg == COLOR_TERMINAL ? text->fg : look->fg;
    short bg = look->bg == COLOR_TERMINAL ? text->bg : look->bg;
    init_pair((short)(style + 1), theme_color_on(fg, bg, COLORS),
              theme_color(bg, COLORS));
}

void theme_use(const struct theme *theme)
{
    if (theme->colors && has_colors())
        for (int style = 0; style < STYLE_COUNT; style++)
            if (pair_of(theme, (enum theme_style)style))
                init_style(theme, (enum theme_style)style);
    cchar_t ground;
    setcchar(&ground, L" ", A_NORMAL, pair_of(theme, STYLE_TEXT), NULL);
    bkgrndset(&ground);
}

static attr_t attributes_of(unsigned look)
{
    static const struct {
        unsigned look;
        attr_t attribute;
    } map[] = {
        {LOOK_BOLD, A_BOLD},       {LOOK_ITALIC, A_ITALIC},
        {LOOK_REVERSE, A_REVERSE}, {LOOK_UNDERLINE, A_UNDERLINE},
        {LOOK_DIM, A_DIM},
    };
    attr_t attributes = A_NORMAL;
    for (size_t i = 0; i < sizeof(map) / sizeof *map; i++)
        if (look & map[i].look)
            attributes |= map[i].attribute;
    return attributes;
}

/* With few colours many terminals show bold black as grey, which looks weaker,
 * so it is underlined instead. */
static bool is_bold_black(const struct theme *theme, enum theme_style style,
                          unsigned look)
{
    const struct look *own = &theme->looks[style];
    const struct look *text = &theme->looks[STYLE_TEXT];
    short fg = own->fg == COLOR_TERMINAL ? text->fg : own->fg;
    short bg = own->bg == COLOR_TERMINAL ? text->bg : own->bg;
    return look & LOOK_BOLD && pair_of(theme, style) && COLORS < 16 &&
           theme_color_on(fg, bg, COLORS) == COLOR_BLACK;
}

void theme_set_style(const struct theme *theme, enum theme_style style,
                     unsigned extra)
{
    unsigned look = theme->looks[style].attributes | extra;
    if (is_bold_black(theme, style, look))
        look = (look & ~(unsigned)LOOK_BOLD) | LOOK_UNDERLINE;
    attr_set(attributes_of(look), pair_of(theme, style), NULL);
}
