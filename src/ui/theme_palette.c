/* The colours of the palette: the nearest among few, and those that can be read
 * on a ground. */
#include "ui/theme.h"

#include <stdlib.h>
#include <string.h>

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

short theme_color_on(short color, short bg, int n_colors)
{
    short near_color = theme_color(color, n_colors);
    short near_bg = theme_color(bg, n_colors);
    if (near_color != near_bg || near_bg == COLOR_TERMINAL)
        return near_color;
    return near_bg == 0 ? 7 : 0;
}

enum theme_ground theme_ground_of(const char *colorfgbg)
{
    const char *last = colorfgbg ? strrchr(colorfgbg, ';') : NULL;
    char *end = NULL;
    long color = last ? strtol(last + 1, &end, 10) : -1;
    if (!last || end == last + 1 || *end || color < 0 || color > 15)
        return GROUND_UNKNOWN;
    return color < 7 || color == 8 ? GROUND_DARK : GROUND_LIGHT;
}

/* Of the 256 colours, a few reach 4.5 to 1 on black and on white. Of the 16 and
 * 8 none does, so there quiet text keeps the terminal's colour, and accent and
 * danger are bold, which makes the first 8 bright. Where the ground is known
 * brighter or darker ones do better; bold would make red on white too bright.
 */
static const struct look readable[GROUND_COUNT][3][3] = {
    [GROUND_UNKNOWN] =
        {
            {{63, COLOR_TERMINAL, 0},
             {131, COLOR_TERMINAL, LOOK_BOLD},
             {243, COLOR_TERMINAL, 0}},
            {{12, COLOR_TERMINAL, LOOK_BOLD},
             {9, COLOR_TERMINAL, LOOK_BOLD},
             {COLOR_TERMINAL, COLOR_TERMINAL, 0}},
            {{4, COLOR_TERMINAL, LOOK_BOLD},
             {1, COLOR_TERMINAL, LOOK_BOLD},
             {COLOR_TERMINAL, COLOR_TERMINAL, 0}},
        },
    [GROUND_DARK] =
        {
            {{111, COLOR_TERMINAL, 0},
             {203, COLOR_TERMINAL, LOOK_BOLD},
             {246, COLOR_TERMINAL, 0}},
            {{14, COLOR_TERMINAL, LOOK_BOLD},
             {9, COLOR_TERMINAL, LOOK_BOLD},
             {COLOR_TERMINAL, COLOR_TERMINAL, 0}},
            {{6, COLOR_TERMINAL, LOOK_BOLD},
             {1, COLOR_TERMINAL, LOOK_BOLD},
             {COLOR_TERMINAL, COLOR_TERMINAL, 0}},
        },
    [GROUND_LIGHT] =
        {
            {{26, COLOR_TERMINAL, 0},
             {160, COLOR_TERMINAL, LOOK_BOLD},
             {241, COLOR_TERMINAL, 0}},
            {{4, COLOR_TERMINAL, LOOK_BOLD},
             {1, COLOR_TERMINAL, LOOK_UNDERLINE},
             {COLOR_TERMINAL, COLOR_TERMINAL, 0}},
            {{4, COLOR_TERMINAL, LOOK_BOLD},
             {1, COLOR_TERMINAL, LOOK_UNDERLINE},
             {COLOR_TERMINAL, COLOR_TERMINAL, 0}},
        },
};

/* Faint text is for screens without a quiet colour. */
void theme_name_color(struct look *look, struct theme_screen screen)
{
    int depth = screen.n_colors >= 256 ? 0 : screen.n_colors >= 16 ? 1 : 2;
    if (look->fg >= COLOR_TERMINAL)
        return;
    const struct look *named =
        &readable[screen.ground][depth][COLOR_ACCENT - look->fg];
    if (named->attributes & LOOK_UNDERLINE)
        look->attributes &= ~(unsigned)LOOK_BOLD;
    if (look->fg == COLOR_QUIET && named->fg != COLOR_TERMINAL)
        look->attributes &= ~(unsigned)LOOK_DIM;
    look->attributes |= named->attributes;
    look->fg = named->fg;
}
