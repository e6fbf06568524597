#include "article/meta.h"

#include <stdio.h>
#include <string.h>

#include "../unit.h"

struct fixture {
    struct arena arena;
    struct diagnostics out;
    struct meta meta;
};

static void parse(struct fixture *fixture, const char *source)
{
    *fixture = (struct fixture){0};
    diagnostics_init(&fixture->out, &fixture->arena);
    meta_parse(&fixture->meta, &fixture->arena, source, strlen(source),
               &fixture->out);
}

static void finish(struct fixture *fixture)
{
    diagnostics_finish(&fixture->out);
    arena_finish(&fixture->arena);
}

static void reads_all_fields(void **state)
{
    (void)state;
    struct fixture fixture;
    parse(&fixture,
          "---\n"
          "title: Microneedling for acne scars\n"
          "lang: pt-BR\n"
          "type: procedure\n"
          "synonyms: [collagen induction therapy, skin needling]\n"
          "summary: One sentence.\n"
          "authors: [{name: A. Writer, role: nurse}, B. Other]\n"
          "reviewers: []\n"
          "updated: 2026-11-22\n"
          "reviewed: 2026-11\n"
          "review_due: 2028\n"
          "audience: carer\n"
          "codes: {umls: C0000000, icd10: [L70, L71]}\n"
          "licence: CC-BY-4.0\n"
          "origin: {publisher: P, url: https://a.b, id: '7', licence: L,\n"
          "         retrieved: 2026-01-31}\n"
          "related: chemical-peel\n"
          "sources:\n"
          "  - {id: a2018, title: T, publisher: P, year: 2018, url: U}\n"
          "  - {id: b, doi: 10.1/x, retrieved: 2026-11-22,\n"
          "     read_at: {url: C, date: 2026-11}, secondary: Not online.}\n"
          "---\n");
    const struct meta *meta = &fixture.meta;
    assert_int_equal(fixture.out.n, 0);
    assert_true(meta->present);
    assert_string_equal(meta->title, "Microneedling for acne scars");
    assert_string_equal(meta->lang, "pt-BR");
    assert_int_equal(meta->type, TYPE_PROCEDURE);
    assert_int_equal(meta->n_synonyms, 2);
    assert_string_equal(meta->synonyms[1], "skin needling");
    assert_string_equal(meta->summary, "One sentence.");
    assert_int_equal(meta->n_authors, 2);
    assert_string_equal(meta->authors[0].role, "nurse");
    assert_string_equal(meta->authors[1].name, "B. Other");
    assert_null(meta->authors[1].role);
    assert_int_equal(meta->n_reviewers, 0);
    assert_int_equal(meta->updated.day, 22);
    assert_int_equal(meta->reviewed.month, 11);
    assert_int_equal(meta->reviewed.day, 0);
    assert_int_equal(meta->review_due.year, 2028);
    assert_string_equal(meta->audience, "carer");
    assert_int_equal(meta->n_codes, 3);
    assert_string_equal(meta->codes[2].system, "icd10");
    assert_string_equal(meta->codes[2].value, "L71");
    assert_string_equal(meta->licence, "CC-BY-4.0");
    assert_string_equal(meta->origin.id, "7");
    assert_int_equal(meta->origin.retrieved.month, 1);
    assert_int_equal(meta->n_related, 1);
    assert_int_equal(meta->n_sources, 2);
    assert_int_equal(meta->sources[0].year, 2018);
    assert_int_equal(meta->sources[0].line, 19);
    assert_int_equal(meta->sources[0].retrieved.year, 0);
    assert_null(meta->sources[0].read_at.url);
    assert_null(meta->sources[0].secondary);
    assert_string_equal(meta->sources[1].doi, "10.1/x");
    assert_int_equal(meta->sources[1].retrieved.day, 22);
    assert_string_equal(meta->sources[1].read_at.url, "C");
    assert_int_equal(meta->sources[1].read_at.date.month, 11);
    assert_string_equal(meta->sources[1].secondary, "Not online.");
    finish(&fixture);
}

static void loses_only_what_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *yaml;
        unsigned line, column;
        const char *says;
        enum severity severity;
    } cases[] = {
        {"lang: english!", 3, 7, "english!", SEVERITY_ERROR},
        {"type: drug", 3, 7, "condition, medicine", SEVERITY_ERROR},
        {"audience: nurses", 3, 11, "patient, carer", SEVERITY_ERROR},
        {"updated: 2026-02-30", 3, 10, "2026-02-30", SEVERITY_ERROR},
        {"summary: [a, b]", 3, 10, "single text", SEVERITY_ERROR},
        {"synonyms: [a, {b: c}]", 3, 15, "single text", SEVERITY_ERROR},
        {"authors: [{role: x}]", 3, 11, "name", SEVERITY_ERROR},
        {"authors: [{name: x, job: y}]", 3, 21, "job", SEVERITY_WARNING},
        {"codes: C123", 3, 8, "map", SEVERITY_ERROR},
        {"codes: {uml: C1}", 3, 9, "uml", SEVERITY_WARNING},
        {"origin: here", 3, 9, "map", SEVERITY_ERROR},
        {"sources: [a]", 3, 11, "source", SEVERITY_ERROR},
        {"sources: [{title: a}]", 3, 11, "id", SEVERITY_ERROR},
        {"sources: [{id: a}, {id: a}]", 3, 20, "line 3", SEVERITY_ERROR},
        {"sources: [{id: a, year: new}]", 3, 25, "2026", SEVERITY_ERROR},
        {"sources: [{id: a, retrieved: May}]", 3, 30, "May", SEVERITY_ERROR},
        {"sources: [{id: a, read_at: U}]", 3, 28, "url", SEVERITY_ERROR},
        {"sources: [{id: a, read_at: {date: 2026}}]", 3, 28, "url",
         SEVERITY_ERROR},
        {"sources: [{id: a, read_at: {url: U, date: x}}]", 3, 43, "\"x\"",
         SEVERITY_ERROR},
        {"sources: [{id: a, read_at: {url: U, by: x}}]", 3, 37, "by",
         SEVERITY_WARNING},
        {"sources: [{id: a, secondary: yes}]", 3, 30, "why", SEVERITY_ERROR},
        {"sources: [{id: a, secondary: }]", 3, 30, "why", SEVERITY_ERROR},
        {"sources: [{id: a, secondary: [b]}]", 3, 30, "single text",
         SEVERITY_ERROR},
        {"titel: x", 3, 1, "title?", SEVERITY_WARNING},
        {"colour: x", 3, 1, "colour", SEVERITY_WARNING},
        {"licence: a\nlicence: b", 4, 1, "twice", SEVERITY_WARNING},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        char source[256];
        snprintf(source, sizeof source, "---\ntitle: T\n%s\nrelated: [r]\n---",
                 cases[i].yaml);
        struct fixture fixture;
        parse(&fixture, source);
        assert_int_equal(fixture.out.n, 1);
        const struct diagnostic *message = &fixture.out.items[0];
        if (!strstr(message->text, cases[i].says))
            fail_msg("%s: %s", cases[i].yaml, message->text);
        assert_string_equal(message->code, "front-matter");
        assert_int_equal(message->line, cases[i].line);
        assert_int_equal(message->column, cases[i].column);
        assert_int_equal(message->severity, cases[i].severity);
        assert_string_equal(fixture.meta.title, "T");
        assert_int_equal(fixture.meta.n_related, 1);
        finish(&fixture);
    }
}

static void finds_where_text_begins(void **state)
{
    (void)state;
    static const struct {
        const char *source, *body;
        unsigned line;
        bool unclosed, present;
    } cases[] = {
        {"", "", 1, false, false},
        {"text", "text", 1, false, false},
        {"---\nlicence: b\n---\ntext", "text", 4, false, true},
        {"\xEF\xBB\xBF---\r\nlicence: b\r\n...  \r\ntext", "text", 4, false,
         true},
        {"\xEF\xBB\xBFtext", "text", 1, false, false},
        {"---\n---\ntext", "text", 3, false, true},
        {"---\nlicence: b\ntext", "---\nlicence: b\ntext", 1, true, false},
        {"---\nOnly text\n\n---\nmore", "---\nOnly text\n\n---\nmore", 1, false,
         false},
        {"---\n\ntext", "---\n\ntext", 1, false, false},
        {"--- a\nb: c\n---\n", "--- a\nb: c\n---\n", 1, false, false},
        {" ---\nb: c\n---\n", " ---\nb: c\n---\n", 1, false, false},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        const char *source = cases[i].source;
        struct meta_extent extent = meta_find(source, strlen(source));
        assert_string_equal(source + extent.body_start, cases[i].body);
        assert_int_equal(extent.body_line, cases[i].line);
        assert_int_equal(extent.unclosed, cases[i].unclosed);
        struct fixture fixture;
        parse(&fixture, source);
        assert_int_equal(fixture.meta.present, cases[i].present);
        assert_int_equal(fixture.out.n, cases[i].unclosed);
        finish(&fixture);
    }
}

static void knows_dates(void **state)
{
    (void)state;
    static const char *const good[] = {"2026-11-22", "2024-02-29", "2026-11",
                                       "2026"};
    static const char *const bad[] = {"",           "26",          "2026-13",
                                      "2026-00",    "2026-1-1",    "2025-02-29",
                                      "2026-11-",   "2026-11-22x", "0000",
                                      "22.11.2026", "2026/11/22"};
    struct date date, later = {2026, 12, 1};
    char text[11];
    for (size_t i = 0; i < N_ELEMENTS(good); i++) {
        assert_true(date_parse(good[i], &date));
        date_format(&date, text);
        assert_string_equal(text, good[i]);
        assert_true(date_compare(&date, &later) < 0);
        assert_true(date_compare(&later, &date) > 0);
        assert_int_equal(date_compare(&date, &date), 0);
    }
    for (size_t i = 0; i < N_ELEMENTS(bad); i++)
        assert_false(date_parse(bad[i], &date));
    date_format(&(struct date){0}, text);
    assert_string_equal(text, "");
}

static void a_month_is_past_when_it_is_over(void **state)
{
    (void)state;
    static const struct {
        struct date date, today;
        bool is_past;
    } cases[] = {
        {{2026, 1, 3}, {2026, 1, 4}, true},
        {{2026, 1, 3}, {2026, 1, 3}, false},
        {{2026, 1, 3}, {2025, 12, 31}, false},
        {{2026, 12, 0}, {2026, 12, 31}, false},
        {{2026, 12, 0}, {2027, 1, 1}, true},
        {{2026, 0, 0}, {2026, 12, 31}, false},
        {{2026, 0, 0}, {2027, 1, 1}, true},
        {{0, 0, 0}, {2027, 1, 1}, false},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_int_equal(date_is_past(&cases[i].date, &cases[i].today),
                         cases[i].is_past);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_all_fields),
        cmocka_unit_test(loses_only_what_is_wrong),
        cmocka_unit_test(finds_where_text_begins),
        cmocka_unit_test(knows_dates),
        cmocka_unit_test(a_month_is_past_when_it_is_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
