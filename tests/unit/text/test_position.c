#include <string.h>

#include "../unit.h"
#include "text/layout_data.h"

static const char sample[] =
    "---\ntitle: T\n---\n"
    "The first paragraph is long enough to be wrapped at some widths, with "
    "*emphasis* and `code` in it, so that the text and its source differ.\n\n"
    "## A heading\n\n"
    "- an item\n- another item that is longer than the line is wide\n\n"
    "> [!WARNING]\n> An alert that has some text in its box.\n\n"
    "## Another heading, which is wrapped in a narrow window\n\n"
    "Entities &amp; escapes \\* make the source longer than the text.\n\n"
    "    code\n    more code\n\n"
    "Last words.\n";

static const unsigned widths[] = {1, 10, 20, 33, 80};

struct fixture {
    struct article *article;
    struct layout *layout;
};

static struct fixture set_up(const char *markdown, unsigned cells)
{
    struct fixture fixture = {
        .article = article_parse(markdown, strlen(markdown), NULL),
    };
    struct layout_options options = {.cells = cells, .title = true};
    fixture.layout = layout_new(fixture.article, &options);
    return fixture;
}

static void tear_down(struct fixture *fixture)
{
    layout_free(fixture->layout);
    article_free(fixture->article);
}

static void assert_same(struct position a, struct position b)
{
    assert_int_equal(a.block, b.block);
    assert_int_equal(a.row, b.row);
}

static void moves_row_by_row(void **state)
{
    (void)state;
    struct fixture fixture = set_up(sample, 33);
    struct position at = {0, 0}, last = layout_last(fixture.layout);
    long rows = 0, moved;
    for (struct position before; layout_position_compare(at, last) < 0;
         rows++) {
        before = at;
        at = layout_move(fixture.layout, at, 1, &moved);
        assert_int_equal(moved, 1);
        assert_true(layout_position_compare(before, at) < 0);
        assert_non_null(layout_line(fixture.layout, at));
    }
    assert_same(layout_move(fixture.layout, at, 5, &moved), last);
    assert_int_equal(moved, 0);
    for (long i = 0; i <= rows; i++) {
        struct position there =
            layout_move(fixture.layout, (struct position){0, 0}, i, &moved);
        assert_int_equal(moved, i);
        assert_same(layout_move(fixture.layout, there, rows - i, NULL), last);
        there = layout_move(fixture.layout, there, -rows, &moved);
        assert_int_equal(moved, -i);
        assert_same(there, (struct position){0, 0});
    }
    tear_down(&fixture);
}

static bool shows_text(const struct line *line)
{
    for (size_t i = 0; i < line->n_spans; i++)
        if (line->spans[i].text_start != NO_TEXT)
            return true;
    return false;
}

/* Mapping a row to the source and back gives the same row, at every width. */
static void keeps_the_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(widths); i++) {
        struct fixture fixture = set_up(sample, widths[i]);
        struct layout *layout = fixture.layout;
        struct position at = {0, 0};
        long moved = 1;
        for (; moved; at = layout_move(layout, at, 1, &moved)) {
            const struct line *line = layout_line(layout, at);
            if (!shows_text(line))
                continue;
            struct position there = layout_at_text(layout, line->text_at);
            const struct line *top = layout_line(layout, there);
            if (shows_text(top))
                assert_same(there, at);
            size_t source = layout_source_at(layout, at);
            assert_same(layout_at_source(layout, source), there);
        }
        tear_down(&fixture);
    }
}

static void finds_rows(void **state)
{
    (void)state;
    static const struct {
        const char *text; /* the place: where this begins */
        enum line_type type;
        const char *line; /* the row found */
    } cases[] = {
        {"# A heading", LINE_HEADING, "A heading"},
        {"another item", LINE_TEXT, " • another item that is longer"},
        {"> [!WARNING]", LINE_ALERT, "┌─ WARNING ─────────────────────┐"},
        {"## Another", LINE_HEADING, "Another heading, which is wrapped"},
        {"more code", LINE_CODE, "  more code"},
    };
    struct fixture fixture = set_up(sample, 33);
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        size_t source = (size_t)(strstr(sample, cases[i].text) - sample);
        struct position at = layout_at_source(fixture.layout, source);
        const struct line *line = layout_line(fixture.layout, at);
        struct buf text;
        buf_init(&text);
        for (size_t j = 0; j < line->n_spans; j++)
            buf_add_n(&text, line->spans[j].text, line->spans[j].n_bytes);
        assert_string_equal(text.data, cases[i].line);
        assert_int_equal(line->type, cases[i].type);
        buf_finish(&text);
    }
    tear_down(&fixture);
}

static void tells_percent(void **state)
{
    (void)state;
    struct fixture fixture = set_up(sample, 33);
    struct position at = {0, 0};
    long moved = 1;
    unsigned before = 0;
    for (; moved; at = layout_move(fixture.layout, at, 1, &moved)) {
        unsigned percent = layout_percent(fixture.layout, at);
        assert_true(before <= percent && percent <= 100);
        before = percent;
    }
    assert_int_equal(layout_percent(fixture.layout, (struct position){0, 0}),
                     0);
    assert_true(before > 90);
    tear_down(&fixture);
}

static void keeps_the_place_in_endings(void **state)
{
    (void)state;
    static const char markdown[] =
        "---\nsources:\n - {id: a}\n - {id: b}\n---\n"
        "Text.[^a][^b] [l](x.md)\n";
    struct article *article = article_parse(markdown, strlen(markdown), NULL);
    struct layout_options options = {
        .cells = 40, .link_numbers = true, .ending = true, .sources = true};
    struct layout *layout = layout_new(article, &options);
    /* Text, links, the heading of the sources, each source. */
    assert_int_equal(layout_n_blocks(layout), 5);
    for (size_t block = 0; block < 5; block++) {
        size_t source = layout_source_at(layout, (struct position){block, 2});
        assert_int_equal(layout_at_source(layout, source).block, block);
    }
    assert_int_equal(layout_percent(layout, layout_last(layout)), 100);
    layout_free(layout);
    article_free(article);
}

static void prepares_what_is_quickly_made(void **state)
{
    (void)state;
    static char markdown[40000] = "one\n\ntwo\n\nthree\n\n";
    memset(markdown + strlen(markdown), 'x', 20000);
    strcpy(markdown + strlen(markdown), "\n\nfive\n");
    struct article *article = article_parse(markdown, strlen(markdown), NULL);
    struct layout *layout =
        layout_new(article, &(struct layout_options){.cells = 40});
    assert_int_equal(layout_n_blocks(layout), 5);
    layout_prepare(layout, (struct position){0, 0}, 2);
    assert_non_null(layout->blocks[1].lines);
    assert_null(layout->blocks[2].lines);
    layout_prepare(layout, (struct position){1, 0}, 100);
    assert_non_null(layout->blocks[2].lines);
    assert_null(layout->blocks[3].lines);
    layout_prepare(layout, (struct position){4, 0}, 100);
    assert_non_null(layout->blocks[4].lines);
    layout_prepare(layout, (struct position){5, 0}, 100);
    layout_free(layout);
    article_free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moves_row_by_row),
        cmocka_unit_test(keeps_the_place),
        cmocka_unit_test(finds_rows),
        cmocka_unit_test(tells_percent),
        cmocka_unit_test(keeps_the_place_in_endings),
        cmocka_unit_test(prepares_what_is_quickly_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
