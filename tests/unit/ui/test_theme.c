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

/* Roles that must differ without colours. */
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

static const struct theme_colors none = {0};

/* A theme with a background must not show text in its colour. */
static void text_differs_from_its_ground(void **state)
{
    (void)state;
    static const int n_colors[] = {8, 16, 256};
    for (const struct theme *theme = themes; theme->name; theme++)
        for (size_t i = 0; i < N_ELEMENTS(n_colors) && theme->colors; i++)
            for (int style = 0; style < STYLE_COUNT; style++) {
                struct theme shown;
                struct theme_screen screen = {n_colors[i], GROUND_UNKNOWN};
                theme_resolve(theme, screen, &none, &shown);
                const struct look *look = &shown.looks[style];
                short fg =
                    look->fg == COLOR_TERMINAL ? shown.looks[0].fg : look->fg;
                short bg =
                    look->bg == COLOR_TERMINAL ? shown.looks[0].bg : look->bg;
                if (fg != COLOR_TERMINAL && bg != COLOR_TERMINAL)
                    assert_int_not_equal(theme_color_on(fg, bg, n_colors[i]),
                                         theme_color(bg, n_colors[i]));
            }
}

/* Many terminals draw bold black as grey, which is unreadable on a light
 * background. */
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

/* The first 16 colours of xterm, of the Linux console, and of VGA text modes,
 * which other consoles use. */
static const unsigned char first[][16][3] = {
    {{0, 0, 0},
     {205, 0, 0},
     {0, 205, 0},
     {205, 205, 0},
     {0, 0, 238},
     {205, 0, 205},
     {0, 205, 205},
     {229, 229, 229},
     {127, 127, 127},
     {255, 0, 0},
     {0, 255, 0},
     {255, 255, 0},
     {92, 92, 255},
     {255, 0, 255},
     {0, 255, 255},
     {255, 255, 255}},
    {{0, 0, 0},
     {170, 0, 0},
     {0, 170, 0},
     {170, 85, 0},
     {0, 0, 170},
     {170, 0, 170},
     {0, 170, 170},
     {170, 170, 170},
     {85, 85, 85},
     {255, 85, 85},
     {85, 255, 85},
     {255, 255, 85},
     {85, 85, 255},
     {255, 85, 255},
     {85, 255, 255},
     {255, 255, 255}},
    {{0, 0, 0},
     {168, 0, 0},
     {0, 168, 0},
     {168, 84, 0},
     {0, 0, 168},
     {168, 0, 168},
     {0, 168, 168},
     {168, 168, 168},
     {84, 84, 84},
     {254, 84, 84},
     {84, 254, 84},
     {254, 254, 84},
     {84, 84, 254},
     {254, 84, 254},
     {84, 254, 254},
     {254, 254, 254}},
};

static const int black[3] = {0, 0, 0}, white[3] = {255, 255, 255};

/* Colours from 16 on are the same everywhere. */
static void rgb_of(int color, size_t table, int rgb[3])
{
    static const int levels[] = {0, 95, 135, 175, 215, 255};
    int cube = color - 16;
    for (int i = 2; i >= 0; i--, cube /= 6)
        rgb[i] = color < 16     ? first[table][color][i]
                 : color >= 232 ? 8 + 10 * (color - 232)
                                : levels[cube % 6];
}

/* Returns the relative luminance of an sRGB colour, as in WCAG 2. */
static double luminance(const int rgb[3])
{
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double part = rgb[i] / 255.0;
        sum +=
            weights[i] *
            (part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

/* Returns the contrast ratio of WCAG 2, from 1 to 21. */
static double contrast(const int a[3], const int b[3])
{
    double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}

/* Tells whether a style is for lines, which are seen but not read. */
static bool is_line(int style)
{
    return style == (int)ROLE_BORDER || style == STYLE_FRAME ||
           style == (int)ROLE_FIGURE_OFF || style == STYLE_BEHIND;
}

/* Themes with a background need contrasts of 4.5 for text and 2.9 for lines. */
static void text_is_readable(void **state)
{
    (void)state;
    for (const struct theme *theme = themes + 1; theme->name; theme++)
        for (int style = 0; style < STYLE_COUNT; style++) {
            const struct look *look = &theme->looks[style];
            short bg =
                look->bg == COLOR_TERMINAL ? theme->looks[0].bg : look->bg;
            int text[3], ground[3];
            if (!theme->colors || look->fg == COLOR_TERMINAL)
                continue;
            rgb_of(look->fg, 0, text);
            rgb_of(bg, 0, ground);
            if (contrast(text, ground) < (is_line(style) ? 2.9 : 4.5))
                fail_msg("%s: style %d cannot be read", theme->name, style);
        }
}

/* Sets rgb to the colour that a terminal shows: with few colours, it draws bold
 * ones bright. */
static void shown_rgb(const struct look *look, int n_colors, size_t table,
                      int rgb[3])
{
    bool bright =
        look->attributes & LOOK_BOLD && look->fg < 8 && n_colors < 256;
    rgb_of(look->fg + (bright ? 8 : 0), table, rgb);
}

static void check_default(struct theme_screen screen, size_t table)
{
    struct theme shown;
    enum theme_ground ground = screen.ground;
    double least =
        ground == GROUND_UNKNOWN && screen.n_colors < 256 ? 3.0 : 4.5;
    theme_resolve(&themes[0], screen, &none, &shown);
    for (int style = 0; style < STYLE_COUNT; style++) {
        const struct look *look = &shown.looks[style];
        int rgb[3], bg[3];
        if (look->fg == COLOR_TERMINAL)
            continue;
        shown_rgb(look, screen.n_colors, table, rgb);
        if (look->bg != COLOR_TERMINAL) {
            rgb_of(theme_color(look->bg, screen.n_colors), table, bg);
            shown_rgb(
                &(struct look){
                    theme_color_on(look->fg, look->bg, screen.n_colors), 0, 0},
                256, table, rgb);
            /* The yellow of consoles is brown: black on it has a contrast of
               4.0. */
            if (contrast(rgb, bg) < (screen.n_colors < 256 ? 3.9 : 4.5))
                fail_msg("style %d on its own ground", style);
            continue;
        }
        if (ground != GROUND_LIGHT && contrast(rgb, black) < least)
            fail_msg("style %d, %d colours, table %zu: %.2f on black", style,
                     screen.n_colors, table, contrast(rgb, black));
        if (ground != GROUND_DARK && contrast(rgb, white) < least)
            fail_msg("style %d, %d colours, table %zu: %.2f on white", style,
                     screen.n_colors, table, contrast(rgb, white));
    }
}

/* Contrasts are 4.5 on black and on white; with 8 and 16 colours, of which none
 * has that, 3 and bold, unless the background is known. */
static void default_is_readable_on_black_and_white(void **state)
{
    (void)state;
    static const int n_colors[] = {8, 16, 88, 256};
    for (int ground = 0; ground < GROUND_COUNT; ground++)
        for (size_t i = 0; i < N_ELEMENTS(n_colors); i++)
            for (size_t table = 0; table < N_ELEMENTS(first); table++)
                check_default((struct theme_screen){n_colors[i],
                                                    (enum theme_ground)ground},
                              table);
}

static void few_colors_are_bold(void **state)
{
    (void)state;
    static const int n_colors[] = {8, 16};
    for (size_t i = 0; i < N_ELEMENTS(n_colors); i++)
        for (int style = 0; style < STYLE_COUNT; style++) {
            struct theme shown;
            theme_resolve(&themes[0],
                          (struct theme_screen){n_colors[i], GROUND_UNKNOWN},
                          &none, &shown);
            const struct look *look = &shown.looks[style];
            if (look->fg != COLOR_TERMINAL && look->bg == COLOR_TERMINAL)
                assert_true(look->attributes & LOOK_BOLD);
        }
}

/* Faint text is only used behind a box, and for icons of those to whom nothing
 * happens. */
static void nothing_to_read_is_faint(void **state)
{
    (void)state;
    for (const struct theme *theme = themes; theme->name; theme++)
        for (int style = 0; style < STYLE_COUNT; style++)
            if (style != STYLE_BEHIND && style != ROLE_FIGURE_OFF)
                assert_false(theme->looks[style].attributes & LOOK_DIM);
}

static void tells_the_ground(void **state)
{
    (void)state;
    static const struct {
        const char *colorfgbg;
        enum theme_ground ground;
    } cases[] = {
        {NULL, GROUND_UNKNOWN},
        {"", GROUND_UNKNOWN},
        {"15;0", GROUND_DARK},
        {"0;15", GROUND_LIGHT},
        {"0;default;7", GROUND_LIGHT},
        {"7;8", GROUND_DARK},
        {"default;default", GROUND_UNKNOWN},
        {"0;99", GROUND_UNKNOWN},
        {"0;", GROUND_UNKNOWN},
        {"15;0x", GROUND_UNKNOWN},
        {"12", GROUND_UNKNOWN},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_int_equal(theme_ground_of(cases[i].colorfgbg), cases[i].ground);
}

static void takes_the_users_colors(void **state)
{
    (void)state;
    struct theme_colors own = {0};
    struct theme_screen screen = {256, GROUND_UNKNOWN};
    struct theme shown;
    struct error err;
    assert_true(theme_colors_set(&own, "accent", "33", &err));
    assert_true(
        theme_colors_set(&own, "link", "bright-blue on 231 bold", &err));
    theme_resolve(&themes[0], screen, &own, &shown);
    assert_int_equal(shown.looks[ROLE_HEADING].fg, 33);
    assert_true(shown.looks[ROLE_HEADING].attributes & LOOK_BOLD);
    assert_int_equal(shown.looks[STYLE_LINK].fg, 12);
    assert_int_equal(shown.looks[STYLE_LINK].bg, 231);
    assert_int_equal(shown.looks[STYLE_LINK].attributes, LOOK_BOLD);
    assert_int_equal(shown.looks[ROLE_CITATION].fg, 243);
    theme_resolve(theme_find("light"), screen, &own, &shown);
    assert_int_equal(shown.looks[ROLE_HEADING].fg, 33);
    assert_int_equal(shown.looks[STYLE_SAFETY].fg, 160);
    theme_resolve(theme_find("mono"), screen, &own, &shown);
    assert_int_equal(shown.looks[ROLE_HEADING].fg, COLOR_TERMINAL);
}

static void names_what_is_no_color(void **state)
{
    (void)state;
    static const struct {
        const char *part, *value, *told;
    } cases[] = {
        {"accent", "256", "\"256\" is not a colour"},
        {"accent", "blau", "\"blau\" is not a colour"},
        {"accent", "1x", "\"1x\" is not a colour"},
        {"accent", "-1", "\"-1\" is not a colour"},
        {"accent", "bright-", "\"bright-\" is not a colour"},
        {"acent", "33", "Unknown part of the screen \"acent\""},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct theme_colors own = {0}, unchanged = {0};
        struct error err;
        assert_false(
            theme_colors_set(&own, cases[i].part, cases[i].value, &err));
        assert_non_null(strstr(err.message, cases[i].told));
        assert_memory_equal(&own, &unchanged, sizeof own);
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
        cmocka_unit_test(default_is_readable_on_black_and_white),
        cmocka_unit_test(few_colors_are_bold),
        cmocka_unit_test(nothing_to_read_is_faint),
        cmocka_unit_test(tells_the_ground),
        cmocka_unit_test(takes_the_users_colors),
        cmocka_unit_test(names_what_is_no_color),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
