#include "ui/theme.h"

#include <math.h>
#include <string.h>

#include "../unit.h"

static void finds_themes_by_name(void **state)
{
    (void)state;
    static const char *const names[] = {"default", "light", "dark",
                                        "high-contrast", "mono"};
    for (size_t i = 0; i < N_ELEMENTS(names); i++)
        assert_string_equal(theme_find(names[i])->name, names[i]);
    assert_null(theme_find("drak"));
}

static void takes_the_nearest_color(void **state)
{
    (void)state;
    static const struct {
        short color;
        int n_colors;
        short nearest;
    } cases[] = {
        {COLOR_TERMINAL, 8, COLOR_TERMINAL},
        {160, 256, 160}, /* red */
        {160, 8, 1},
        {231, 16, 15}, /* white */
        {231, 8, 7},
        {16, 8, 0}, /* black */
        {234, 8, 0},
        {25, 8, 4},    /* dark blue */
        {226, 16, 11}, /* yellow */
        {11, 8, 3},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_int_equal(theme_color(cases[i].color, cases[i].n_colors),
                         cases[i].nearest);
}

/* What must be told apart without any colour. */
static void does_not_rest_on_color_alone(void **state)
{
    (void)state;
    static const enum theme_style styles[] = {(enum theme_style)ROLE_HEADING,
                                              STYLE_LINK,
                                              STYLE_SELECTED,
                                              STYLE_FOCUS,
                                              (enum theme_style)ROLE_EMERGENCY,
                                              STYLE_MATCH,
                                              STYLE_SAFETY,
                                              STYLE_ERROR};
    const struct theme *mono = theme_find("mono");
    for (size_t i = 0; i < N_ELEMENTS(styles); i++)
        assert_true(mono->looks[styles[i]].attributes != 0);
    assert_false(mono->colors);
}

/* A theme that sets its own ground must not show text in that colour. */
static void text_differs_from_its_ground(void **state)
{
    (void)state;
    static const int n_colors[] = {8, 16, 256};
    for (const struct theme *theme = themes; theme->name; theme++)
        for (int style = 0; style < STYLE_COUNT && theme->colors; style++) {
            const struct look *look = &theme->looks[style];
            short fg =
                look->fg == COLOR_TERMINAL ? theme->looks[0].fg : look->fg;
            short bg =
                look->bg == COLOR_TERMINAL ? theme->looks[0].bg : look->bg;
            for (size_t i = 0; i < N_ELEMENTS(n_colors); i++)
                if (fg != COLOR_TERMINAL && bg != COLOR_TERMINAL)
                    assert_int_not_equal(theme_color_on(fg, bg, n_colors[i]),
                                         theme_color(bg, n_colors[i]));
        }
}

/* Many terminals draw bold black in grey, which no light ground bears. */
static void black_is_never_bold(void **state)
{
    (void)state;
    for (const struct theme *theme = themes; theme->name; theme++)
        for (int style = 0; style < STYLE_COUNT; style++) {
            const struct look *look = &theme->looks[style];
            short bg =
                look->bg == COLOR_TERMINAL ? theme->looks[0].bg : look->bg;
            if (look->fg == COLOR_TERMINAL || bg == COLOR_TERMINAL ||
                theme_color_on(look->fg, bg, 8) != 0)
                continue;
            if (look->attributes & LOOK_BOLD)
                fail_msg("%s: style %d is bold black", theme->name, style);
        }
}

/* xterm's, which are among the darkest and the brightest. */
static void rgb_of(int color, int rgb[3])
{
    static const int first[16][3] = {
        {0, 0, 0},       {205, 0, 0},   {0, 205, 0},   {205, 205, 0},
        {0, 0, 238},     {205, 0, 205}, {0, 205, 205}, {229, 229, 229},
        {127, 127, 127}, {255, 0, 0},   {0, 255, 0},   {255, 255, 0},
        {92, 92, 255},   {255, 0, 255}, {0, 255, 255}, {255, 255, 255}};
    static const int levels[] = {0, 95, 135, 175, 215, 255};
    int cube = color - 16;
    if (color < 16)
        memcpy(rgb, first[color], sizeof first[color]);
    else if (color >= 232)
        rgb[0] = rgb[1] = rgb[2] = 8 + 10 * (color - 232);
    else
        for (int i = 2; i >= 0; i--, cube /= 6)
            rgb[i] = levels[cube % 6];
}

static double luminance(int color)
{
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    int rgb[3];
    double sum = 0;
    rgb_of(color, rgb);
    for (int i = 0; i < 3; i++)
        sum += weights[i] * pow(rgb[i] / 255.0, 2.2);
    return sum;
}

/* The ratio of WCAG 2, from 1 to 21. */
static double contrast(int a, int b)
{
    double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}

/* Text 4.5, lines of frames 3. A terminal's own ground may be black or white:
 * nothing but red and magenta is readable on both, red with 3.5. */
static void text_is_readable(void **state)
{
    (void)state;
    static const int black = 0, white = 15;
    for (const struct theme *theme = themes; theme->name; theme++)
        for (int style = 0; style < STYLE_COUNT; style++) {
            const struct look *look = &theme->looks[style];
            short bg =
                look->bg == COLOR_TERMINAL ? theme->looks[0].bg : look->bg;
            bool own = bg == COLOR_TERMINAL;
            bool line = style == (int)ROLE_BORDER || style == STYLE_FRAME ||
                        style == (int)ROLE_FIGURE_OFF;
            double least = line ? 2.9 : own ? 3.5 : 4.5;
            if (!theme->colors || look->fg == COLOR_TERMINAL)
                continue;
            if (contrast(look->fg, own ? black : bg) < least ||
                contrast(look->fg, own ? white : bg) < least)
                fail_msg("%s: style %d cannot be read", theme->name, style);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_themes_by_name),
        cmocka_unit_test(takes_the_nearest_color),
        cmocka_unit_test(does_not_rest_on_color_alone),
        cmocka_unit_test(text_differs_from_its_ground),
        cmocka_unit_test(black_is_never_bold),
        cmocka_unit_test(text_is_readable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
