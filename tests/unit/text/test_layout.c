#include "text/layout.h"

#include <string.h>

#include "../unit.h"

struct expected_span {
    const char *text;
    enum role role;
    unsigned attributes;
    int32_t link, reference; /* index + 1; 0 for none */
};

struct layout_case {
    const char *markdown;
    struct layout_options options;
    size_t block, row;
    enum line_type type;
    struct expected_span spans[6];
};

static void check_span(const struct span *span,
                       const struct expected_span *expected)
{
    assert_int_equal(span->n_bytes, strlen(expected->text));
    assert_memory_equal(span->text, expected->text, span->n_bytes);
    assert_int_equal(span->role, expected->role);
    assert_int_equal(span->attributes, expected->attributes);
    assert_int_equal(span->link, expected->link - 1);
    assert_int_equal(span->reference, expected->reference - 1);
}

static void check(const struct layout_case *test)
{
    struct article *article =
        article_parse(test->markdown, strlen(test->markdown), NULL);
    struct layout *layout = layout_new(article, &test->options);
    const struct line *line =
        layout_line(layout, (struct position){test->block, test->row});
    assert_non_null(line);
    assert_int_equal(line->type, test->type);
    for (size_t i = 0; i < N_ELEMENTS(test->spans); i++) {
        if (!test->spans[i].text) {
            assert_int_equal(line->n_spans, i);
            break;
        }
        assert_true(i < line->n_spans);
        check_span(&line->spans[i], &test->spans[i]);
    }
    layout_free(layout);
    article_free(article);
}

static void styles_spans(void **state)
{
    (void)state;
    static const struct layout_case cases[] = {
        {"a *b* **c** ***d***",
         {.cells = 40},
         0,
         0,
         LINE_TEXT,
         {{"a ", ROLE_TEXT},
          {"b", ROLE_TEXT, SPAN_ITALIC},
          {" ", ROLE_TEXT},
          {"c", ROLE_TEXT, SPAN_BOLD},
          {" ", ROLE_TEXT},
          {"d", ROLE_TEXT, SPAN_BOLD | SPAN_ITALIC}}},
        {"[a *b*](x.md)",
         {.cells = 40, .link_numbers = true},
         0,
         0,
         LINE_TEXT,
         {{"a ", ROLE_LINK, 0, 1},
          {"b", ROLE_LINK, SPAN_ITALIC, 1},
          {"‹1›", ROLE_LINK_NUMBER, 0, 1}}},
        {"---\nsources:\n - {id: s}\n---\na[^s] `c`",
         {.cells = 40},
         0,
         0,
         LINE_TEXT,
         {{"a", ROLE_TEXT},
          {"[1]", ROLE_CITATION, 0, 0, 1},
          {" ", ROLE_TEXT},
          {"c", ROLE_CODE}}},
        {"a\x1B.",
         {.cells = 40},
         0,
         0,
         LINE_TEXT,
         {{"a", ROLE_TEXT}, {"^[", ROLE_CONTROL}, {".", ROLE_TEXT}}},
        {"- a",
         {.cells = 40},
         0,
         0,
         LINE_TEXT,
         {{" • ", ROLE_MARKER}, {"a", ROLE_TEXT}}},
        {"> a",
         {.cells = 40},
         0,
         0,
         LINE_TEXT,
         {{"│ ", ROLE_BORDER}, {"a", ROLE_TEXT}}},
        {"a ~~b `c` *d*~~",
         {.cells = 40, .strikes = true},
         0,
         0,
         LINE_TEXT,
         {{"a ", ROLE_TEXT},
          {"b ", ROLE_DIM, SPAN_STRUCK},
          {"c", ROLE_CODE, SPAN_STRUCK},
          {" ", ROLE_DIM, SPAN_STRUCK},
          {"d", ROLE_DIM, SPAN_STRUCK | SPAN_ITALIC}}},
        {"`~~` a~~",
         {.cells = 40, .strikes = true},
         0,
         0,
         LINE_TEXT,
         {{"~~", ROLE_CODE}, {" a~~", ROLE_TEXT}}},
        {"~~b~~",
         {.cells = 40},
         0,
         0,
         LINE_TEXT,
         {{"[struck out: ", ROLE_DIM}, {"b", ROLE_DIM}, {"]", ROLE_DIM}}},
        {"~~b~~",
         {.cells = 60, .linear = true, .strikes = true},
         0,
         0,
         LINE_TEXT,
         {{"[struck out: ", ROLE_DIM},
          {"b", ROLE_DIM},
          {", end of struck-out text]", ROLE_DIM}}},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        check(&cases[i]);
}

static void tells_types(void **state)
{
    (void)state;
    static const struct layout_case cases[] = {
        {"## a\n\n### b\n",
         {.cells = 40},
         0,
         0,
         LINE_HEADING,
         {{"a", ROLE_HEADING}}},
        {"## a\n\n### b\n", {.cells = 40}, 1, 0, LINE_BLANK, {{0}}},
        {"## a\n\n### b\n",
         {.cells = 40},
         1,
         1,
         LINE_SUBHEADING,
         {{"b", ROLE_SUBHEADING}}},
        {"    a",
         {.cells = 40},
         0,
         0,
         LINE_CODE,
         {{"  ", ROLE_TEXT}, {"a", ROLE_CODE}}},
        {"> [!EMERGENCY] a",
         {.cells = 22},
         0,
         0,
         LINE_ALERT,
         {{"┏━ ", ROLE_EMERGENCY},
          {"EMERGENCY", ROLE_EMERGENCY},
          {" ━━━━━━━━┓", ROLE_EMERGENCY}}},
        {"> [!EMERGENCY] a",
         {.cells = 22},
         0,
         1,
         LINE_ALERT,
         {{"┃ ", ROLE_EMERGENCY},
          {"a", ROLE_TEXT},
          {"                 ", ROLE_TEXT},
          {" ┃", ROLE_EMERGENCY}}},
        {"## Risks\n\n## Who gets it\n\na",
         {.cells = 40, .kind_labels = true},
         0,
         0,
         LINE_HEADING,
         {{"Risks", ROLE_HEADING}}},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        check(&cases[i]);
}

/* Returns the lines of a layout, joined with '|'. */
static void join(struct layout *layout, struct buf *out)
{
    buf_init(out);
    for (size_t i = 0; i < layout_n_blocks(layout); i++) {
        size_t n_lines;
        const struct line *lines = layout_lines(layout, i, &n_lines);
        for (size_t j = 0; j < n_lines; j++) {
            for (size_t k = 0; k < lines[j].n_spans; k++)
                buf_add_n(out, lines[j].spans[k].text,
                          lines[j].spans[k].n_bytes);
            buf_add_char(out, '|');
        }
    }
}

static const char two_sections[] =
    "---\ntitle: T\nsources:\n - {id: a}\n - {id: b}\n---\n"
    "Start.[^a]\n\n## One\n\nText.[^b]\n\n## Two\n\nEnd.[^a]\n\n"
    "```\n```\n";

static void columns_are_aligned(void **state)
{
    (void)state;
    static const char source[] = "| l | c | r |\n"
                                 "|---|:-:|--:|\n"
                                 "| 100 | 100 | 100 |\n"
                                 "| 1 | 2 | 3 |\n";
    struct article *article = article_parse(source, strlen(source), NULL);
    struct layout *layout =
        layout_new(article, &(struct layout_options){.cells = 40});
    struct buf out;
    join(layout, &out);
    if (!strstr(out.data, "1   │  2  │   3"))
        fail_msg("%s", out.data);
    buf_finish(&out);
    layout_free(layout);
    article_free(article);
}

/* An empty section "Risks" must not read as "no risks". */
static void empty_sections_on_safety_warn(void **state)
{
    (void)state;
    static const struct {
        const char *source;
        enum role role;
    } cases[] = {
        {"## Risks\n\n## Types\n\nText.\n", ROLE_WARNING},
        {"## Types\n\n## Risks\n\nText.\n", ROLE_DIM},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct article *article =
            article_parse(cases[i].source, strlen(cases[i].source), NULL);
        struct layout *layout =
            layout_new(article, &(struct layout_options){.cells = 40});
        size_t n_lines;
        const struct line *lines = layout_lines(layout, 0, &n_lines);
        assert_int_equal(n_lines, 3);
        assert_int_equal(lines[2].spans[0].role, cases[i].role);
        layout_free(layout);
        article_free(article);
    }
}

static void shows_parts(void **state)
{
    (void)state;
    struct article *article =
        article_parse(two_sections, strlen(two_sections), NULL);
    struct layout_options options = {.cells = 40, .sources = true};
    struct block_range ranges[] = {{1, 3}};
    struct layout *layout = layout_new_part(article, &options, ranges, 1);
    struct buf lines;
    join(layout, &lines);
    assert_string_equal(lines.data, "One||Text.[2]|||Sources||[2] b.|");
    buf_finish(&lines);
    layout_free(layout);
    article_free(article);
}

/* 30 columns, of which each row only has the first: all names are shown once,
 * but only some of the missing cells. */
static void bounds_missing_cells(void **state)
{
    (void)state;
    struct buf source, lines;
    buf_init(&source);
    buf_add_repeat(&source, "|a", 30);
    buf_add(&source, "|\n");
    buf_add_repeat(&source, "|-", 30);
    buf_add(&source, "|\n|x|\n|y|\n");
    struct article *article = article_parse(source.data, source.n_bytes, NULL);
    struct layout_options options = {.cells = 40, .linear = true};
    struct layout *layout = layout_new(article, &options);
    join(layout, &lines);
    size_t n_lines = 0;
    for (const char *bar = lines.data; (bar = strchr(bar, '|')); bar++)
        n_lines++;
    assert_int_equal(n_lines, 1 + 30 + 1 + 1 + 20 + 1);
    buf_finish(&source);
    buf_finish(&lines);
    layout_free(layout);
    article_free(article);
}

/* A part lists what its footnotes cite, including other footnotes. */
static void lists_what_notes_cite(void **state)
{
    (void)state;
    static const char source[] =
        "---\ntitle: T\nsources: [{id: s, title: S}, {id: u, title: U}]\n---\n"
        "## One\n\na[^n]\n\n## Two\n\nb[^u]\n\n"
        "[^m]: from [^s] and [there](https://z.org)\n\n[^n]: see [^m]\n";
    struct article *article = article_parse(source, strlen(source), NULL);
    struct layout_options options = {
        .cells = 40, .link_numbers = true, .ending = true, .sources = true};
    struct block_range first = {0, 2};
    struct layout *layout = layout_new_part(article, &options, &first, 1);
    struct buf lines;
    join(layout, &lines);
    assert_non_null(strstr(lines.data, "from [1] and there"));
    assert_non_null(strstr(lines.data, "https://z.org"));
    assert_non_null(strstr(lines.data, "|[1] S."));
    assert_null(strstr(lines.data, "U."));
    buf_finish(&lines);
    layout_free(layout);
    article_free(article);
}

static void passes_over_what_shows_nothing(void **state)
{
    (void)state;
    struct article *article =
        article_parse(two_sections, strlen(two_sections), NULL);
    struct layout_options options = {.cells = 40};
    struct layout *layout = layout_new(article, &options);
    assert_int_equal(layout_n_blocks(layout), article->n_blocks - 1);
    layout_free(layout);
    article_free(article);

    article = article_parse("", 0, NULL);
    layout = layout_new(article, &options);
    assert_int_equal(layout_n_blocks(layout), 0);
    assert_null(layout_line(layout, (struct position){0, 0}));
    layout_free(layout);
    layout_free(NULL);
    article_free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(styles_spans),
        cmocka_unit_test(tells_types),
        cmocka_unit_test(columns_are_aligned),
        cmocka_unit_test(empty_sections_on_safety_warn),
        cmocka_unit_test(shows_parts),
        cmocka_unit_test(bounds_missing_cells),
        cmocka_unit_test(lists_what_notes_cite),
        cmocka_unit_test(passes_over_what_shows_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
