#include "ui/hints.h"

#include "../unit.h"

/* Which hints of 10 cells each remain as the room shrinks: one character per
 * hint; those without a key are never shown. */
static void keeps_the_most_important(void **state)
{
    (void)state;
    static const struct hint plain[] = {{{ACTION_UP}},
                                        {{ACTION_SORT}},
                                        {{ACTION_THEME}},
                                        {{ACTION_HELP}},
                                        {{ACTION_CLOSE}}};
    static const struct hint safe[] = {{{ACTION_UP}},
                                       {{ACTION_ENTER}},
                                       {{ACTION_EMERGENCY}},
                                       {{ACTION_HELP}},
                                       {{ACTION_CLOSE}}};
    static const struct hint article[] = {{{ACTION_PREVIOUS_SECTION}},
                                          {{ACTION_FIND}},
                                          {{ACTION_EMERGENCY}},
                                          {{ACTION_KINDS}},
                                          {{ACTION_CLOSE}}};
    static const struct {
        const struct hint *hints;
        int room;
        const char *shown;
    } cases[] = {
        {plain, 9, "-----"},    {plain, 10, "---+-"},   {plain, 20, "+--+-"},
        {plain, 30, "+--++"},   {plain, 40, "++-++"},   {safe, 10, "--+--"},
        {safe, 20, "-++--"},    {safe, 30, "-+++-"},    {safe, 50, "+++++"},
        {article, 10, "--+--"}, {article, 25, "--++-"}, {article, 30, "+-++-"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct hint_room room[5] = {{10}, {10}, {10}, {10}, {10}};
        hints_rank(cases[i].hints, 5, room);
        hints_fit(room, 5, cases[i].room);
        for (size_t j = 0; j < 5; j++)
            assert_int_equal(room[j].shown, cases[i].shown[j] == '+');
    }
}

/* A hint that does not fit leaves its room to the next one. */
static void leaves_room_to_the_next(void **state)
{
    (void)state;
    struct hint_room hints[] = {{15, 0, false}, {7, 1, false}, {8, 2, false}};
    assert_int_equal(hints_fit(hints, 3, 14), 1);
    assert_true(hints[1].shown);
    assert_int_equal(hints_fit(hints, 3, 22), 2);
    assert_true(hints[0].shown && hints[1].shown);
}

static void leaves_out_hints_without_keys(void **state)
{
    (void)state;
    struct hint_room hints[] = {{7, 0, false}, {0, 1, false}, {7, 2, false}};
    assert_int_equal(hints_fit(hints, 3, 80), 2);
    assert_false(hints[1].shown);
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
        {{{ACTION_QUIT}, NULL, 0, "^C"}, false, "^C"},
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
        cmocka_unit_test(leaves_room_to_the_next),
        cmocka_unit_test(leaves_out_hints_without_keys),
        cmocka_unit_test(joins_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
