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

/* A style without its own colours takes those of text. */
static struct look colors_of(const struct theme *theme, enum theme_style style)
{
    const struct look *look = &theme->looks[style];
    const struct look *text = &theme->looks[STYLE_TEXT];
    return (struct look){
        .fg = look->fg == COLOR_TERMINAL ? text->fg : look->fg,
        .bg = look->bg == COLOR_TERMINAL ? text->bg : look->bg,
    };
}

/* Pair 0 is the terminal's own; the pair of a style is its number plus one, or
 * that of an earlier style with the same colours: for another pair curses would
 * write the colours again. */
static short pair_of(const struct theme *theme, enum theme_style style)
{
    struct look own = colors_of(theme, style);
    int first = 0;
    if (!theme->colors || !has_colors())
        return 0;
    for (; first < (int)style; first++) {
        struct look look = colors_of(theme, (enum theme_style)first);
        if (look.fg == own.fg && look.bg == own.bg)
            break;
    }
    return first + 1 < COLOR_PAIRS ? (short)(first + 1) : 0;
}

static void init_style(const struct theme *theme, enum theme_style style)
{
    struct look look = colors_of(theme, style);
    init_pair((short)(style + 1), theme_color_on(look.fg, look.bg, COLORS),
              theme_color(look.bg, COLORS));
}

void theme_use(const struct theme *theme)
{
    if (theme->colors && has_colors())
        for (int style = 0; style < STYLE_COUNT; style++)
            if (pair_of(theme, (enum theme_style)style) == style + 1)
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
    struct look own = colors_of(theme, style);
    return look & LOOK_BOLD && pair_of(theme, style) && COLORS < 16 &&
           theme_color_on(own.fg, own.bg, COLORS) == COLOR_BLACK;
}

void theme_set_style(const struct theme *theme, enum theme_style style,
                     unsigned extra)
{
    unsigned look = theme->looks[style].attributes | extra;
    if (is_bold_black(theme, style, look))
        look = (look & ~(unsigned)LOOK_BOLD) | LOOK_UNDERLINE;
    attr_set(attributes_of(look), pair_of(theme, style), NULL);
}
