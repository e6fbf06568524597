#include "check/check.h"

#include <string.h>

#include "../unit.h"

#define FRONT                                                                  \
    "---\n"                                                                    \
    "title: T\n"                                                               \
    "type: test\n"                                                             \
    "summary: S.\n"                                                            \
    "updated: 2026-11-22\n"                                                    \
    "licence: MIT\n"                                                           \
    "sources: [{id: one, title: One}]\n"                                       \
    "---\n"

/* What check says, as "line:column code" lines. */
static void check(const char *source, struct buf *said)
{
    struct article *article = article_parse(source, strlen(source), "x/t.md");
    struct diagnostics messages;
    diagnostics_init(&messages, &article->arena);
    check_article(article, NULL, &messages);
    for (size_t i = 0; i < messages.n; i++)
        buf_printf(said, "%u:%u %s\n", messages.items[i].line,
                   messages.items[i].column, messages.items[i].code);
    diagnostics_finish(&messages);
    article_free(article);
}

static void says_what_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *source, *said;
    } cases[] = {
        {FRONT "Text.[^one]\n", ""},
        {"Text.\n", "1:0 front-matter-missing\n"},
        {"---\nsources: [{id: one}]\n---\nText.[^one]\n",
         "1:0 title-missing\n1:0 type-missing\n1:0 summary-missing\n"
         "1:0 updated-missing\n1:0 licence-missing\n"},
        {FRONT "Text.\n", "7:0 source-uncited\n"},
        {FRONT "é.[^one][^ony]\n", "9:9 citation-dead\n"},
        {FRONT "```risk\nrows: [{label: a, n: 1, source: one}, {label: b, n: 2,"
               " source: ony}]\nper: 100\ntitle: x\npopulation: y\nperiod: z\n"
               "outcome: harm\n```\n",
         "9:1 citation-dead\n"},
        {FRONT "[^one]\n\n## A {kind=riks}\n", "11:1 kind-unknown\n"},
        {FRONT "[^one]\n\n## A {kind=risks #b}\n\n[x](#b) [y](#a) [z](#risks)"
               " [w](#c)\n",
         "13:29 anchor-dead\n"},
        {FRONT "[^one]\n[x](nowhere.md)\n", "10:1 link-dead\n"},
        {FRONT "[^one] [x](https://nowhere.invalid/)\n", ""},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf said;
        buf_init(&said);
        check(cases[i].source, &said);
        assert_string_equal(said.data, cases[i].said);
        buf_finish(&said);
    }
}

static void keeps_what_parsing_found(void **state)
{
    (void)state;
    struct buf said;
    buf_init(&said);
    check("---\ntitle: [\n---\nText.\n", &said);
    assert_non_null(strstr(said.data, " yaml\n"));
    buf_finish(&said);
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
    for (const char *at = said.data; (at = strstr(at, "citation-dead")); at++)
        n++;
    assert_int_equal(n, 100);
    buf_finish(&source);
    buf_finish(&said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(keeps_what_parsing_found),
        cmocka_unit_test(says_a_hundred_times_at_most),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
