#include "text/flow.h"

#include <string.h>

#include "../unit.h"
#include "base/charset.h"

struct expected_run {
    const char *text;
    uint32_t start, end; /* of what it shows */
    enum role role;
};

struct span_case {
    const char *text;
    struct expected_run runs[4];
};

static void check(const struct span_case *test, const struct charset *charset)
{
    struct flow flow;
    flow_init(&flow, test->text, charset);
    flow_add(&flow, (struct text_range){0, (uint32_t)strlen(test->text)},
             flow_style(ROLE_TEXT));
    for (size_t i = 0; i < N_ELEMENTS(test->runs); i++) {
        const struct expected_run *expected = &test->runs[i];
        if (!expected->text) {
            assert_int_equal(flow.n_runs, i);
            break;
        }
        assert_true(i < flow.n_runs);
        const struct flow_run *run = &flow.runs[i];
        assert_int_equal(run->end - run->start, strlen(expected->text));
        assert_memory_equal(flow.text.data + run->start, expected->text,
                            run->end - run->start);
        assert_int_equal(run->shows.start, expected->start);
        assert_int_equal(run->shows.end, expected->end);
        assert_int_equal(run->style.role, expected->role);
    }
    flow_finish(&flow);
}

static void makes_text_safe(void **state)
{
    (void)state;
    static const struct span_case cases[] = {
        {"plain", {{"plain", 0, 5, ROLE_TEXT}}},
        {"two  spaces",
         {{"two ", 0, 4, ROLE_TEXT}, {"spaces", 5, 11, ROLE_TEXT}}},
        {" leading", {{"leading", 1, 8, ROLE_TEXT}}},
        {"a\x1B[31m",
         {{"a", 0, 1, ROLE_TEXT},
          {"^[", 1, 2, ROLE_CONTROL},
          {"[31m", 2, 6, ROLE_TEXT}}},
        {"a\u202Eb",
         {{"a", 0, 1, ROLE_TEXT},
          {"<U+202E>", 1, 4, ROLE_CONTROL},
          {"b", 4, 5, ROLE_TEXT}}},
        {"a\u200Bb", {{"a", 0, 1, ROLE_TEXT}, {"b", 4, 5, ROLE_TEXT}}},
        {"a\tb", {{"a b", 0, 3, ROLE_TEXT}}},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        check(&cases[i], NULL);
}

static void transliterates(void **state)
{
    (void)state;
    static const struct span_case test = {
        "a – b",
        {{"a ", 0, 2, ROLE_TEXT},
         {"-", 2, 5, ROLE_TEXT},
         {" b", 5, 7, ROLE_TEXT}},
    };
    struct charset charset;
    charset_init(&charset, "ANSI_X3.4-1968");
    check(&test, &charset);
    charset_finish(&charset);
}

static void words_are_safe_too(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct span span = flow_words_span(&arena, NULL, "a\x07", ROLE_DIM);
    assert_int_equal(span.n_bytes, 3);
    assert_memory_equal(span.text, "a^G", 3);
    assert_int_equal(span.cells, 3);
    assert_int_equal(span.text_start, NO_TEXT);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_text_safe),
        cmocka_unit_test(transliterates),
        cmocka_unit_test(words_are_safe_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
