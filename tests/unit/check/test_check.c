#include "check/check.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "check/batch.h"
#include "library/glossary.h"

#include "../unit.h"

#define FIELDS                                                                 \
    "title: T\n"                                                               \
    "summary: S.\n"                                                            \
    "updated: 2026-11-22\n"                                                    \
    "review_due: 2028-11-22\n"                                                 \
    "licence: MIT\n"                                                           \
    "sources: [{id: one, title: One, publisher: P, year: 2025}]\n"
#define FRONT "---\ntype: other\n" FIELDS "---\n"

/* Without messages about missing sections. */
#define BODY(text)                                                             \
    FRONT "[^one]\n\n## Overview\nText.\n## More information\n### "            \
          "Books\n" text
#define RISK(title)                                                            \
    "```risk\n"                                                                \
    "title: " title "\npopulation: All\nperiod: a year\nper: 100\n"            \
    "outcome: harm\n"                                                          \
    "rows: [{label: Flu, n: 5, source: one}]\n"                                \
    "```\n\n"
#define RISKS(text) BODY("## Risks\n\nText.[^one]\n\n" text)

/* What check says, as "line:column code" lines. */
static void check(const char *source, struct buf *said)
{
    static const struct check_context context = {.today = {2026, 11, 22}};
    struct article *article = article_parse(source, strlen(source), "x/t.md");
    struct messages messages;
    messages_init(&messages, &article->arena);
    check_article(article, &context, &messages);
    for (size_t i = 0; i < messages.n; i++)
        buf_printf(said, "%u:%u %s\n", messages.items[i].at.line,
                   messages.items[i].at.column, messages.items[i].at.code);
    messages_finish(&messages);
    article_free(article);
}

struct row {
    const char *source, *said;
};

static void assert_said(const struct row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct buf said;
        buf_init(&said);
        check(rows[i].source, &said);
        if (strcmp(said.data, rows[i].said))
            print_message("%s\n", rows[i].source);
        assert_string_equal(said.data, rows[i].said);
        buf_finish(&said);
    }
}

static void front_matter_and_dates(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {BODY(""), ""},
        {"Text.\n", "1:1 M003\n"},
        {"---\nsources: [{id: one, title: One, doi: 10.1000/x, year: "
         "2025}]\n---\nText.[^one]\n",
         "1:1 M004\n1:1 M005\n1:1 M006\n1:1 M007\n1:1 M010\n1:1 M011\n"},
        {"---\ntitle: T\ntype: other\nsummary: S.\nupdated: 2026-11-23\n"
         "review_due: 2026-11-21\nlicence: MIT\n"
         "sources: [{id: a, title: A, publisher: P, year: 2025}]\n"
         "reviewed: 2026-11-01\n---\n[^a]\n## Overview\n### A\n## More "
         "information\nA.\n",
         "5:1 M013\n6:1 M012\n6:1 M013\n9:1 M013\n"},
        {"---\ntype: other\ntitle: T\nsummary: S.\nupdated: 2026-11-22\n"
         "review_due: 2028-11-22\nlicence: MIT\nsources:\n"
         "- {id: a, title: A, publisher: P, retrieved: 2026-11-23}\n"
         "- {id: b, title: B, publisher: P, year: 2025, read_at: {url: "
         "\"https://b.org\", date: 2027}}\n"
         "- {id: c, title: C, publisher: P, retrieved: 2026-11-22, read_at: "
         "{url: "
         "\"https://c.org\", date: 2026}}\n"
         "---\n[^a][^b][^c]\n## Overview\n### A\n## More information\nA.\n",
         "9:1 M013\n10:1 M013\n"},
        {"---\ntitle: T\ntype: Other\nsummary: S.\nupdated: 22 Nov 2026\n"
         "origin: {publisher: P, licence: MIT, retrieved: 2026-01-01}\n---\n",
         "1:1 M005\n3:7 M002\n5:10 M002\n"},
        {"---\ntype: other\n" FIELDS "sources: [\n---\n", "9:10 M001\n"},
    };
    assert_said(rows, N_ELEMENTS(rows) - 1);
}

static void sources_and_links(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {FRONT "Text.\n\n## Overview\n\n## More information\n",
         "8:1 M022\n12:1 M033\n14:1 M033\n"},
        {BODY("é.[^ony]\n"), "16:3 M021\n"},
        {BODY("```risk\nrows: [{label: a, n: 1, source: one}, {label: b, n: 2,"
              " source: ony}]\nper: 100\ntitle: x\npopulation: y\nperiod: z\n"
              "outcome: harm\n```\n"),
         "16:1 M021\n"},
        {BODY("It takes 5 days.\n"), "16:10 M023\n"},
        {BODY("It takes 5 days.[^one]\n"), ""},
        {BODY("It takes 5 days. Really.[^one]\n"), ""},
        {BODY("Really.[^one] It takes 5 days.\n"), "16:24 M023\n"},
        {BODY("It takes:[^one]\n\n- 5 days\n- more\n"), ""},
        {BODY("It takes:\n\n- 5 days\n- more[^one]\n"), "18:3 M023\n"},
        {BODY("| a[^one] | b |\n|---|---|\n| 1 | 2 |\n"), ""},
        {BODY("| a | b |\n|---|---|\n| 1 | 2[^one] |\n"), ""},
        {BODY("Call 999 in the UK.\n"), ""},
        {BODY("Type 2 diabetes lasts. So may type 1.\n"), ""},
        {BODY("[x](nowhere.md)\n"), "16:1 M041\n"},
        {BODY("[x](https://nowhere.invalid/)\n"), ""},
        {BODY("## A {kind=risks #b}\n\n[x](#b) [y](#a) [z](#risks) "
              "[w](#c)[^one]\n"),
         "18:29 M042\n"},
    };
    assert_said(rows, N_ELEMENTS(rows));
}

static void sections(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {BODY("## A {kind=riks}\nA.\n"), "16:1 M030\n"},
        {BODY("## Overview\nA.\n"), "16:1 M032\n"},
        {BODY("## A\n### B\n## C\n### B\n### b\n"), "20:1 M032\n"},
        {BODY("## A\n\n## B\n\n<!-- C -->\n\n---\n"), "16:1 M033\n18:1 M033\n"},
        {BODY("## A\n\n![](x.png)\n\n## B\n\n- b\n\n## C\n> c\n"), ""},
        {BODY("## A\n\n[^two]: A note.\n[x]: y.md\n"), "16:1 M033\n"},
        {FRONT "[^one]\n\n## More information\n\nA.\n", ""},
        {FRONT "## More information\n\n[^one]\n", "1:1 M031\n"},
    };
    assert_said(rows, N_ELEMENTS(rows));
}

static void numbers(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {BODY("It cuts the risk by 50%.[^one]\n"), "16:21 M051\n"},
        {BODY("A 50% higher risk.[^one]\n"), "16:3 M051\n"},
        {BODY("It is three times as likely.[^one]\n"), "16:13 M051\n"},
        {BODY("It doubles the risk.[^one]\n"), "16:4 M051\n"},
        {BODY("It doubles the risk, from 2 to 4 of 100.[^one]\n"), ""},
        {BODY("It halves the risk, from 4% to 2%.[^one]\n"), ""},
        {BODY("Take it twice a day.\n"), ""},
        {BODY("The level is 30% higher than normal.[^one]\n"), ""},
        {BODY("| A[^one] | 5% |\n|---|---|\n| lower | x |\n"), ""},
        {BODY("Of 100 people, 50% had a rash.[^one]\n"), ""},
        {BODY("1 in 200 get it.[^one]\n"), "16:1 M052\n"},
        {BODY("About one in five get it.[^one]\n"), "16:7 M052\n"},
        {BODY("1 in 200, or 5 of 1,000, get it.[^one]\n"), ""},
        {BODY("One study in 2020 saw it.[^one]\n"), ""},
        {BODY("3 of 100 have it.[^one]\n\n9 of 1,000 a rash.[^one]\n"),
         "18:1 M053\n"},
        {BODY("3 of 100 have it. 22 of 36 a rash.[^one]\n"), ""},
        {BODY("3 of 100 have it.[^one]\n\n## B\n\n9 of 1,000.[^one]\n"), ""},
        {RISKS("Infection is rare.\n"), "20:14 M054\n"},
        {RISKS("Infection is rare. No figure is known.\n"), ""},
        {RISKS("Infection is rare: 2 of 1,000.[^one]\n"), ""},
        {RISKS("Like the common cold.\n"), ""},
        {BODY("## B\n\nInfection is rare.\n"), ""},
        {BODY(RISK("Flu") RISK("Cold") RISK("flu")), "34:1 M055\n"},
    };
    assert_said(rows, N_ELEMENTS(rows));
}

static void words(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {BODY("It causes oedema. More oedema.\n"), "16:11 M060\n"},
        {BODY("It causes swelling (oedema).\n"), ""},
        {BODY("Oedema means swelling.\n"), ""},
        {BODY("It is a sign of appendicitis.\n"), "16:17 M060\n"},
        {BODY("Take an NSAID.\n"), "16:9 M060\n"},
        {BODY("Ask the NHS.\n"), ""},
        {BODY("## B\n\n"
              "Administration necessitates consideration of comorbidity and of "
              "medication. Individual circumstances determine suitability of "
              "particular interventions considerably. Professional evaluation "
              "facilitates identification of complications. Unsatisfactory "
              "communication compromises cooperation between practitioners, "
              "administrators, organisations and dissatisfied beneficiaries. "
              "Comprehensive documentation, individualised information and "
              "continuous education ameliorate satisfaction considerably. "
              "Administration necessitates consideration of comorbidity and of "
              "medication. Professional evaluation facilitates identification "
              "of numerous complications. Individual circumstances determine "
              "suitability of particular interventions.\n"),
         "16:1 M061\n"},
    };
    assert_said(rows, N_ELEMENTS(rows));
}

static void english_rules_know_english_only(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"---\nlang: es\ntype: other\n" FIELDS
         "---\n[^one]\n\n## More {kind=more-info}\n\n1 in 200.[^one] oedema\n",
         ""},
    };
    assert_said(rows, N_ELEMENTS(rows));
}

static void says_a_hundred_times_at_most(void **state)
{
    (void)state;
    struct buf source, said;
    buf_init(&source);
    buf_init(&said);
    buf_add(&source, FRONT "[^one]\n");
    buf_add_repeat(&source, "[^no]\n", 1000);
    check(source.data, &said);
    size_t n = 0;
    for (const char *at = said.data; (at = strstr(at, "M021")); at++)
        n++;
    assert_int_equal(n, 100);
    buf_finish(&source);
    buf_finish(&said);
}

static void every_rule_explains_itself(void **state)
{
    (void)state;
    for (const struct rule *rule = check_rules; rule->code; rule++) {
        assert_non_null(rule->summary);
        assert_non_null(rule->why);
        assert_non_null(rule->wrong);
        assert_non_null(rule->right);
        assert_ptr_equal(check_rule_find(rule->code), rule);
        assert_ptr_equal(check_rule_find(rule->name), rule);
        if (rule != check_rules)
            assert_true(strcmp(rule[-1].code, rule->code) < 0);
    }
    assert_ptr_equal(check_rule_find("m021"), check_rule_find("citation-dead"));
    assert_null(check_rule_find("M999"));
}

static void remedies(void **state)
{
    (void)state;
    static const struct {
        const char *wrong, *right;
    } rows[] = {
        {"---\nupdated: 22 November 2026\n---\n## A {kind=riks}\nx\n",
         "---\nupdated: 2026-11-22\n---\n## A {kind=risks}\nx\n"},
        {"---\nupdated: \"November 22, 2026\"\ntype: Procedure\n---\n",
         "---\nupdated: \"2026-11-22\"\ntype: procedure\n---\n"},
        {"---\nreview_due: 2026/11/22\naudience: Patient\n---\n",
         "---\nreview_due: 2026-11-22\naudience: patient\n---\n"},
        {"---\nupdated: 11/12/2026\n---\n[^no]\n", NULL},
        {"---\nupdated: 31 February 2026\n---\n", NULL},
        {"---\rtitle: T\r\nupdated: 22 November 2026\r---\r",
         "---\rtitle: T\r\nupdated: 2026-11-22\r---\r"},
        /* Fields of a figure are none of the article. */
        {"---\ntitle: T\n---\n```risk\ntype: Procedure\n```\n", NULL},
    };
    const struct check_context context = {0};
    for (size_t i = 0; i < N_ELEMENTS(rows); i++) {
        const char *wrong = rows[i].wrong;
        struct article *article = article_parse(wrong, strlen(wrong), NULL);
        struct messages messages;
        struct buf out;
        buf_init(&out);
        messages_init(&messages, &article->arena);
        check_article(article, &context, &messages);
        size_t n = check_remedy(article, &messages, &out);
        assert_int_equal(n > 0, rows[i].right != NULL);
        assert_string_equal(out.data, rows[i].right ? rows[i].right : wrong);
        messages_finish(&messages);
        buf_finish(&out);
        article_free(article);
    }
}

static void put(const char *path, const char *text)
{
    struct error err;
    assert_true(file_write(path, text, strlen(text), &err));
}

static void assert_holds(const char *path, const char *text)
{
    struct buf content;
    buf_init(&content);
    assert_true(file_read(path, 0, &content, NULL, NULL));
    assert_string_equal(content.data, text);
    buf_finish(&content);
}

static void fixes_only_what_it_has_read(void **state)
{
    (void)state;
    static const char wrong[] = "---\ntype: Procedure\n---\nText.\n";
    static const char edited[] = "---\ntype: Procedure\n---\nNew text.\n";
    const struct check_context context = {0};
    char folder[] = "/tmp/medfaq-check-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/a.md", folder);
    const char *const paths[] = {path};
    for (int i = 0; i < 2; i++) {
        struct batch batch;
        struct error err;
        put(path, wrong);
        batch_init(&batch, &context, paths, 1);
        struct checked *file = &batch.files[0];
        struct article *article = article_open(path, &err);
        check_article(article, &context, &file->messages);
        if (i)
            put(path, edited);
        checked_fix(file, article);
        assert_int_equal(file->fixed, !i);
        assert_int_equal(file->problem != NULL, i);
        if (i)
            assert_non_null(strstr(file->problem, "a.md: the file changed"));
        assert_holds(path, i ? edited : "---\ntype: procedure\n---\nText.\n");
        article_free(article);
        batch_finish(&batch);
    }
    unlink(path);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(front_matter_and_dates),
        cmocka_unit_test(sources_and_links),
        cmocka_unit_test(sections),
        cmocka_unit_test(numbers),
        cmocka_unit_test(words),
        cmocka_unit_test(english_rules_know_english_only),
        cmocka_unit_test(says_a_hundred_times_at_most),
        cmocka_unit_test(every_rule_explains_itself),
        cmocka_unit_test(remedies),
        cmocka_unit_test(fixes_only_what_it_has_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
