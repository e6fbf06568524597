#include "text/wrap.h"

#include <string.h>

#include "../unit.h"
#include "base/buf.h"

/* Returns the lines of a text at a width, joined with '|'. */
static void wrap_hanging(const char *text, unsigned cells, unsigned hanging,
                         struct buf *out)
{
    struct flow flow;
    struct wrap_lines lines = {0};
    struct arena arena;
    arena_init(&arena);
    flow_init(&flow, text, NULL);
    flow.hanging = hanging;
    flow.keep_spaces = hanging > 0;
    flow_add(&flow, (struct text_range){0, (uint32_t)strlen(text)},
             flow_style(ROLE_TEXT));
    wrap_flow(&flow, cells, &arena, &lines);
    buf_init(out);
    for (size_t i = 0; i < lines.n; i++) {
        assert_true(lines.items[i].cells <= cells);
        if (i)
            buf_add_char(out, '|');
        for (size_t j = 0; j < lines.items[i].n_spans; j++)
            buf_add_n(out, lines.items[i].spans[j].text,
                      lines.items[i].spans[j].n_bytes);
    }
    wrap_lines_finish(&lines);
    flow_finish(&flow);
    arena_finish(&arena);
}

struct wrap_case {
    unsigned cells;
    const char *text, *lines;
    unsigned hanging;
};

static void check(const struct wrap_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct buf out;
        wrap_hanging(cases[i].text, cases[i].cells, cases[i].hanging, &out);
        assert_string_equal(out.data, cases[i].lines);
        buf_finish(&out);
    }
}

static void fills_lines(void **state)
{
    (void)state;
    static const struct wrap_case cases[] = {
        {10, "", ""},
        {10, "one", "one"},
        {10, "one two three four", "one two|three four"},
        {10, "one two   three", "one two|three"},
        {7, "one two three", "one two|three"},
        {6, "one two three", "one|two|three"},
        {1, "a bc", "a|b|c"},
        {4, "abcdefghij", "abcd|efgh|ij"},
        {4, "abcd.", "abc|d."},
        {1, "a.", "a|."},
        {6, "is it? yes (no)", "is it?|yes|(no)"},
    };
    check(cases, N_ELEMENTS(cases));
}

static void keeps_clusters_whole(void **state)
{
    (void)state;
    static const struct wrap_case cases[] = {
        {2, "e\u0301e\u0301e\u0301", "e\u0301e\u0301|e\u0301"},
        {4, "微针治疗", "微针|治疗"},
        {5, "微针治疗", "微针|治疗"},
        {3, "🇫🇷🇩🇪", "🇫🇷|🇩🇪"},
        {4, "针。治。", "针。|治。"},
        {1, "a针b", "a|\uFFFD|b"},
    };
    check(cases, N_ELEMENTS(cases));
}

static void keeps_addresses_whole(void **state)
{
    (void)state;
    static const struct wrap_case cases[] = {
        {24, "see https://a.org/b-c/d now", "see https://a.org/b-c/d|now"},
        {22, "see https://a.org/b-c/d now", "see|https://a.org/b-c/d|now"},
        {16, "see https://a.org/b-c/d now", "see|https://a.org/|b-c/d now"},
        {8, "https://aaaa.org/b", "https://|aaaa.|org/b"},
        {9, "https://a.org/what-happens/b", "https://|a.org/|what-|happens/b"},
        {9, "give 5 mg/kg", "give|5 mg/kg"},
        {8, "take 5 mg", "take|5 mg"},
    };
    check(cases, N_ELEMENTS(cases));
}

static void hangs(void **state)
{
    (void)state;
    static const struct wrap_case cases[] = {
        {10, "one two three four", "one two|  three|  four", 2},
        {9, "- one two", "- one two", 2},
        {8, "- one two", "- one|  two", 2},
        /* a right-aligned number; inner spaces are kept */
        {12, " 4  one two three", " 4  one two|    three", 4},
        /* at most half of a narrow line */
        {4, "a b c d", "a b|  c|  d", 9},
        /* an indent is never alone on its line */
        {6, "    abcdef", "    ab|  cdef", 2},
    };
    check(cases, N_ELEMENTS(cases));
}

static void glues(void **state)
{
    (void)state;
    struct flow flow;
    struct wrap_lines lines = {0};
    struct arena arena;
    static const char text[] = "a scar [^x]";
    arena_init(&arena);
    flow_init(&flow, text, NULL);
    flow_add(&flow, (struct text_range){0, 7}, flow_style(ROLE_TEXT));
    flow_add_replacement(&flow, (struct text_range){7, 11}, "[2]",
                         flow_style(ROLE_CITATION));
    wrap_flow(&flow, 9, &arena, &lines);
    assert_int_equal(lines.n, 2);
    assert_int_equal(lines.items[0].n_spans, 1);
    assert_int_equal(lines.items[1].n_spans, 2);
    assert_int_equal(lines.items[1].text_at, 2);
    assert_int_equal(lines.items[1].spans[1].role, ROLE_CITATION);
    assert_int_equal(lines.items[1].spans[1].text_start, 7);
    assert_int_equal(lines.items[1].spans[1].text_end, 11);
    wrap_lines_finish(&lines);
    flow_finish(&flow);
    arena_finish(&arena);
}

static void measures(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned most, least;
    } cases[] = {
        {"", 0, 0},
        {"one three  ", 9, 5},
        {"微针治疗", 8, 2},
        {"see https://a.org/b/c", 21, 17},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct flow flow;
        flow_init(&flow, cases[i].text, NULL);
        flow_add(&flow, (struct text_range){0, (uint32_t)strlen(cases[i].text)},
                 flow_style(ROLE_TEXT));
        struct flow_size size = wrap_measure(&flow);
        assert_int_equal(size.max_content, cases[i].most);
        assert_int_equal(size.min_content, cases[i].least);
        flow_finish(&flow);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_lines),
        cmocka_unit_test(keeps_clusters_whole),
        cmocka_unit_test(keeps_addresses_whole),
        cmocka_unit_test(hangs),
        cmocka_unit_test(glues),
        cmocka_unit_test(measures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
