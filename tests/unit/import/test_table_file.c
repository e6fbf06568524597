#include "import/table_file.h"

#include <string.h>

#include "convert.h"
#include "import/csv.h"
#include "import/schema.h"
#include "import/xml.h"

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

/* Imports a table, whose articles come in no certain order. */
static void assert_articles(const char *importer, const char *text,
                            const char *const *wanted, size_t n_wanted)
{
    struct given given;
    struct document document = {
        .name = "t", .data = text, .n_bytes = strlen(text)};
    given_init(&given);
    assert_ptr_equal(importer_recognise(&document), importer_find(importer));
    if (!convert_text(&given, importer, "t", text))
        fail_msg("%s", given.err.message);
    if (given.n_articles != n_wanted)
        fail_msg("%zu articles of\n%s\n%s", given.n_articles, text,
                 given.reason);
    for (size_t i = 0; i < n_wanted; i++)
        if (!memmem(given.files.data, given.files.n_bytes, wanted[i],
                    strlen(wanted[i])))
            fail_msg("no \"%s\" in\n%s", wanted[i], given.files.data);
    given_finish(&given);
}

#define ASSERT_ARTICLES(importer, text, ...)                                   \
    assert_articles(importer, text, (const char *const[]){__VA_ARGS__},        \
                    N_ELEMENTS(((const char *const[]){__VA_ARGS__})))

/* Whatever it is called, the column that says what an answer is about divides
 * the rows. */
static void divides_by_subject(void **state)
{
    (void)state;
    static const char *const columns[] = {"medicine", "Medication",
                                          "vaccine",  "focus_area",
                                          "category", "drug-name"};
    for (size_t i = 0; i < N_ELEMENTS(columns); i++) {
        char text[200];
        snprintf(text, sizeof text,
                 "%s,question,answer\nAbc,Who not?,Me.\nDef,Who not?,You.\n"
                 "Abc,Why?,So.\n",
                 columns[i]);
        ASSERT_ARTICLES("table", text,
                        "title: Abc\norigin:\n  retrieved: 2026-11-22\n---\n\n"
                        "## Who not?\n\nMe.\n\n## Why?\n\nSo.\n",
                        "title: Def\n");
    }
    ASSERT_ARTICLES("table", "question,answer,category\nWhy?,So.,treatment\n",
                    "title: t\norigin:\n  retrieved: 2026-11-22\n---\n\n"
                    "## Why? {kind=treatment}\n\nSo.\n");
}

/* A category that is neither the subject nor a kind says who an answer is for;
 * a date in two forms is one date. */
static void keeps_categories(void **state)
{
    (void)state;
    ASSERT_ARTICLES("table",
                    "vaccine,category,question,answer,updated\n"
                    "Zed,Infants,How much?,Half.,3 May 2024\n"
                    "Zed,Adults,How much?,One.,2024/05/03\n",
                    "title: Zed\nupdated: 2024-05-03\n"
                    "origin:\n  retrieved: 2026-11-22\n---\n\n"
                    "## How much?\n\nHalf.\n\n*category: Infants*\n\n"
                    "## How much?\n\nOne.\n\n*category: Adults*\n");
}

static void reads_cells_as_what_they_are(void **state)
{
    (void)state;
    static const struct {
        const char *cell, *body;
    } cases[] = {
        {"With &quot;food&quot; <b>never</b>.", "With \"food\" **never**."},
        {"\"<p>Two:</p><ol><li>wet</li><li>soap</li></ol>\"",
         "Two:\n\n1. wet\n2. soap"},
        {"\"Two:\n\n1. **wet**\n2. soap\"", "Two:\n\n1. **wet**\n2. soap"},
        {"\"For:\n- colds\n- flu\"", "For:\n\n- colds\n- flu"},
        {"&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", "One.\n\nTwo."},
        {"\"See <a href=\"\"https://a.example/\"\">it</a>.\"",
         "See [it](https://a.example/)."},
        {"Age<two years: none", "Age\\<two years: none"},
        {"\"# Big\n\ntext **it** is\"", "### Big\n\ntext **it** is"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        char text[300], body[300];
        snprintf(text, sizeof text, "title,question,answer\nAbc,Q?,%s\n",
                 cases[i].cell);
        snprintf(body, sizeof body, "## Q?\n\n%s\n", cases[i].body);
        ASSERT_ARTICLES("table", text, body);
    }
}

/* What rows have in common goes into the front matter; anything else stands by
 * its row. */
static void keeps_the_source_of_each_row(void **state)
{
    (void)state;
    ASSERT_ARTICLES("table",
                    "title,question,answer,source,last_update\n"
                    "Abc,A?,x,North,27.03.2024\nAbc,B?,y,South,27.03.2024\n",
                    "title: Abc\nupdated: 2024-03-27\norigin:\n  retrieved: "
                    "2026-11-22\n---\n\n## A?\n\nx\n\n*North*\n\n## B?\n\ny\n\n"
                    "*South*\n");
}

/* Text in a column of another name is not lost, and a row whose cells have come
 * into disorder is not guessed at. */
static void loses_no_column(void **state)
{
    (void)state;
    ASSERT_ARTICLES("table",
                    "answer,question,score,side effects,remark_of_ward\n"
                    "Yes.,Is it?,7,cough,Do not take it with milk\n",
                    "## Is it?\n\nYes.\n\n### Side effects\n\ncough\n\n"
                    "### Remark of ward\n\nDo not take it with milk\n");
    ASSERT_ARTICLES("table",
                    "Description,Patient,Doctor\nA cough,I cough.,Rest.\n"
                    "A cold,I sneeze.,Wait.\n",
                    "## I cough.\n\nA cough\n\nRest.\n\n"
                    "## I sneeze.\n\nA cold\n\nWait.\n");
    ASSERT_ARTICLES("table",
                    "remedy,question,answer,ward\nBark,Is it?,Yes.,Ear ward\n"
                    "Root,Is it?,No.,7\n",
                    "title: Bark\norigin:\n  retrieved: 2026-11-22\n---\n\n"
                    "## Is it?\n\nYes.\n\n*ward: Ear ward*\n",
                    "title: Root\n");
    struct given given;
    given_init(&given);
    assert_false(convert_text(&given, "table", "t",
                              "title,question,answer\nA,Q?,Yes, but rest\n"
                              "A,R?,\"Yes, but rest\",\n"));
    assert_int_equal(given.n_articles, 1);
    assert_non_null(strstr(given.err.message, "line 2: 4 cells"));
    given_finish(&given);
}

static void reads_instructions(void **state)
{
    (void)state;
    ASSERT_ARTICLES("table",
                    "instruction,input,output\n"
                    "Answer as a nurse.,Can I swim?,Yes.\n"
                    "Is this safe?,I take aspirin.,No.\nWhat is gout?,,Pain.\n",
                    "## Can I swim?\n\nAnswer as a nurse.\n\nYes.\n\n"
                    "## Is this safe?\n\nI take aspirin.\n\nNo.\n\n"
                    "## What is gout?\n\nPain.\n");
}

static void reads_lists_of_objects(void **state)
{
    (void)state;
    ASSERT_ARTICLES("json",
                    "{\"version\": \"[{1\", \"data\": [\n"
                    "{\"question\": \"Is it \\u00e9asy?\", \"answers\": "
                    "[\"Yes.\", {\"text\": \"Mostly.\"}], \"medicine\": "
                    "\"Abc\", \"id\": 12}]}",
                    "title: Abc\norigin:\n  id: \"12\"\n  retrieved: 2026-11-22"
                    "\n---\n\n## Is it \u00e9asy?\n\nYes.\n\nMostly.\n");
    ASSERT_ARTICLES("json",
                    "{\"prompt\": \"A?\", \"completion\": \"a\\\\b\\n- c\"}\n"
                    "{\"prompt\": \"B?\", \"completion\": \"\\ud83d\\ude00\"}",
                    "## A?\n\na\\b\n\n- c\n\n## B?\n\n\U0001F600\n");
    struct given given;
    given_init(&given);
    assert_false(convert_text(&given, "json", "t",
                              "[{\"question\": \"A?\", \"answer\": \"x\"},\n"
                              "{\"question\": \"B?\n"));
    assert_non_null(strstr(given.err.message, "begins on line 2"));
    assert_false(convert_text(&given, "json", "t",
                              "{\"question\": \"A?\", \"answer\": \"x\"}\n"
                              "{\"question\": \"B?\n"));
    assert_int_equal(given.n_articles, 1);
    assert_non_null(strstr(given.err.message, "line 2"));
    given_finish(&given);
}

/* Rows that ask nothing are articles. */
/* JSON as data sets and programs have it, besides lists of rows. */
static void reads_trees_of_questions(void **state)
{
    (void)state;
    ASSERT_ARTICLES(
        "json",
        "{\"data\": [{\"title\": \"Gout\", \"paragraphs\": [{\"context\": "
        "\"Gout hurts. Never take it.\", \"qas\": [{\"question\": \"Take "
        "what?\", \"id\": \"7\", \"answers\": [{\"text\": \"it\", "
        "\"answer_start\": 20}]}, {\"question\": \"Why?\", \"answers\": [], "
        "\"is_impossible\": true, \"plausible_answers\": [{\"text\": "
        "\"Gout\"}]}]}, {\"context\": \"Call if you faint at night.\"}]}]}",
        "title: Gout\norigin:\n  retrieved: 2026-11-22\n---\n\n"
        "Gout hurts. Never take it.\n\n## Take what?\n\nit\n\n"
        "## Context\n\nCall if you faint at night.\n");
    ASSERT_ARTICLES(
        "json",
        "{\"messages\": [{\"role\": \"system\", \"content\": \"Be short.\"}, "
        "{\"role\": \"user\", \"content\": \"May I swim?\"}, {\"role\": "
        "\"assistant\", \"content\": \"No.\"}, {\"role\": \"user\", "
        "\"content\": \"Why?\"}, {\"role\": \"assistant\", \"content\": "
        "[{\"type\": \"text\", \"text\": \"Germs.\"}]}]}\n"
        "{\"conversations\": [{\"from\": \"human\", \"value\": \"Gout?\"}, "
        "{\"from\": \"gpt\", \"value\": \"Pain.\"}]}",
        "title: May I swim?\norigin:\n  retrieved: 2026-11-22\n---\n\nNo.\n\n"
        "## Why?\n\nGerms.\n",
        "title: Gout?\norigin:\n  retrieved: 2026-11-22\n---\n\nPain.\n");
    ASSERT_ARTICLES(
        "json",
        "{\"note\": \"Call 999 if you faint.\", \"url\": "
        "\"https://a.example\", "
        "\"adults\": [{\"question\": \"Dose?\", \"answer\": \"2 ml\"}], "
        "\"children\": [{\"question\": \"Dose?\", \"answer\": \"1 ml\"}]}",
        "## Note\n\nCall 999 if you faint.\n\n## Adults\n\n### Dose?\n\n2 "
        "ml\n\n"
        "## Children\n\n### Dose?\n\n1 ml\n");
    ASSERT_ARTICLES(
        "json",
        "{\"topics\": [{\"name\": \"Abc\", \"faqs\": [{\"id\": 3, \"q\": "
        "\"Swim?\", \"a\": \"No.\"}]}, {\"name\": \"Def\", \"faqs\": [{\"a\": "
        "\"Yes.\", \"q\": \"Fly?\"}]}]}",
        "title: Abc\norigin:\n  retrieved: 2026-11-22\n---\n\n## "
        "Swim?\n\nNo.\n",
        "title: Def\norigin:\n  retrieved: 2026-11-22\n---\n\n## "
        "Fly?\n\nYes.\n");
    ASSERT_ARTICLES("json",
                    "{\"What is gout?\": \"Pain.\", \"Is it rare?\": \"No.\"}",
                    "## What is gout?\n\nPain.\n\n## Is it rare?\n\nNo.\n");
    ASSERT_ARTICLES("json",
                    "[{\"question\": \"Which?\", \"options\": {\"A\": \"Tea\", "
                    "\"B\": \"Ale\"}, \"answer_first\": \"Tea.\", "
                    "\"answer_other\": \"Ale.\", \"answer_idx\": 1}]",
                    "## Answer first\n\nTea.\n\n## Answer other\n\nAle.\n\n"
                    "## Options\n\n*A: Tea*\n\n*B: Ale*\n");
}

static void reads_rows_of_articles(void **state)
{
    (void)state;
    ASSERT_ARTICLES("table", "title,body\nGout,It hurts.\nFlu,Fever.\n",
                    "title: Gout\norigin:\n  retrieved: 2026-11-22\n---\n\n"
                    "It hurts.\n",
                    "title: Flu\norigin:\n  retrieved: 2026-11-22\n---\n\n"
                    "Fever.\n");
    ASSERT_ARTICLES("table", "name,description\nGout,It hurts.\n",
                    "title: Gout\n");
    ASSERT_ARTICLES("table",
                    "medicine,contraindications,overdose\n"
                    "Abc,Not if you bleed.,Call 999 at once.\n",
                    "## Contraindications\n\nNot if you bleed.\n\n"
                    "## Overdose\n\nCall 999 at once.\n");
    ASSERT_ARTICLES("json",
                    "{\"title\": \"Gout\", \"text\": \"It hurts.\"}\n"
                    "{\"title\": \"Flu\", \"text\": \"Fever.\"}\n",
                    "title: Gout\n", "title: Flu\n");
    /* Two columns without names. */
    ASSERT_ARTICLES("table", "Why?,So.\nWho?,You.\n",
                    "## Why?\n\nSo.\n\n## Who?\n\nYou.\n");
    ASSERT_ARTICLES("json", "[{\"question\": \"Dose?\", \"answer\": 2.50}]",
                    "## Dose?\n\n2\\.5\n");
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
        cmocka_unit_test(divides_by_subject),
        cmocka_unit_test(keeps_categories),
        cmocka_unit_test(reads_cells_as_what_they_are),
        cmocka_unit_test(keeps_the_source_of_each_row),
        cmocka_unit_test(loses_no_column),
        cmocka_unit_test(reads_instructions),
        cmocka_unit_test(reads_lists_of_objects),
        cmocka_unit_test(reads_trees_of_questions),
        cmocka_unit_test(reads_rows_of_articles),
        cmocka_unit_test(knows_its_tables),
    };
    xml_init();
    schema_init();
    int n_failed = cmocka_run_group_tests(tests, NULL, NULL);
    xml_finish();
    return n_failed;
}
