#include "ui/config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit.h"

struct fixture {
    struct config config;
    struct keymap keymap;
};

static void read_text(struct fixture *fixture, const char *text)
{
    config_init(&fixture->config);
    keymap_init(&fixture->keymap);
    config_parse(&fixture->config, &fixture->keymap, text, strlen(text));
}

static void defaults_stand_without_a_file(void **state)
{
    (void)state;
    struct fixture fixture;
    read_text(&fixture, "");
    assert_int_equal(fixture.config.problems.n, 0);
    assert_int_equal(fixture.config.width, CONFIG_WIDTH);
    assert_false(fixture.config.mouse);
    assert_false(fixture.config.linear);
    assert_null(fixture.config.theme);
    config_finish(&fixture.config);
}

static void reads_settings(void **state)
{
    (void)state;
    struct fixture fixture;
    read_text(&fixture, "theme: high-contrast\n"
                        "width: 66\n"
                        "mouse: yes\n"
                        "linear: yes\n"
                        "private: true\n"
                        "sort: newest\n"
                        "start: list\n"
                        "keys:\n"
                        "  page-down: [n, F2]\n"
                        "  close: z\n"
                        "  find-next: []\n");
    assert_int_equal(fixture.config.problems.n, 0);
    assert_string_equal(fixture.config.theme->name, "high-contrast");
    assert_int_equal(fixture.config.width, 66);
    assert_true(fixture.config.mouse);
    assert_true(fixture.config.linear);
    assert_true(fixture.config.is_private);
    assert_string_equal(fixture.config.sort, "newest");
    assert_true(fixture.config.starts_in_list);
    assert_int_equal(keymap_find(&fixture.keymap, 'n', IN_ARTICLE),
                     ACTION_PAGE_DOWN);
    assert_int_equal(keymap_find(&fixture.keymap, ' ', IN_ARTICLE),
                     ACTION_NONE);
    assert_int_equal(keymap_find(&fixture.keymap, 'z', IN_LIBRARY),
                     ACTION_CLOSE);
    assert_int_equal(keymap_find(&fixture.keymap, 'q', IN_LIBRARY),
                     ACTION_NONE);
    config_finish(&fixture.config);
}

/* Each mistake is reported with its place; the rest of the file counts. */
static void tells_mistakes_with_their_place(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned line;
        const char *says;
    } cases[] = {
        {"theme: drak\n", 1, "Unknown theme \"drak\""},
        {"\nwidth: 3\n", 2, "from 20 to 500"},
        {"width: wide\n", 1, "from 20 to 500"},
        {"mouse: perhaps\n", 1, "mouse must be yes or no"},
        {"background: blue\n", 1, "background must be dark or light"},
        {"colors: 3\n", 1, "colors must be a list of"},
        {"colors:\n  accent: 33\n  link: blau\n", 3,
         "\"blau\" is not a colour"},
        {"colors:\n  acent: 33\n", 2, "Unknown part of the screen"},
        {"colors:\n  accent:\n", 2, "colors must be a list of"},
        {"sort: size\n", 1, "title, newest or type"},
        {"start: top\n", 1, "start must be prompt or list"},
        {"colour: red\n", 1, "Unknown setting \"colour\""},
        {"keys: j\n", 1, "action: key"},
        {"keys:\n  jump: j\n", 2, "Unknown action \"jump\""},
        {"keys:\n  close: Strg-X\n", 2, "\"Strg-X\" is not a key"},
        {"keys:\n  quit: Ctlr-Q\n", 2, "quit keeps its own"},
        {"keys:\n  close: z\n  quit: z\n", 3,
         "z is bound to quit and to close, which keeps it"},
        {"keys:\n  outline: j\n", 2, "does \"outline\" and no longer \"down\""},
        {"keys:\n  down: [Down,\n    q]\n", 3,
         "q cannot be bound to down: it is the only key for close"},
        {"keys:\n  quit: []\n", 2, "quit must have a key"},
        {"keys:\n  close: [[x]]\n", 2, "is not a key"},
        {"- dark\n", 1, "settings as lines"},
        {"theme: [\n", 0, "expected"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct fixture fixture;
        read_text(&fixture, cases[i].text);
        const struct diagnostics *problems = &fixture.config.problems;
        assert_true(problems->n >= 1);
        if (cases[i].line)
            assert_int_equal(problems->items[0].line, cases[i].line);
        if (!strstr(problems->items[0].text, cases[i].says))
            fail_msg("%s: %s", cases[i].text, problems->items[0].text);
        config_finish(&fixture.config);
    }
}

/* What keys do after a configuration of keys, and its number of problems. */
static void keeps_a_way_out(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t key;
        enum action action;
        size_t n_problems;
    } cases[] = {
        {"quit: Ctlr-Q", 'Q', ACTION_QUIT, 1},
        {"quit: [Ctlr-Q, z]", 'Q', ACTION_NONE, 1},
        {"quit: [Ctlr-Q, z]", 'z', ACTION_QUIT, 1},
        {"down: q", 'q', ACTION_CLOSE, 2},
        {"down: q", 'j', ACTION_DOWN, 2},
        {"down: q, close: z", 'q', ACTION_DOWN, 0},
        {"close: z, down: q", 'q', ACTION_DOWN, 0},
        {"close: z, quit: z", 'Q', ACTION_QUIT, 2},
        {"outline: z, down: q, close: z", 'q', ACTION_CLOSE, 3},
        {"close: []", 'q', ACTION_CLOSE, 1},
        {"outline: []", 't', ACTION_NONE, 0},
        {"outline: j", 'j', ACTION_OUTLINE, 1},
        {"outline: j, down: Down", 'j', ACTION_OUTLINE, 0},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct fixture fixture;
        char text[100];
        snprintf(text, sizeof text, "keys: {%s}\n", cases[i].text);
        read_text(&fixture, text);
        assert_int_equal(keymap_find(&fixture.keymap, cases[i].key, IN_ARTICLE),
                         cases[i].action);
        assert_int_equal(fixture.config.problems.n, cases[i].n_problems);
        config_finish(&fixture.config);
    }
}

static void broken_yaml_is_told_alone(void **state)
{
    (void)state;
    struct fixture fixture;
    read_text(&fixture, "mouse: maybe\ntheme: [\n");
    assert_int_equal(fixture.config.problems.n, 1);
    assert_string_equal(fixture.config.problems.items[0].code, "yaml");
    config_finish(&fixture.config);
}

static void goes_on_after_a_mistake(void **state)
{
    (void)state;
    struct fixture fixture;
    read_text(&fixture, "theme: drak\nwidth: 60\n");
    assert_int_equal(fixture.config.problems.n, 1);
    assert_int_equal(fixture.config.width, 60);
    config_finish(&fixture.config);
}

static void looks_where_xdg_says(void **state)
{
    (void)state;
    static const struct {
        const char *xdg, *home, *path;
    } cases[] = {
        {"/x", "/tmp", "/x/medfaq/config.yaml"},
        {"", "/tmp", "/tmp/.config/medfaq/config.yaml"},
        {"relative", "/tmp", "/tmp/.config/medfaq/config.yaml"},
        {"", "/nonexistent", NULL},
        {"", "", NULL},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct config config;
        setenv("XDG_CONFIG_HOME", cases[i].xdg, 1);
        setenv("HOME", cases[i].home, 1);
        config_init(&config);
        if (cases[i].path)
            assert_string_equal(config.path, cases[i].path);
        else
            assert_null(config.path);
        config_finish(&config);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(defaults_stand_without_a_file),
        cmocka_unit_test(reads_settings),
        cmocka_unit_test(tells_mistakes_with_their_place),
        cmocka_unit_test(keeps_a_way_out),
        cmocka_unit_test(broken_yaml_is_told_alone),
        cmocka_unit_test(goes_on_after_a_mistake),
        cmocka_unit_test(looks_where_xdg_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
