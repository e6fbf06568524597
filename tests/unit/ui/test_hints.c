#include "ui/hints.h"

#include "../unit.h"

/* Six hints; the first is the most important, then the last but one, then the
 * last. */
static void keeps_the_most_important(void **state)
{
    (void)state;
    static const struct {
        int room;
        const char *shown; /* one character a hint */
    } cases[] = {
        {3, "------"},  {7, "-----+"},  {8, "----+-"},
        {15, "+-----"}, {22, "+----+"}, {23, "+---+-"},
        {32, "+---++"}, {43, "++--++"}, {103, "++++++"},
    };
    static const int cells[] = {15, 13, 12, 11, 8, 7};
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        bool shown[N_ELEMENTS(cells)];
        hints_fit(cells, N_ELEMENTS(cells), cases[i].room, shown);
        for (size_t j = 0; j < N_ELEMENTS(cells); j++)
            assert_int_equal(shown[j], cases[i].shown[j] == '+');
    }
}

static void leaves_out_hints_without_keys(void **state)
{
    (void)state;
    static const int cells[] = {7, 0, 7};
    bool shown[3];
    assert_int_equal(hints_fit(cells, 3, 80, shown), 2);
    assert_false(shown[1]);
}

static void joins_keys(void **state)
{
    (void)state;
    static const struct {
        struct hint hint;
        bool ascii;
        const char *keys;
    } cases[] = {
        {{{ACTION_PREVIOUS_SECTION, ACTION_NEXT_SECTION}, NULL}, false, "←→"},
        {{{ACTION_PREVIOUS_SECTION, ACTION_NEXT_SECTION}, NULL},
         true,
         "Left/Right"},
        {{{ACTION_FIND_NEXT, ACTION_FIND_PREVIOUS}, NULL}, false, "n/N"},
        {{{ACTION_PAGE_DOWN}, NULL}, false, "Space"},
    };
    struct keymap keymap;
    keymap_init(&keymap);
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf keys;
        buf_init(&keys);
        hint_keys(&keymap, &cases[i].hint, cases[i].ascii, &keys);
        assert_string_equal(keys.data, cases[i].keys);
        buf_finish(&keys);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_the_most_important),
        cmocka_unit_test(leaves_out_hints_without_keys),
        cmocka_unit_test(joins_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
