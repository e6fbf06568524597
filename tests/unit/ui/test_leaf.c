#include "ui/leaf.h"

#include "../unit.h"

/* Returns the rows as text, each ended by '|'. */
static void join(const struct leaf *leaf, struct buf *out)
{
    for (size_t row = 0; row < leaf->n_rows; row++) {
        const struct line *line = &leaf->rows[row].line;
        for (uint32_t i = 0; i < line->n_spans; i++)
            buf_add_n(out, line->spans[i].text, line->spans[i].n_bytes);
        buf_add_char(out, '|');
    }
}

static void wraps_at_words(void **state)
{
    (void)state;
    static const struct {
        unsigned cells;
        const char *text, *rows;
    } cases[] = {
        {80, "one line", "one line|"},
        {80, "", "|"},
        {10, "one two three", "one two|three|"},
        {7, "one two three", "one two|three|"},
        {4, "abcdefghij", "abcd|efgh|ij|"},
        {8, "take 5 mg", "take|5 mg|"},
        {18, "see https://a.org/b", "see|https://a.org/b|"},
        {1, "ab", "a|b|"},
        {1, "疫苗", "\uFFFD|\uFFFD|"}, /* too wide, but shown */
        {5, "疫苗接种", "疫苗|接种|"},
        {6, "\x1b[31m", "^[[31m|"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct leaf leaf;
        struct buf rows;
        buf_init(&rows);
        leaf_init(&leaf, cases[i].cells, NULL);
        leaf_line(&leaf, STYLE_TEXT, cases[i].text);
        join(&leaf, &rows);
        assert_string_equal(rows.data, cases[i].rows);
        buf_finish(&rows);
        leaf_finish(&leaf);
    }
}

static void hangs_under_an_indented_start(void **state)
{
    (void)state;
    struct leaf leaf;
    struct buf rows;
    buf_init(&rows);
    leaf_init(&leaf, 20, NULL);
    leaf_tab(&leaf, 4);
    leaf_add(&leaf, STYLE_DIM, "one line and another");
    leaf_end(&leaf);
    join(&leaf, &rows);
    assert_string_equal(rows.data, "    one line and|    another|");
    buf_finish(&rows);
    leaf_finish(&leaf);
}

static void hangs_under_the_column(void **state)
{
    (void)state;
    struct leaf leaf;
    struct buf rows;
    buf_init(&rows);
    leaf_init(&leaf, 20, NULL);
    leaf_add(&leaf, STYLE_KEY, "j");
    leaf_tab(&leaf, 6);
    leaf_add(&leaf, STYLE_TEXT, "a line further down");
    leaf_end(&leaf);
    join(&leaf, &rows);
    assert_string_equal(rows.data, "j     a line further|      down|");
    assert_int_equal(leaf.rows[0].line.spans[0].role, STYLE_KEY);
    assert_int_equal(leaf.rows[0].line.spans[1].role, STYLE_TEXT);
    buf_finish(&rows);
    leaf_finish(&leaf);
}

static void keeps_every_style(void **state)
{
    (void)state;
    struct leaf leaf;
    leaf_init(&leaf, 200, NULL);
    for (int i = 0; i < 40; i++)
        leaf_add(&leaf, i % 2 ? STYLE_KEY : STYLE_DIM, "x");
    leaf_end(&leaf);
    const struct line *line = &leaf.rows[0].line;
    assert_int_equal(line->n_spans, 40);
    for (uint32_t i = 0; i < 40; i++)
        assert_int_equal(line->spans[i].role, i % 2 ? STYLE_KEY : STYLE_DIM);
    leaf_finish(&leaf);
}

static void rows_know_their_item(void **state)
{
    (void)state;
    struct leaf leaf;
    leaf_init(&leaf, 10, NULL);
    leaf_line(&leaf, STYLE_TEXT, "title");
    assert_int_equal(leaf_item(&leaf), 0);
    leaf_line(&leaf, STYLE_TEXT, "first that wraps");
    assert_int_equal(leaf_item(&leaf), 1);
    leaf_line(&leaf, STYLE_TEXT, "second");
    static const int items[] = {NO_ITEM, 0, 0, 1};
    assert_int_equal(leaf.n_rows, N_ELEMENTS(items));
    for (size_t i = 0; i < leaf.n_rows; i++)
        assert_int_equal(leaf.rows[i].item, items[i]);
    leaf_finish(&leaf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wraps_at_words),
        cmocka_unit_test(hangs_under_an_indented_start),
        cmocka_unit_test(hangs_under_the_column),
        cmocka_unit_test(keeps_every_style),
        cmocka_unit_test(rows_know_their_item),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
