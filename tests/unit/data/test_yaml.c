#include "data/yaml.h"

#include <stdlib.h>
#include <string.h>

#include "../unit.h"

static struct arena arena;
static struct diagnostics out;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena);
    diagnostics_init(&out, &arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    diagnostics_finish(&out);
    arena_finish(&arena);
    return 0;
}

static struct yaml *parse(const char *text)
{
    return yaml_parse(
        &arena, &(struct yaml_text){text, strlen(text), .first_line = 2}, &out);
}

static void reads_maps_lists_and_places(void **state)
{
    (void)state;
    struct yaml *root = parse("title: Ibuprofen\n"
                              "synonyms: [Brufen, 'Nurofen']\n"
                              "sources:\n"
                              "  - {id: nhs, year: 2024}\n"
                              "  - id: bnf\n");
    assert_non_null(root);
    assert_int_equal(out.n, 0);
    assert_int_equal(root->n_children, 3);
    assert_string_equal(yaml_text(yaml_get(root, "title")), "Ibuprofen");
    const struct yaml *list = yaml_get(root, "synonyms");
    assert_int_equal(list->type, YAML_LIST);
    assert_int_equal(list->n_children, 2);
    assert_int_equal(list->line, 3);
    assert_int_equal(list->column, 11);
    assert_true(list->first->plain);
    assert_false(list->first->next->plain);
    const struct yaml *source = yaml_get(root, "sources")->first;
    assert_int_equal(source->line, 5);
    assert_int_equal(source->column, 5);
    long year;
    assert_true(yaml_long(yaml_get(source, "year"), &year));
    assert_int_equal(year, 2024);
    assert_string_equal(yaml_text(yaml_get(source->next, "id")), "bnf");
    assert_null(yaml_get(root, "nothing"));
    assert_null(yaml_get(list, "title"));
    assert_null(yaml_get(NULL, "title"));
    assert_null(yaml_text(list));
}

static void reads_scalars(void **state)
{
    (void)state;
    static const struct {
        const char *yaml;
        const char *text; /* NULL: null */
        bool is_long, is_bool;
        long number;
        bool truth;
    } cases[] = {
        {"a: ", NULL, false, false, 0, false},
        {"a: ~", NULL, false, false, 0, false},
        {"a: null", NULL, false, false, 0, false},
        {"a: 'null'", "null", false, false, 0, false},
        {"a: ''", "", false, false, 0, false},
        {"a: 12", "12", true, false, 12, false},
        {"a: '-3'", "-3", true, false, -3, false},
        {"a: 12x", "12x", false, false, 0, false},
        {"a: 1.5", "1.5", false, false, 0, false},
        {"a: 99999999999999999999", "99999999999999999999", false, false, 0,
         false},
        {"a: Yes", "Yes", false, true, 0, true},
        {"a: off", "off", false, true, 0, false},
        {"a: \"x\\0y\"", "x\uFFFDy", false, false, 0, false},
        {"a: \"\\e[31m\"", "\x1B[31m", false, false, 0, false},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        const struct yaml *value = yaml_get(parse(cases[i].yaml), "a");
        assert_non_null(value);
        if (cases[i].text)
            assert_string_equal(yaml_text(value), cases[i].text);
        else
            assert_null(yaml_text(value));
        long number = 0;
        assert_int_equal(yaml_long(value, &number), cases[i].is_long);
        assert_int_equal(number, cases[i].number);
        bool truth = false;
        assert_int_equal(yaml_bool(value, &truth), cases[i].is_bool);
        assert_int_equal(truth, cases[i].truth);
    }
    assert_int_equal(out.n, 0);
}

static void says_where_it_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *yaml;
        unsigned line, column;
        const char *kept; /* value of key "a" */
    } cases[] = {
        {"a: 1\nb: [x\nc: 2\n", 4, 2, "1"},
        {"a: 1\nb: *x\n", 3, 4, "1"},
        {"a: 1\nb: &x y\n", 3, 4, "1"},
        {"a: 1\nb: !!str y\n", 3, 4, "1"},
        {"a: 1\nb: !t {c: d}\n", 3, 4, "1"},
        {"a: 1\n---\nb: 2\n", 3, 1, "1"},
        {"a: 1\né: \xFF\n", 3, 4, "1"},
        {"a: 1\n[b]: c\n", 3, 1, "1"},
        {"a: 1\nb: [[[[[[[[[[x]]]]]]]]]]\n", 3, 11, "1"},
        {"a: 1\n\tb: 2\n", 3, 1, NULL},
        {"a: \x07\n", 2, 4, "\uFFFD"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        out.n = 0;
        struct yaml *root = parse(cases[i].yaml);
        assert_int_equal(out.n, 1);
        assert_int_equal(out.items[0].severity, SEVERITY_ERROR);
        assert_string_equal(out.items[0].code, "yaml");
        assert_int_equal(out.items[0].line, cases[i].line);
        assert_int_equal(out.items[0].column, cases[i].column);
        if (cases[i].kept)
            assert_string_equal(yaml_text(yaml_get(root, "a")), cases[i].kept);
    }
}

static void keeps_to_its_limits(void **state)
{
    (void)state;
    size_t n_bytes = YAML_MAX_BYTES;
    char *text = malloc(n_bytes + 1);
    memset(text, '[', n_bytes + 1);
    struct yaml_text large = {text, n_bytes + 1, .first_line = 1};
    assert_null(yaml_parse(&arena, &large, &out));
    assert_int_equal(out.n, 1);
    large.n_bytes = n_bytes;
    assert_non_null(yaml_parse(&arena, &large, &out));
    assert_int_equal(out.n, 2);
    assert_null(yaml_parse(&arena, &(struct yaml_text){"a: 1", 4, 3, 1}, &out));
    assert_int_equal(out.n, 3);
    free(text);
    assert_null(parse(""));
    assert_null(parse("# only a remark\n"));
    assert_int_equal(out.n, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_maps_lists_and_places, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(reads_scalars, set_up, tear_down),
        cmocka_unit_test_setup_teardown(says_where_it_is_wrong, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(keeps_to_its_limits, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
