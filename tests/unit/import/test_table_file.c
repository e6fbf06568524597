#include "import/table_file.h"

#include <string.h>

#include "convert.h"
#include "import/csv.h"

static void reads_rows(void **state)
{
    (void)state;
    static const struct {
        const char *text, *cells; /* cells in brackets, rows apart */
    } cases[] = {
        {"a,b\n1,2\n", "[a][b]\n[1][2]\n"},
        {"a,b\r\n1,\r\n", "[a][b]\n[1][]\n"},
        {"\"a,\"\"b\"\"\",c", "[a,\"b\"][c]\n"},
        {"\"two\nlines\",x\n\n\ny", "[two\nlines][x]\n[y]\n"},
        {"\"open, x\ny", "[open, x\ny]\n"},
        {" \"a\" ,b", "[a ][b]\n"},
        {"\n,\n", ""},
        {"", ""},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct csv csv;
        struct buf got;
        buf_init(&got);
        csv_init(&csv, cases[i].text, strlen(cases[i].text), ',');
        while (csv_next(&csv)) {
            for (size_t j = 0; j < csv.n_cells; j++)
                buf_printf(&got, "[%s]", csv.cells[j]);
            buf_add_char(&got, '\n');
        }
        assert_string_equal(got.data, cases[i].cells);
        csv_finish(&csv);
        buf_finish(&got);
    }
}

static void joins_what_is_past_the_last_column(void **state)
{
    (void)state;
    struct buf text;
    struct csv csv;
    buf_init(&text);
    buf_add_repeat(&text, "a,", CSV_MAX_COLUMNS);
    buf_add(&text, "b");
    csv_init(&csv, text.data, text.n_bytes, ',');
    assert_true(csv_next(&csv));
    assert_int_equal(csv.n_cells, CSV_MAX_COLUMNS);
    assert_string_equal(csv.cells[CSV_MAX_COLUMNS - 1], "a b");
    csv_finish(&csv);
    buf_finish(&text);
}

static const char table[] =
    "Topic;Question;Answer;kind;lang;synonyms;url\n"
    "Gout;What is gout?;It hurts;;en;Podagra|Gouty "
    "arthritis;https://a.example\n"
    "Flu;What is flu?;Fever;;;;\n"
    "Gout;How is it eased?;\"Rest; and water\";treatment;;;\n"
    "Gout;No answer?;;;;;\n";

static void makes_articles(void **state)
{
    (void)state;
    struct given given;
    struct document document = {
        .name = "t.csv", .data = table, .n_bytes = strlen(table)};
    given_init(&given);
    assert_true(table_file_recognise(&document));
    assert_true(convert_text(&given, "table", "t.csv", table));
    assert_int_equal(given.n_articles, 2);
    assert_int_equal(given.n_skipped, 1);
    assert_string_equal(given.reason, "a row has no answer");
    assert_string_equal(
        given.files.data,
        "---\ntitle: Gout\nlang: en\nsynonyms:\n  - Podagra\n"
        "  - Gouty arthritis\norigin:\n  url: \"https://a.example\"\n"
        "  retrieved: 2026-11-22\n---\n\n## What is gout?\n\nIt hurts\n\n"
        "## How is it eased? {kind=treatment}\n\nRest; and water\n\n");
    assert_string_equal(last_body(&given), "## What is flu?\n\nFever\n\n");
    given_finish(&given);
}

static void knows_its_tables(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool known;
    } cases[] = {
        {"question,answer\na,b\n", true},
        {"QUESTION \tanswer\tx\na\tb\n", true},
        {"\xEF\xBB\xBF\"Question\",\"Answer\"\n", true},
        {"name,price\na,b\n", false},
        {"The question is, what is the answer?\nx\n", false},
        {"question,answer", false},
        {"", false},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct document document = {.name = "x",
                                    .data = cases[i].text,
                                    .n_bytes = strlen(cases[i].text)};
        assert_int_equal(table_file_recognise(&document), cases[i].known);
    }
    struct given given;
    given_init(&given);
    assert_false(convert_text(&given, "table", "x", "name,price\na,b\n"));
    assert_non_null(strstr(given.err.message, "no columns"));
    given_finish(&given);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_rows),
        cmocka_unit_test(joins_what_is_past_the_last_column),
        cmocka_unit_test(makes_articles),
        cmocka_unit_test(knows_its_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
