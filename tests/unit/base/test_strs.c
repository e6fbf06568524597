#include "base/strs.h"

#include "../unit.h"

static void owns_its_strings(void **state)
{
    (void)state;
    struct strs strs;
    strs_init(&strs);
    char text[] = "a";
    for (int i = 0; i < 20; i++)
        strs_add(&strs, text);
    text[0] = 'b';
    assert_int_equal(strs.n, 20);
    assert_string_equal(strs.items[19], "a");
    strs_finish(&strs);
    strs_finish(NULL);
}

static void compares_ends(void **state)
{
    (void)state;
    assert_true(str_starts("abc", "ab"));
    assert_false(str_starts("a", "ab"));
    assert_true(str_ends("a.md", ".md"));
    assert_false(str_ends("md", ".md"));
    assert_true(str_equal(NULL, NULL));
    assert_false(str_equal(NULL, ""));
    assert_true(str_equal("x", "x"));
}

static void measures_distance(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        unsigned limit, distance;
    } cases[] = {
        {"", "", 2, 0},
        {"colonoscopy", "colonscopy", 2, 1},
        {"risks", "rikss", 2, 1},
        {"kitten", "sitting", 5, 3},
        {"kitten", "sitting", 2, 3},
        {"a", "abcdef", 2, 3},
        {"ab", "ba", 2, 1},
        {"ab", "xa", 3, 2},
        {"ab", "bx", 3, 2},
        {"đau", "dau", 2, 1},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_int_equal(str_distance(cases[i].a, cases[i].b, cases[i].limit),
                         cases[i].distance);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(owns_its_strings),
        cmocka_unit_test(compares_ends),
        cmocka_unit_test(measures_distance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
