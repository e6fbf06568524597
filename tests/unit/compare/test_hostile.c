/* Sixty pairs of articles, each made to lead a reader astray in a way of its
 * own, and what the comparison must make of it. */
#include "compare/compare.h"

#include <string.h>

#include "../unit.h"
#include "base/strs.h"
#include "compare/lines.h"
#include "export/export.h"

#define SOURCES                                                                \
    "sources:\n  - {id: s, title: S, doi: 10.1000/s}\n"                        \
    "  - {id: twin, title: S, doi: 'https://doi.org/10.1000/S'}\n"             \
    "  - {id: t, title: T, doi: 10.1000/t}\n"                                  \
    "  - {id: u, title: U, url: 'https://a.org/u'}\n"                          \
    "  - {id: bare, title: B}\n"
#define FRONT "type: procedure\naudience: patient\n" SOURCES

/* A risk block: what is counted, in whom, how long, out of what. */
#define FRAME(event, who, time, per, rest)                                     \
    "```risk\ntitle: Marks\nevent: " event "\npopulation: " who                \
    "\nperiod: " time "\nper: " per "\n" rest
#define ROW(n, source) "rows:\n  - {label: L, n: " n ", source: " source "}\n"
#define HARM "outcome: harm\n"
#define SAME FRAME("have marks", "women", "a year", "100", HARM)
#define END "```\n"
#define RISKS "## Risks\n\nMarks.\n\n"
#define PLAIN RISKS SAME ROW("14", "s") END

enum numbers { APART, TOGETHER, NO_NUMBERS };

static const struct pair {
    const char *name;
    const char *front[2], *body[2];
    enum numbers numbers; /* do they share a row? */
    const char *says;     /* the comparison has these words */
    const char *never;    /* and nowhere these; NULL: any */
} pairs[] = {
    /* ---- frames of numbers ---- */
    {"one frame",
     {FRONT, FRONT},
     {PLAIN, RISKS SAME ROW("19", "s") END},
     TOGETHER,
     "Same people",
     NULL},
    {"one study under two ids",
     {FRONT, FRONT},
     {PLAIN, RISKS SAME ROW("19", "twin") END},
     TOGETHER,
     "Same people",
     NULL},
    {"letters and spaces",
     {FRONT, FRONT},
     {PLAIN, RISKS FRAME("have  marks", "Women.", "A year", "100", HARM)
                 ROW("19", "s") END},
     TOGETHER,
     "Same people",
     NULL},
    {"the darker patches",
     {FRONT, FRONT},
     {RISKS FRAME("have marks", "36 adults", "five sessions", "100", HARM)
          ROW("14", "s") END,
      RISKS FRAME("have marks", "473 peels", "per treatment", "1000", HARM)
          ROW("19", "t") END},
     APART,
     "the people studied, the period, the denominator and the study",
     "140"},
    {"another denominator",
     {FRONT, FRONT},
     {PLAIN, RISKS FRAME("have marks", "women", "a year", "1000", HARM)
                 ROW("140", "s") END},
     APART,
     "they differ in the denominator.",
     NULL},
    {"a ruler's denominator",
     {FRONT, FRONT},
     {PLAIN, RISKS FRAME("have marks", "women", "a year", "100000", HARM)
                 ROW("14000", "s") END},
     APART,
     "they differ in the denominator.",
     "140 "},
    {"other people",
     {FRONT, FRONT},
     {PLAIN, RISKS FRAME("have marks", "men", "a year", "100", HARM)
                 ROW("19", "s") END},
     APART,
     "they differ in the people studied.",
     NULL},
    {"people whose age differs",
     {FRONT, FRONT},
     {PLAIN, RISKS FRAME("have marks", "women over 65", "a year", "100", HARM)
                 ROW("19", "s") END},
     APART,
     "they differ in the people studied.",
     NULL},
    {"another period",
     {FRONT, FRONT},
     {PLAIN, RISKS FRAME("have marks", "women", "ten years", "100", HARM)
                 ROW("19", "s") END},
     APART,
     "they differ in the period.",
     NULL},
    {"a year and 12 months are not guessed to be one",
     {FRONT, FRONT},
     {PLAIN, RISKS FRAME("have marks", "women", "12 months", "100", HARM)
                 ROW("19", "s") END},
     APART,
     "they differ in the period.",
     NULL},
    {"another study",
     {FRONT, FRONT},
     {PLAIN, RISKS SAME ROW("19", "t") END},
     APART,
     "they differ in the study.",
     NULL},
    {"a study without an address",
     {FRONT, FRONT},
     {PLAIN, RISKS SAME ROW("19", "bare") END},
     APART,
     "do not state it",
     NULL},
    {"a source that is not there",
     {FRONT, FRONT},
     {PLAIN, RISKS SAME ROW("19", "gone") END},
     APART,
     "do not state it",
     NULL},
    {"no source at all",
     {FRONT, FRONT},
     {PLAIN, RISKS SAME "rows:\n  - {label: L, n: 19}\n" END},
     APART,
     "do not state it",
     NULL},
    {"both without a source",
     {FRONT, FRONT},
     {RISKS SAME "rows:\n  - {label: L, n: 14}\n" END,
      RISKS SAME "rows:\n  - {label: L, n: 19}\n" END},
     APART,
     "do not state it",
     "Same people"},
    {"one address, one without",
     {FRONT, FRONT},
     {RISKS SAME ROW("14", "u") END, RISKS SAME ROW("19", "u") END},
     TOGETHER,
     "Same people",
     NULL},
    {"rows of two studies",
     {FRONT, FRONT},
     {PLAIN, RISKS SAME "rows:\n  - {label: L, n: 19, source: s}\n"
                        "  - {label: M, n: 3, source: t}\n" END},
     APART,
     "they differ in the study.",
     NULL},
    {"two rows, one without a study",
     {FRONT, FRONT},
     {PLAIN, RISKS SAME "rows:\n  - {label: L, n: 19, source: s}\n"
                        "  - {label: M, n: 3}\n" END},
     APART,
     "do not state it",
     NULL},
    {"another event of one study",
     {FRONT, FRONT},
     {PLAIN, RISKS FRAME("have a stroke", "women", "a year", "100", HARM)
                 ROW("19", "s") END},
     APART,
     "they differ in what is counted.",
     "Same people"},
    {"no event, another title",
     {FRONT, FRONT},
     {RISKS "```risk\ntitle: Stroke\npopulation: women\nperiod: a year\n"
            "per: 100\n" HARM ROW("14", "s") END,
      RISKS "```risk\ntitle: Bleeding\npopulation: women\nperiod: a year\n"
            "per: 100\n" HARM ROW("19", "s") END},
     APART,
     "they differ in what is counted.",
     "Same people"},
    {"neither event nor title",
     {FRONT, FRONT},
     {RISKS "```risk\npopulation: women\nperiod: a year\nper: 100\n" HARM ROW(
          "14", "s") END,
      RISKS "```risk\npopulation: women\nperiod: a year\nper: 100\n" HARM ROW(
          "19", "s") END},
     APART,
     "do not state it",
     "Same people"},
    {"a harm and a benefit",
     {FRONT, FRONT},
     {PLAIN, RISKS FRAME("have marks", "women", "a year", "100",
                         "outcome: benefit\n") ROW("19", "s") END},
     APART,
     "they differ in harm and benefit.",
     NULL},
    {"another certainty",
     {FRONT, FRONT},
     {RISKS SAME "certainty: high\n" ROW("14", "s") END,
      RISKS SAME "certainty: very low\n" ROW("19", "s") END},
     APART,
     "they differ in the certainty.",
     NULL},
    {"one certainty is not stated",
     {FRONT, FRONT},
     {RISKS SAME "certainty: high\n" ROW("14", "s") END,
      RISKS SAME ROW("19", "s") END},
     APART,
     "they differ in the certainty.",
     NULL},
    {"no people stated",
     {FRONT, FRONT},
     {PLAIN,
      RISKS "```risk\nevent: have marks\nperiod: a year\nper: 100\n" HARM ROW(
          "19", "s") END},
     APART,
     "do not state it",
     NULL},
    {"no period stated",
     {FRONT, FRONT},
     {PLAIN, RISKS
      "```risk\nevent: have marks\npopulation: women\nper: 100\n" HARM ROW(
          "19", "s") END},
     APART,
     "do not state it",
     NULL},
    {"neither states its people",
     {FRONT, FRONT},
     {RISKS "```risk\nevent: have marks\nperiod: a year\nper: 100\n" HARM ROW(
          "14", "s") END,
      RISKS "```risk\nevent: have marks\nperiod: a year\nper: 100\n" HARM ROW(
          "19", "s") END},
     APART,
     "do not state it",
     "Same people"},
    {"a figure that cannot be",
     {FRONT, FRONT},
     {PLAIN, RISKS SAME ROW("190", "s") END},
     APART,
     "n must be a whole number from 0 to 100",
     "190 in 100"},
    {"a block in a list",
     {FRONT, FRONT},
     {"## Risks\n\n- Marks:\n\n  ```risk\n  per: 100\n  rows:\n"
      "    - {label: L, n: 14}\n  ```\n",
      RISKS SAME ROW("19", "s") END},
     APART,
     "do not state it",
     NULL},
    {"three figures against one",
     {FRONT, FRONT},
     {PLAIN "\n" SAME ROW("15", "t") END "\n" SAME ROW("16", "u") END,
      RISKS SAME ROW("19", "s") END},
     TOGETHER,
     "they differ in the study.",
     NULL},
    {"one frame twice in one article",
     {FRONT, FRONT},
     {PLAIN "\n" SAME ROW("15", "s") END, RISKS SAME ROW("19", "s") END},
     TOGETHER,
     "Same people",
     NULL},
    {"figures in one article only",
     {FRONT, FRONT},
     {PLAIN, RISKS},
     APART,
     "14 in 100",
     "Do not compare these"},
    {"figures in none",
     {FRONT, FRONT},
     {RISKS, RISKS},
     NO_NUMBERS,
     "No numbers found in a risk block",
     NULL},
    {"figures under unlike headings",
     {FRONT, FRONT},
     {PLAIN, "## Benefits\n\nB.\n\n" SAME ROW("19", "t") END},
     APART,
     "they differ in the study.",
     NULL},

    /* ---- numbers in sentences ---- */
    {"sentences with other denominators",
     {FRONT, FRONT},
     {"## Risks\n\nMarks in 14 of 100 people.\n",
      "## Risks\n\nMarks in 19 more of 1,000 peels.\n"},
     NO_NUMBERS,
     "Do not compare the numbers in these texts",
     "140"},
    {"percentages in sentences",
     {FRONT, FRONT},
     {"## Risks\n\nMarks in 14% of people.\n",
      "## Risks\n\nMarks in 2% of people.\n"},
     NO_NUMBERS,
     "Do not compare the numbers in these texts",
     NULL},
    {"one in so many",
     {FRONT, FRONT},
     {"## Benefits\n\nIt helps 1 in 7 women.\n",
      "## Benefits\n\nIt helps 1 in 20 men.\n"},
     NO_NUMBERS,
     "Do not compare the numbers in these texts",
     NULL},
    {"numbers of doing nothing",
     {FRONT, FRONT},
     {"## Treatment\n\nDoing nothing: 45 of 1,000 have a stroke.\n",
      "## Treatment\n\nDoing nothing: 1 in 8 have pain.\n"},
     NO_NUMBERS,
     "Do not compare the numbers in these texts",
     NULL},
    {"numbers of one text only",
     {FRONT, FRONT},
     {"## Risks\n\nMarks in 14 of 100 people.\n", "## Risks\n\nMarks.\n"},
     NO_NUMBERS,
     "14 of 100",
     "Do not compare the numbers in these"},
    {"years and doses are no numbers of people",
     {FRONT, FRONT},
     {"## Risks\n\nFound in 2016, with 20 mg.\n",
      "## Risks\n\nFound in 2018, with a 5% cream.\n"},
     NO_NUMBERS,
     "2018",
     "Do not compare the numbers in these"},

    /* ---- silence ---- */
    {"no contraindications",
     {FRONT, FRONT},
     {"## Contraindications\n\nAsthma.\n", "## Benefits\n\nB.\n"},
     NO_NUMBERS,
     "No section headed Who should not have it found",
     "None"},
    {"warnings instead",
     {FRONT, FRONT},
     {"## Contraindications\n\nAsthma.\n", "## Warnings\n\nTake care.\n"},
     NO_NUMBERS,
     "Look also in: Warnings",
     NULL},
    {"an empty section",
     {FRONT, FRONT},
     {"## Contraindications\n\nAsthma.\n", "## Contraindications\n"},
     NO_NUMBERS,
     "Asthma.",
     NULL},
    {"a section that says no",
     {FRONT, FRONT},
     {"## Contraindications\n\nNo.\n", "## Benefits\n\nB.\n"},
     NO_NUMBERS,
     "No section headed Who should not have it found",
     NULL},
    {"nothing in either",
     {FRONT, FRONT},
     {"", ""},
     NO_NUMBERS,
     "No section headed ",
     NULL},
    {"only one tells what doing nothing means",
     {FRONT, FRONT},
     {"## Treatment\n\nDoing nothing is a choice.\n", "## Treatment\n\nT.\n"},
     NO_NUMBERS,
     "No paragraph about doing nothing found",
     NULL},
    {"nothing is no treatment in its name",
     {FRONT, FRONT},
     {"## Treatment\n\nThere is nothing like it.\n", "## Treatment\n\nT.\n"},
     NO_NUMBERS,
     "nothing like it",
     "What if I do nothing?"},

    /* ---- labels ---- */
    {"a medicine and a test",
     {"type: medicine\n", "type: test\n"},
     {"", ""},
     NO_NUMBERS,
     "different types of article",
     NULL},
    {"a type that is not stated",
     {"type: medicine\n", ""},
     {"", ""},
     NO_NUMBERS,
     "type not stated",
     NULL},
    {"a clinician's",
     {"audience: patient\n", "audience: clinician\n"},
     {"", ""},
     NO_NUMBERS,
     "written for different readers",
     NULL},
    {"readers that are not stated",
     {"audience: patient\n", ""},
     {"", ""},
     NO_NUMBERS,
     "readers not stated",
     NULL},
    {"two languages",
     {"lang: en\n", "lang: vi\n"},
     {"", ""},
     NO_NUMBERS,
     "in different languages",
     NULL},
    {"regions of one language",
     {"lang: en-GB\n", "lang: en-US\n"},
     {"", ""},
     NO_NUMBERS,
     "English",
     "in different languages"},
    {"overdue",
     {"review_due: 2020-01-01\n", FRONT},
     {"", ""},
     NO_NUMBERS,
     "review overdue since 2020-01-01",
     NULL},
    {"due today",
     {"review_due: 2026-11-30\n", FRONT},
     {"", ""},
     NO_NUMBERS,
     "not medically reviewed",
     "overdue"},
    {"both overdue",
     {"review_due: 2020-01-01\n", "review_due: 2021-01-01\n"},
     {"", ""},
     NO_NUMBERS,
     "review overdue since 2021-01-01",
     NULL},
    {"no front matter but a title",
     {"", ""},
     {"", ""},
     NO_NUMBERS,
     "readers not stated",
     "overdue"},

    /* ---- texts ---- */
    {"a winner by its own word",
     {FRONT, FRONT},
     {"## Benefits\n\nThe best.\n", "## Benefits\n\nThe worst.\n"},
     NO_NUMBERS,
     "The worst.",
     "Winner"},
    {"one text in both",
     {FRONT, FRONT},
     {"## Risks\n\nThe same words.\n", "## Risks\n\nThe same words.\n"},
     NO_NUMBERS,
     "The same words.",
     "Both say"},
    {"an emergency",
     {FRONT, FRONT},
     {"## When to get help\n\n> [!EMERGENCY] Call 112.\n", "## Risks\n\nR.\n"},
     NO_NUMBERS,
     "Call 112.",
     NULL},
};

static const struct date today = {2026, 11, 30};

static struct article *make(const struct pair *pair, int i)
{
    struct buf text;
    buf_init(&text);
    buf_printf(&text, "---\ntitle: Article %c\n%s---\n\n%s", "AB"[i],
               pair -> front[i], pair -> body[i]);
    struct article *article = article_parse(text.data, text.n_bytes, NULL);
    buf_finish(&text);
    return article;
}

static char *print(const struct compare_table *table,
                   const struct layout_options *options)
{
    struct buf out;
    size_t n;
    struct compare_lines *lines = compare_lines_new(table, options);
    const struct line *items = compare_lines_get(lines, &n);
    buf_init(&out);
    export_add_lines(items, n, false, &out);
    compare_lines_free(lines);
    for (char *at = out.data; *at; at++)
        *at = *at == '\n' ? ' ' : *at; /* words are looked for, not lines */
    return buf_steal(&out);
}

static enum numbers numbers_of(const struct compare_table *table)
{
    enum numbers found = NO_NUMBERS;
    for (size_t i = 0; i < table->n_rows; i++) {
        const struct compare_row *row = &table->rows[i];
        bool left = row->cells[0].n_ranges || row->cells[0].words;
        bool right = row->cells[1].n_ranges || row->cells[1].words;
        if (row->type == COMPARE_NUMBERS && left && right)
            return TOGETHER;
        found = row->type == COMPARE_NUMBERS ? APART : found;
    }
    return found;
}

static void check_pair(void **state)
{
    const struct pair *pair = *state;
    static const struct layout_options options[] = {
        {.cells = 500}, {.cells = 500, .linear = true}};
    struct article *a = make(pair, 0), *b = make(pair, 1);
    const struct article *const both[] = {a, b};
    struct error err;
    struct compare_table *table =
        compare_new(both, 2, &(struct compare_options){KIND_NONE, today}, &err);
    assert_non_null(table);
    assert_int_equal(numbers_of(table), pair->numbers);
    for (size_t i = 0; i < N_ELEMENTS(options); i++) {
        char *text = print(table, &options[i]);
        if (!strstr(text, pair->says))
            fail_msg("\"%s\" is not in:\n%s", pair->says, text);
        if (pair->never && strstr(text, pair->never))
            fail_msg("\"%s\" is in:\n%s", pair->never, text);
        free(text);
    }
    compare_free(table);
    article_free(a);
    article_free(b);
}

int main(void)
{
    struct CMUnitTest tests[N_ELEMENTS(pairs)];
    for (size_t i = 0; i < N_ELEMENTS(pairs); i++)
        tests[i] = (struct CMUnitTest){.name = pairs[i].name,
                                       .test_func = check_pair,
                                       .initial_state = (void *)&pairs[i]};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
