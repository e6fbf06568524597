#include "ui/keymap.h"

#include <curses.h>
#include <string.h>

#include "../unit.h"
#include "ui/key.h"

static void reads_names_of_keys(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        uint32_t key;
    } cases[] = {
        {"j", 'j'},
        {"J", 'J'},
        {"?", '?'},
        {"^", '^'},
        {"đ", 0x111},
        {"Space", ' '},
        {"space", ' '},
        {"Enter", '\n'},
        {"Return", '\n'},
        {"Tab", '\t'},
        {"Esc", 27},
        {"^O", 15},
        {"Ctrl-O", 15},
        {"ctrl-o", 15},
        {"C-o", 15},
        {"S-Tab", KEY_SPECIAL | KEY_BTAB},
        {"Shift-Tab", KEY_SPECIAL | KEY_BTAB},
        {"→", KEY_SPECIAL | KEY_RIGHT},
        {"Right", KEY_SPECIAL | KEY_RIGHT},
        {"PgDn", KEY_SPECIAL | KEY_NPAGE},
        {"PageDown", KEY_SPECIAL | KEY_NPAGE},
        {"F1", KEY_SPECIAL | KEY_F(1)},
        {"F12", KEY_SPECIAL | KEY_F(12)},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        uint32_t key = 0;
        assert_true(key_parse(cases[i].name, &key));
        assert_int_equal(key, cases[i].key);
    }
}

static void refuses_what_is_no_key(void **state)
{
    (void)state;
    static const char *const names[] = {"",    "jj",    " ",      "\x1b", "F0",
                                        "F99", "Ctrl-", "Ctrl-é", "\xff", "Fx"};
    for (size_t i = 0; i < N_ELEMENTS(names); i++) {
        uint32_t key;
        assert_false(key_parse(names[i], &key));
    }
}

/* Every key that is shown can be used in the configuration. */
static void names_of_keys_come_back(void **state)
{
    (void)state;
    struct keymap keymap;
    keymap_init(&keymap);
    for (size_t i = 0; i < keymap.n; i++)
        for (int ascii = 0; ascii < 2; ascii++) {
            struct buf name;
            uint32_t key;
            buf_init(&name);
            key_add_name(keymap.bindings[i].key, ascii, &name);
            assert_true(key_parse(name.data, &key));
            assert_int_equal(key, keymap.bindings[i].key);
            buf_finish(&name);
        }
}

static void every_action_has_a_key_and_help(void **state)
{
    (void)state;
    struct keymap keymap;
    keymap_init(&keymap);
    for (int i = 1; i < ACTION_COUNT; i++) {
        const struct action_row *row = action_get((enum action)i);
        struct buf keys;
        buf_init(&keys);
        assert_true(keymap_keys(&keymap, (enum action)i, 9, false, &keys));
        assert_true(strlen(row->help) > 0);
        assert_true(row->where != 0);
        assert_int_equal(action_find(row->name), i);
        buf_finish(&keys);
    }
}

/* A key has one meaning in a view. */
static void default_keys_do_not_clash(void **state)
{
    (void)state;
    struct keymap keymap;
    keymap_init(&keymap);
    for (size_t i = 0; i < keymap.n; i++)
        for (unsigned where = 1; where < IN_ALL; where <<= 1)
            if (action_get(keymap.bindings[i].action)->where & where)
                assert_int_equal(
                    keymap_find(&keymap, keymap.bindings[i].key, where),
                    keymap.bindings[i].action);
}

static void a_bound_key_is_taken_from_others(void **state)
{
    (void)state;
    struct keymap keymap;
    keymap_init(&keymap);
    const struct binding *old = keymap_clash(&keymap, 'd', ACTION_PAGE_DOWN);
    assert_int_equal(old->action, ACTION_HALF_DOWN);
    keymap_bind(&keymap, 'd', ACTION_PAGE_DOWN);
    assert_null(keymap_clash(&keymap, 'd', ACTION_PAGE_DOWN));
    assert_int_equal(keymap_find(&keymap, 'd', IN_ARTICLE), ACTION_PAGE_DOWN);
    assert_int_equal(keymap_find(&keymap, ' ', IN_ARTICLE), ACTION_PAGE_DOWN);
    keymap_unbind(&keymap, ACTION_PAGE_DOWN);
    assert_int_equal(keymap_find(&keymap, ' ', IN_ARTICLE), ACTION_NONE);
}

static void views_that_do_not_meet_share_a_key(void **state)
{
    (void)state;
    struct keymap keymap;
    keymap_init(&keymap);
    keymap_bind(&keymap, 'n', ACTION_SORT);
    assert_int_equal(keymap_find(&keymap, 'n', IN_LIBRARY), ACTION_SORT);
    assert_int_equal(keymap_find(&keymap, 'n', IN_ARTICLE), ACTION_FIND_NEXT);
}

static void default_keys_come_back(void **state)
{
    (void)state;
    struct keymap keymap;
    keymap_init(&keymap);
    size_t n_down = keymap_n_keys(&keymap, ACTION_DOWN);
    keymap_unbind(&keymap, ACTION_CLOSE);
    keymap_bind(&keymap, 'q', ACTION_DOWN);
    keymap_restore(&keymap, ACTION_CLOSE, false);
    assert_int_equal(keymap_n_keys(&keymap, ACTION_CLOSE), 0);
    keymap_restore(&keymap, ACTION_CLOSE, true);
    assert_int_equal(keymap_find(&keymap, 'q', IN_BOX), ACTION_CLOSE);
    assert_int_equal(keymap_n_keys(&keymap, ACTION_DOWN), n_down);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_names_of_keys),
        cmocka_unit_test(refuses_what_is_no_key),
        cmocka_unit_test(names_of_keys_come_back),
        cmocka_unit_test(every_action_has_a_key_and_help),
        cmocka_unit_test(default_keys_do_not_clash),
        cmocka_unit_test(a_bound_key_is_taken_from_others),
        cmocka_unit_test(views_that_do_not_meet_share_a_key),
        cmocka_unit_test(default_keys_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
