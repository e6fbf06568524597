/* compare: what a comparison may never do. Sixty pairs of articles are made up
 * so that they tempt it to, and each is held to the rules. */
#include "compare/compare.h"

#include <string.h>

#include "../unit.h"
#include "article/risk.h"
#include "base/lang.h"
#include "base/strs.h"
#include "compare/lines.h"
#include "compare/nothing.h"
#include "export/export.h"

#define N_PAIRS 60
#define TEXT_MAX 20

static unsigned noise;

static unsigned chance(unsigned n)
{
    noise = noise * 1103515245u + 12345;
    return (noise >> 16) % n;
}

#define PICK(list) list[chance(N_ELEMENTS(list))]

static const struct date today = {2026, 11, 30};

static struct article *parse(const char *text)
{
    return article_parse(text, strlen(text), NULL);
}

static struct compare_table *
compare_kind(const struct article *a, const struct article *b, enum kind kind)
{
    const struct article *const both[] = {a, b};
    struct error err;
    const struct compare_options options = {kind, today};
    struct compare_table *comparison = compare_new(both, 2, &options, &err);
    assert_non_null(comparison);
    return comparison;
}

/* The comparison as text, for the caller to free. */
static char *print(const struct compare_table *comparison, unsigned cells,
                   bool linear)
{
    struct buf out;
    size_t n;
    const struct layout_options options = {.cells = cells, .linear = linear};
    struct compare_lines *lines = compare_lines_new(comparison, &options);
    const struct line *items = compare_lines_get(lines, &n);
    buf_init(&out);
    for (size_t i = 0; i < n; i++)
        assert_true(items[i].cells <= cells);
    for (size_t i = 0; i <= comparison->n_rows; i++)
        assert_true(compare_lines_of_row(lines, i) <= n);
    export_add_lines(items, n, false, &out);
    compare_lines_free(lines);
    return buf_steal(&out);
}

static const struct compare_row *
find_row(const struct compare_table *comparison, const char *question)
{
    for (size_t i = 0; i < comparison->n_rows; i++)
        if (str_equal(comparison->rows[i].question, question))
            return &comparison->rows[i];
    fail_msg("no row asks: %s", question);
    return NULL;
}

static bool has(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

/* ---- the made-up articles ---- */

static const char *const langs[] = {"en", "en", "en", "vi", "es"};
static const char *const types[] = {"medicine", "medicine", "test", "procedure",
                                    NULL};
static const char *const readers[] = {"patient", "patient", "clinician", NULL};
static const char *const populations[] = {"100 women", "100 men", "women",
                                          NULL};
static const char *const periods[] = {"one year", "one day", NULL};
static const char *const pers[] = {"100", "100", "1000", "10000"};
static const char *const sources[] = {"same", "same", "twin", "other", NULL};
static const char *const outcomes[] = {"harm", "harm", "benefit"};

static void add_key(struct buf *out, const char *key, const char *value)
{
    if (value)
        buf_printf(out, "%s: %s\n", key, value);
}

static void add_front(struct buf *out, char name)
{
    buf_printf(out, "---\ntitle: Article %c\n", name);
    add_key(out, "lang", PICK(langs));
    add_key(out, "type", PICK(types));
    add_key(out, "audience", PICK(readers));
    add_key(out, "review_due", chance(3) ? "2027-01-01" : "2026-11-29");
    buf_add(out, "sources:\n"
                 "  - {id: same, title: One, doi: 10.1000/one}\n"
                 "  - {id: twin, title: One, doi: 10.1000/ONE}\n"
                 "  - {id: other, title: Two, doi: 10.1000/two}\n---\n\n");
}

/* Each figure has a mark of its own: aR1x is the first of article a. */
static void add_risk(struct buf *out, char name, unsigned i)
{
    bool nested = !chance(5);
    const char *indent = nested ? "  " : "";
    const char *source = PICK(sources);
    buf_printf(out, "%s%s```risk\n", nested ? "- Item:\n\n" : "", indent);
    buf_printf(out, "%stitle: Marks\n", indent);
    const char *keys[] = {"population", "period", "per", "outcome"};
    const char *values[] = {PICK(populations), PICK(periods), PICK(pers),
                            PICK(outcomes)};
    for (size_t k = 0; k < 4; k++)
        if (values[k])
            buf_printf(out, "%s%s: %s\n", indent, keys[k], values[k]);
    buf_printf(out, "%srows:\n%s  - {label: %cR%ux, n: %u", indent, indent,
               name, i, chance(100));
    if (source)
        buf_printf(out, ", source: %s", source);
    buf_printf(out, "}\n%s```\n\n", indent);
}

/* Each section has a mark of its own, too: aS7x. Some words are long. */
static void add_section(struct buf *out, char name, enum kind kind)
{
    buf_printf(out, "## Heading {kind=%s}\n\n", kind_get(kind)->id);
    if (chance(4) == 0)
        buf_add(out, "> [!WARNING] Beware of all of them.\n\n");
    buf_printf(out, "The text %cS%dx is %s.[^same]\n\n", name, (int)kind,
               chance(2) ? "never cut" : "not a yes and not a no");
    if (chance(4) == 0)
        buf_add(out, "| A | B |\n|---|---|\n| one | two |\n\n");
    if (chance(3) == 0)
        buf_printf(out, "- **Doing nothing.** %cN%dx is a choice.\n\n", name,
                   (int)kind);
}

static struct article *make_article(char name)
{
    struct buf text;
    buf_init(&text);
    add_front(&text, name);
    unsigned n_risks = 0;
    for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
        if (chance(3) == 0)
            continue;
        add_section(&text, name, (enum kind)kind);
        if (chance(4) == 0)
            add_risk(&text, name, n_risks++);
    }
    struct article *article = parse(text.data);
    buf_finish(&text);
    return article;
}

/* ---- the rules ---- */

static const struct risk *risk_of(const struct compare_table *comparison,
                                  const struct compare_row *row, size_t i)
{
    const struct compare_cell *cell = &row->cells[i];
    const struct article *article = comparison->articles[i];
    return cell->n_ranges == 1 ? article->blocks[cell->ranges[0].first]->risk
                               : NULL;
}

static const char *doi_of(const struct compare_table *comparison,
                          const struct compare_row *row, size_t i)
{
    int32_t reference = risk_of(comparison, row, i)->rows[0].reference;
    assert_true(reference >= 0);
    return comparison->articles[i]->references[reference].source->doi;
}

/* Numbers in one row have one frame, stated and equal. */
static void check_numbers(const struct compare_table *comparison)
{
    for (size_t r = 0; r < comparison->n_rows; r++) {
        const struct compare_row *row = &comparison->rows[r];
        const struct risk *a, *b;
        if (row->type != COMPARE_NUMBERS || !row->cells[0].n_ranges ||
            !row->cells[1].n_ranges)
            continue;
        a = risk_of(comparison, row, 0);
        b = risk_of(comparison, row, 1);
        assert_string_equal(a->population, b->population);
        assert_string_equal(a->period, b->period);
        assert_int_equal(a->per, b->per);
        assert_int_equal(a->benefit, b->benefit);
        assert_int_equal(
            strcasecmp(doi_of(comparison, row, 0), doi_of(comparison, row, 1)),
            0);
    }
}

/* No line of the screen has figures of two articles, unless their row may. */
static void check_number_lines(const struct compare_table *comparison,
                               const char *text)
{
    bool may = false;
    for (size_t r = 0; r < comparison->n_rows; r++)
        may |= comparison->rows[r].type == COMPARE_NUMBERS &&
               (comparison->rows[r].cells[0].n_ranges ||
                comparison->rows[r].cells[0].words) &&
               (comparison->rows[r].cells[1].n_ranges ||
                comparison->rows[r].cells[1].words);
    for (const char *line = text; !may && *line;) {
        size_t n = strcspn(line, "\n");
        char *copy = strndup(line, n);
        assert_false(has(copy, "aR") && has(copy, "bR"));
        free(copy);
        line += n + (line[n] == '\n');
    }
}

/* A text cell says something, and silence is never "no". */
static void check_cells(const struct compare_table *comparison)
{
    for (size_t r = 0; r < comparison->n_rows; r++) {
        const struct compare_row *row = &comparison->rows[r];
        for (size_t i = 0; row->type == COMPARE_TEXT && i < 2; i++) {
            const struct compare_cell *cell = &row->cells[i];
            assert_true(cell->n_ranges || cell->words);
            assert_true(!cell->is_silent || has(cell->words, " found"));
        }
    }
}

/* All of the safety set is there at each width, and all figures. */
static void check_text(const struct compare_table *comparison, const char *text)
{
    for (size_t i = 0; i < 2; i++) {
        const struct article *article = comparison->articles[i];
        for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
            char mark[TEXT_MAX];
            snprintf(mark, sizeof mark, "%cS%dx", "ab"[i], kind);
            if (kind_get((enum kind)kind)->safety && has(article->text, mark))
                assert_true(has(text, mark));
        }
        for (unsigned k = 0; k < 30; k++) {
            char mark[TEXT_MAX];
            snprintf(mark, sizeof mark, "%cR%ux", "ab"[i], k);
            assert_int_equal(has(text, mark), has(article->text, mark));
        }
    }
}

static bool warns(const struct compare_table *comparison, const char *words)
{
    for (size_t i = 0; i < comparison->n_warnings; i++)
        if (has(comparison->warnings[i], words))
            return true;
    return false;
}

static void check_labels(const struct compare_table *comparison)
{
    const struct article *a = comparison->articles[0];
    const struct article *b = comparison->articles[1];
    assert_int_equal(warns(comparison, "different types of article"),
                     a->meta.type != b->meta.type);
    assert_int_equal(warns(comparison, "different languages"),
                     !str_equal(a->lang, b->lang));
    assert_int_equal(warns(comparison, "different readers"),
                     !str_equal(a->meta.audience, b->meta.audience));
    for (size_t i = 0; i < 2; i++) {
        const struct article *article = comparison->articles[i];
        bool overdue = article->meta.review_due.year == 2026;
        assert_int_equal(has(comparison->labels[i], "overdue"), overdue);
        assert_true(has(comparison->labels[i], lang_own_name(article->lang)));
        assert_true(warns(comparison, article->title) || !overdue);
    }
}

static void keeps_the_rules(void **state)
{
    (void)state;
    static const unsigned widths[] = {1, 40, 80, 99, 100, 120, 200};
    for (unsigned pair = 1; pair <= N_PAIRS; pair++) {
        noise = pair;
        struct article *a = make_article('a'), *b = make_article('b');
        struct compare_table *comparison = compare_kind(a, b, KIND_NONE);
        printf("# pair %u: %zu rows\n", pair, comparison->n_rows);
        check_numbers(comparison);
        check_cells(comparison);
        check_labels(comparison);
        for (size_t i = 0; i <= N_ELEMENTS(widths); i++) {
            bool linear = i == N_ELEMENTS(widths);
            char *text = print(comparison, linear ? 80 : widths[i], linear);
            if (linear || widths[i] >= 40)
                check_text(comparison, text);
            check_number_lines(comparison, text);
            free(text);
        }
        compare_free(comparison);
        article_free(a);
        article_free(b);
    }
}

/* ---- a fixture for each refusal ---- */

#define RISK(n, per, who)                                                      \
    "```risk\ntitle: Darker patches\npopulation: " who "\nperiod: a month\n"   \
    "per: " per "\noutcome: harm\nrows:\n"                                     \
    "  - {label: Darker patches, n: " n "}\n```\n"

/* The pair that the rule was made for: 14 of 100 and 19 of 1,000. */
static void numbers_stay_in_their_frames(void **state)
{
    (void)state;
    struct article *a = parse(
        "# Needles\n\n## Risks\n\nMarks.\n\n" RISK("14", "100", "36 adults"));
    struct article *b = parse(
        "# Peels\n\n## Risks\n\nMarks.\n\n" RISK("19", "1000", "473 peels"));
    struct compare_table *comparison = compare_kind(a, b, KIND_NONE);
    size_t n_rows = 0;
    for (size_t i = 0; i < comparison->n_rows; i++) {
        const struct compare_row *row = &comparison->rows[i];
        if (row->type != COMPARE_NUMBERS)
            continue;
        n_rows++;
        assert_int_equal(row->cells[0].n_ranges + row->cells[1].n_ranges, 1);
        assert_true(has(row->note, "the people studied, the denominator and "
                                   "the study"));
    }
    assert_int_equal(n_rows, 2);
    char *text = print(comparison, 200, false);
    assert_true(has(text, "36 adults"));
    assert_true(has(text, "473 peels"));
    assert_false(has(text, "140"));
    free(text);
    compare_free(comparison);
    article_free(a);
    article_free(b);
}

/* Two ids with one DOI are one study. */
static void one_frame_is_one_row(void **state)
{
    (void)state;
    static const char text[] =
        "---\ntitle: %c\nsources:\n  - {id: %c, title: S, doi: 10.1000/x}\n"
        "---\n\n## Risks\n\n```risk\nevent: have marks\npopulation: 100 women\n"
        "period: a year\n"
        "per: 100\noutcome: harm\nrows:\n"
        "  - {label: Marks, n: %d, source: %c}\n```\n";
    char left[400], right[400];
    snprintf(left, sizeof left, text, 'a', 'a', 14, 'a');
    snprintf(right, sizeof right, text, 'b', 'b', 19, 'b');
    struct article *a = parse(left), *b = parse(right);
    struct compare_table *table = compare_kind(a, b, KIND_NONE);
    const struct compare_row *row = find_row(table, "How likely is it?");
    assert_int_equal(row->cells[0].n_ranges, 1);
    assert_int_equal(row->cells[1].n_ranges, 1);
    assert_true(str_starts(row->note, "Same people"));
    char *out = print(table, 200, false);
    const char *line = strstr(out, "14 in 100");
    assert_non_null(line);
    assert_non_null(memmem(line, strcspn(line, "\n"), "19 in 100", 9));
    free(out);
    compare_free(table);
    article_free(a);
    article_free(b);
}

static void silence_is_no_answer(void **state)
{
    (void)state;
    struct article *a = parse("# A\n\n## Contraindications\n\nAsthma.\n");
    struct article *b = parse("# B\n\n## Warnings\n\nTake care.\n");
    struct compare_table *comparison =
        compare_kind(a, b, KIND_CONTRAINDICATIONS);
    assert_int_equal(comparison->n_rows, 1);
    const struct compare_cell *cell = &comparison->rows[0].cells[1];
    assert_true(cell->is_silent);
    assert_true(str_starts(cell->words, "No section headed "));
    assert_true(has(cell->words, "Look also in: Warnings"));
    compare_free(comparison);
    article_free(a);
    article_free(b);
}

/* Every kind of the safety set has a row that can show it. */
static void no_safety_kind_is_cut(void **state)
{
    (void)state;
    for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
        char text[200];
        if (!kind_get((enum kind)kind)->safety)
            continue;
        snprintf(text, sizeof text, "# A\n\n## Heading {kind=%s}\n\nKept.\n",
                 kind_get((enum kind)kind)->id);
        struct article *a = parse(text), *b = parse("# B\n");
        struct compare_table *comparison = compare_kind(a, b, KIND_NONE);
        char *out = print(comparison, 80, false);
        assert_true(has(out, "Kept."));
        free(out);
        compare_free(comparison);
        article_free(a);
        article_free(b);
    }
}

/* The order is the reader's, whatever the numbers. */
static void nothing_is_ranked(void **state)
{
    (void)state;
    struct article *a = parse("# Zeta\n\n## Benefits\n\nFew.\n");
    struct article *b = parse("# Alpha\n\n## Benefits\n\nMany.\n");
    struct compare_table *comparison = compare_kind(a, b, KIND_NONE);
    assert_ptr_equal(comparison->articles[0], a);
    char *text = print(comparison, 80, false);
    const char *few = strstr(text, "Few."), *many = strstr(text, "Many.");
    assert_true(few && many && few < many);
    free(text);
    compare_free(comparison);
    article_free(a);
    article_free(b);
}

/* A sign that is only seen has a word where lines are heard. */
static void says_what_is_about_safety(void **state)
{
    (void)state;
    struct article *a = parse("# A\n\n## Risks\n\nLeft.\n");
    struct article *b = parse("# B\n\n## Risks\n\nRight.\n");
    struct compare_table *comparison = compare_kind(a, b, KIND_RISKS);
    char *seen = print(comparison, 80, false);
    char *heard = print(comparison, 80, true);
    assert_true(has(seen, " !"));
    assert_true(has(heard, ", safety"));
    assert_false(has(heard, " !"));
    free(seen);
    free(heard);
    compare_free(comparison);
    article_free(a);
    article_free(b);
}

static void columns_begin_at_100(void **state)
{
    (void)state;
    struct article *a = parse("# A\n\n## Benefits\n\nLeft.\n");
    struct article *b = parse("# B\n\n## Benefits\n\nRight.\n");
    struct compare_table *comparison = compare_kind(a, b, KIND_BENEFITS);
    char *narrow = print(comparison, 99, false);
    char *wide = print(comparison, 100, false);
    char *linear = print(comparison, 100, true);
    assert_false(has(narrow, "│"));
    assert_true(has(wide, "│"));
    assert_false(has(linear, "│"));
    free(narrow);
    free(wide);
    free(linear);
    compare_free(comparison);
    article_free(a);
    article_free(b);
}

static void rows_keep_their_order(void **state)
{
    (void)state;
    static const char *const order[] = {
        "What are the options?",   "What are the benefits?",
        "What are the harms?",     "How likely is it?",
        "What happens?",           "Who should not have it?",
        "What about pregnancy?",   "What does it cost?",
        "When should I get help?",
    };
    struct article *a = parse("# A\n"), *b = parse("# B\n");
    struct compare_table *comparison = compare_kind(a, b, KIND_NONE);
    const struct compare_row *before = NULL;
    for (size_t i = 0; i < N_ELEMENTS(order); i++) {
        const struct compare_row *row = find_row(comparison, order[i]);
        assert_true(!before || before < row);
        before = row;
    }
    compare_free(comparison);
    article_free(a);
    article_free(b);
}

static void doing_nothing_is_quoted(void **state)
{
    (void)state;
    struct article *a = parse(
        "---\ntitle: A\nsources:\n  - {id: s, title: S, year: 2020}\n---\n"
        "# A\n\n## Treatment\n\n"
        "- **Doing nothing.** It may fade.[^s]\n- A cream.\n");
    struct article *b = parse("# B\n\n## Treatment\n\nA cream.\n");
    struct compare_table *comparison = compare_kind(a, b, KIND_NONE);
    const struct compare_row *row =
        find_row(comparison, "What if I do nothing?");
    assert_string_equal(row->cells[0].words, "Doing nothing. It may fade.[1]");
    assert_true(row->cells[1].is_silent);
    compare_free(comparison);
    article_free(a);
    article_free(b);
}

/* What each says of doing nothing; NULL: nothing. */
static void doing_nothing_has_many_names(void **state)
{
    (void)state;
    static const struct {
        const char *body, *says;
    } cases[] = {
        {"## Options\n\n- **No vaccine.** A choice.\n- A jab.\n",
         "No vaccine. A choice."},
        {"## Options\n\n- **Wait and see.** It may go.\n",
         "Wait and see. It may go."},
        {"## Options, and what if I do nothing?\n\nIt may go.\n\n## Risks\n\n"
         "R.\n",
         "It may go."},
        {"## Options, and what if I do nothing?\n\n- **No test:** wait.\n"
         "- **A scan:** quick.\n",
         "No test: wait."},
        {"## What if I do nothing?\n\nIt stays.\n\n## Risks\n\nR.\n",
         "It stays."},
        {"## Options\n\nNo test is perfect. No treatment cures it.\n", NULL},
        {"## Options\n\nNo treatment works for all.\n", NULL},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct arena arena;
        struct article *article = parse(cases[i].body);
        arena_init(&arena);
        const char *says = nothing_find(article, &arena);
        if (cases[i].says)
            assert_string_equal(says ? says : "", cases[i].says);
        else
            assert_null(says);
        arena_finish(&arena);
        article_free(article);
    }
}

/* A text that leads to a picture keeps its sense without it. */
static void texts_tell_where_their_numbers_are(void **state)
{
    (void)state;
    struct article *a = parse(
        "# A\n\n## Risks\n\nThis is for adults:\n\n" RISK("14", "100", "a"));
    struct article *b = parse("# B\n\n## Risks\n\nBurns.\n");
    struct compare_table *table = compare_kind(a, b, KIND_RISKS);
    assert_string_equal(
        table->rows[0].note,
        "The numbers of risk blocks are under \"How likely is it?\".");
    compare_free(table);
    table = compare_kind(a, b, KIND_NONE);
    assert_null(find_row(table, "What are the benefits?")->note);
    compare_free(table);
    article_free(a);
    article_free(b);
}

/* A risk block within a list cannot be taken out of its row: so the row is
 * never shown side by side. */
static void nested_numbers_stay_apart(void **state)
{
    (void)state;
    struct article *a = parse("# A\n\n## Risks\n\n- Of needles:\n\n"
                              "  ```risk\n  per: 100\n  rows:\n"
                              "    - {label: Marks, n: 14}\n  ```\n");
    struct article *b =
        parse("# B\n\n## Risks\n\nBurns.\n\n" RISK("19", "1000", "473 peels"));
    struct compare_table *table = compare_kind(a, b, KIND_RISKS);
    assert_true(table->rows[0].is_stacked);
    char *text = print(table, 200, false);
    assert_false(has(text, "│"));
    assert_true(has(text, "14 in 100"));
    assert_true(has(text, "Burns."));
    free(text);
    compare_free(table);
    article_free(a);
    article_free(b);
}

static void refuses_itself(void **state)
{
    (void)state;
    struct error err;
    struct article *a = parse("# A\n");
    const struct article *const both[] = {a, a};
    assert_null(compare_new(both, 2, &(struct compare_options){0}, &err));
    assert_string_equal(err.message, "A cannot be compared with itself");
    article_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_the_rules),
        cmocka_unit_test(numbers_stay_in_their_frames),
        cmocka_unit_test(one_frame_is_one_row),
        cmocka_unit_test(silence_is_no_answer),
        cmocka_unit_test(no_safety_kind_is_cut),
        cmocka_unit_test(nothing_is_ranked),
        cmocka_unit_test(says_what_is_about_safety),
        cmocka_unit_test(columns_begin_at_100),
        cmocka_unit_test(rows_keep_their_order),
        cmocka_unit_test(doing_nothing_is_quoted),
        cmocka_unit_test(doing_nothing_has_many_names),
        cmocka_unit_test(nested_numbers_stay_apart),
        cmocka_unit_test(texts_tell_where_their_numbers_are),
        cmocka_unit_test(refuses_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
