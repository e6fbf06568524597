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

struct rgb {
    int red, green, blue;
};

/* xterm's palette. */
static struct rgb palette(int color)
{
    static const unsigned char first[16][3] = {
        {0, 0, 0},       {205, 0, 0},   {0, 205, 0},   {205, 205, 0},
        {0, 0, 238},     {205, 0, 205}, {0, 205, 205}, {229, 229, 229},
        {127, 127, 127}, {255, 0, 0},   {0, 255, 0},   {255, 255, 0},
        {92, 92, 255},   {255, 0, 255}, {0, 255, 255}, {255, 255, 255},
    };
    if (color < 16)
        return (struct rgb){first[color][0], first[color][1], first[color][2]};
    if (color >= 232) {
        int grey = 8 + (color - 232) * 10;
        return (struct rgb){grey, grey, grey};
    }
    int cube[3] = {(color - 16) / 36, (color - 16) / 6 % 6, (color - 16) % 6};
    for (int i = 0; i < 3; i++)
        cube[i] = cube[i] ? 55 + cube[i] * 40 : 0;
    return (struct rgb){cube[0], cube[1], cube[2]};
}

static int distance(struct rgb a, struct rgb b)
{
    int red = a.red - b.red, green = a.green - b.green, blue = a.blue - b.blue;
    return 3 * red * red + 6 * green * green + blue * blue;
}

short theme_color(short color, int n_colors)
{
    if (color < n_colors)
        return color;
    int n = n_colors >= 16 ? 16 : 8, nearest = 0;
    struct rgb wanted = palette(color);
    for (int i = 1; i < n; i++)
        if (distance(palette(i), wanted) < distance(palette(nearest), wanted))
            nearest = i;
    return (short)nearest;
}

/* Pair 0 is the terminal's own; the pair of a style is its number plus one. */
static short pair_of(const struct theme *theme, enum theme_style style)
{
    if (!theme->colors || !has_colors() || (int)style + 1 >= COLOR_PAIRS)
        return 0;
    return (short)(style + 1);
}

short theme_color_on(short color, short bg, int n_colors)
{
    short near_color = theme_color(color, n_colors);
    short near_bg = theme_color(bg, n_colors);
    if (near_color != near_bg || near_bg == COLOR_TERMINAL)
        return near_color;
    return near_bg == COLOR_BLACK ? COLOR_WHITE : COLOR_BLACK;
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
