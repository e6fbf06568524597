#include "ui/theme.h"

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
    static const enum style styles[] = {
        (enum style)ROLE_HEADING,   STYLE_LINK,  STYLE_SELECTED, STYLE_FOCUS,
        (enum style)ROLE_EMERGENCY, STYLE_MATCH, STYLE_SAFETY,   STYLE_ERROR};
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_themes_by_name),
        cmocka_unit_test(takes_the_nearest_color),
        cmocka_unit_test(does_not_rest_on_color_alone),
        cmocka_unit_test(text_differs_from_its_ground),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
