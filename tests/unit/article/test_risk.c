#include "article/risk.h"

#include <string.h>

#include "../unit.h"
#include "article/article.h"
#include "article/risk_event.h"
#include "base/strs.h"

/* Returns the text of an article that consists of a risk block. */
static void risk_text(const char *yaml, const char *lang, struct buf *out)
{
    struct buf source;
    buf_init(&source);
    buf_printf(&source, "---\nlang: %s\n---\n```risk\n%s```\n", lang, yaml);
    struct article *article = article_parse(source.data, source.n_bytes, NULL);
    buf_init(out);
    buf_add_n(out, article->text, article->n_text_bytes);
    article_free(article);
    buf_finish(&source);
}

static void check_text(const char *yaml, const char *lang, const char *expected)
{
    struct buf text;
    risk_text(yaml, lang, &text);
    assert_string_equal(text.data, expected);
    buf_finish(&text);
}

/* Returns the sentence of one row. */
struct sentence_case {
    const char *lang, *event, *certainty;
    long n;
    const char *sentence;
};

static void check_sentence(const struct sentence_case *test)
{
    struct buf yaml;
    buf_init(&yaml);
    buf_printf(&yaml, "outcome: harm\npopulation: a\nperiod: b\nper: 1000\n");
    if (test->event)
        buf_printf(&yaml, "event: %s\n", test->event);
    if (*test->certainty)
        buf_printf(&yaml, "certainty: %s\n", test->certainty);
    buf_printf(&yaml, "rows: [{label: L, n: %ld}]\n", test->n);
    struct buf text;
    risk_text(yaml.data, test->lang, &text);
    text.data[strcspn(text.data, "\n")] = '\0';
    assert_string_equal(text.data, test->sentence);
    buf_finish(&text);
    buf_finish(&yaml);
}

static void check_sentences(const struct sentence_case *tests, size_t n)
{
    for (size_t i = 0; i < n; i++)
        check_sentence(&tests[i]);
}

static void tells_both_how_many_and_how_many_not(void **state)
{
    (void)state;
    static const struct sentence_case cases[] = {
        {"en", "have a stroke", "", 45,
         "L: 45 in 1,000 have a stroke; 955 do not."},
        {"en", "have a stroke", "high", 1,
         "L: 1 in 1,000 has a stroke; 999 do not."},
        {"en", "have a stroke", "", 999,
         "L: 999 in 1,000 have a stroke; 1 does not."},
        {"en", "have a stroke", "", 0, "L: none of 1,000 have a stroke."},
        {"en", "have a stroke", "", 1000, "L: all 1,000 have a stroke."},
        {"en", "catch flu", "", 1, "L: 1 in 1,000 catches flu; 999 do not."},
        {"en", "carry it", "", 1, "L: 1 in 1,000 carries it; 999 do not."},
        {"en", "stay well", "", 1, "L: 1 in 1,000 stays well; 999 do not."},
        {"en", "die", "", 1, "L: 1 in 1,000 dies; 999 do not."},
        {"en", "are admitted", "", 1,
         "L: 1 in 1,000 is admitted; 999 are not."},
        {"en", "are admitted", "", 999,
         "L: 999 in 1,000 are admitted; 1 is not."},
        {"en", NULL, "", 45, "L: 45 in 1,000; not: 955."},
    };
    check_sentences(cases, N_ELEMENTS(cases));
}

static void hedges_by_certainty(void **state)
{
    (void)state;
    static const struct sentence_case cases[] = {
        {"en", "have a stroke", "moderate", 45,
         "L: 45 in 1,000 probably have a stroke; 955 probably do not."},
        {"en", "have a stroke", "moderate", 1,
         "L: 1 in 1,000 probably has a stroke; 999 probably do not."},
        {"en", "have a stroke", "low", 1,
         "L: 1 in 1,000 may have a stroke; 999 may not."},
        {"en", "have a stroke", "very low", 45,
         "L: 45 in 1,000 may have a stroke, but this is very uncertain; 955 "
         "may not."},
        {"en", "are admitted", "moderate", 45,
         "L: 45 in 1,000 are probably admitted; 955 are probably not."},
        {"en", "are admitted", "low", 45,
         "L: 45 in 1,000 may be admitted; 955 may not be."},
        {"en", "have a stroke", "moderate", 0,
         "L: probably none of 1,000 have a stroke."},
        {"en", NULL, "moderate", 45, "L: probably 45 in 1,000; not: 955."},
        {"en", NULL, "very low", 45,
         "L: perhaps 45 in 1,000, but this is very uncertain; not: 955."},
    };
    check_sentences(cases, N_ELEMENTS(cases));
}

static void speaks_six_languages(void **state)
{
    (void)state;
    static const struct sentence_case cases[] = {
        {"es", "sufren un ictus", "moderate", 45,
         "L: 45 de cada 1.000 probablemente sufren un ictus; 955 "
         "probablemente no."},
        {"es", "sufren un ictus", "", 1,
         "L: 1 de cada 1.000 sufre un ictus; 999 no."},
        {"es", "se curan", "", 1, "L: 1 de cada 1.000 se cura; 999 no."},
        {"es", "sufren un ictus", "", 0,
         "L: ninguna de 1.000 personas sufre un ictus."},
        {"fr", "font un AVC", "low", 45,
         "L\u00A0: 45 sur 1\u00A0000 font peut-être un AVC\u00A0; 955 "
         "peut-être pas."},
        {"fr", "ont de la fièvre", "", 1,
         "L\u00A0: 1 sur 1\u00A0000 a de la fièvre\u00A0; 999 non."},
        {"fr", "ont de la fièvre", "", 0,
         "L\u00A0: aucune personne sur 1\u00A0000 n'a de la fièvre."},
        {"fr", "guérissent", "", 0,
         "L\u00A0: aucune personne sur 1\u00A0000 ne guérit."},
        {"de", "erleiden einen Schlaganfall", "moderate", 45,
         "L: 45 von 1.000 erleiden wahrscheinlich einen Schlaganfall; 955 "
         "wahrscheinlich nicht."},
        {"de", "erleiden einen Schlaganfall", "", 1,
         "L: 1 von 1.000 erleidet einen Schlaganfall; 999 nicht."},
        {"de", "sterben", "", 1, "L: 1 von 1.000 stirbt; 999 nicht."},
        {"vi", "bị đột quỵ", "low", 45,
         "L: cứ 1.000 người thì 45 người có thể bị đột quỵ; 955 người có thể "
         "không."},
        {"zh", "发生中风", "very low", 45,
         "L：每1,000人中有45人可能发生中风，但这非常不确定；955人可能没有。"},
        {"zh", "发生中风", "", 0, "L：每1,000人中没有人发生中风。"},
    };
    check_sentences(cases, N_ELEMENTS(cases));
}

static void a_number_keeps_its_frame(void **state)
{
    (void)state;
    check_text("title: Having a stroke\nevent: have a stroke\n"
               "population: adults\nperiod: a year\nper: 1000\n"
               "outcome: harm\ncertainty: low\n"
               "rows:\n- {label: With, n: 24, low: 15, high: 38}\n",
               "en",
               "Having a stroke\n"
               "With: 24 in 1,000 (between 15 and 38) may have a stroke; 976 "
               "may not.\n"
               "Who: adults; time: a year; certainty: low\n");
    check_text("title: Having a stroke\npopulation: adults\nperiod: a year\n"
               "per: 100\noutcome: harm\nrows:\n- {label: Without, n: 4}\n",
               "en",
               "Having a stroke\n"
               "Without. Having a stroke: 4 in 100; not: 96.\n"
               "Who: adults; time: a year\n");
}

/* Each line of the YAML is in the text, unless the sentences say all of it. */
static void check_kept(const char *text, const char *yaml, bool in_words)
{
    while (*yaml && !in_words) {
        size_t n_bytes = strcspn(yaml, "\n");
        if (!memmem(text, strlen(text), yaml, n_bytes))
            fail_msg("\"%.*s\" is lost", (int)n_bytes, yaml);
        yaml += n_bytes + 1;
    }
}

/* A text of several lines becomes one line, since the lines of the block are
 * counted. */
static void texts_are_one_line(void **state)
{
    (void)state;
    check_text("title: |\n  Having\n  a stroke\nevent: |\n  has a\n  stroke.\n"
               "population: \"a\\nb\"\nperiod: b\nper: 100\noutcome: harm\n"
               "rows:\n- {label: \"With\\nit\", n: 4}\n- {label: No, n: 1}\n",
               "en",
               "Having a stroke\n"
               "With it: 4 in 100 have a stroke; 96 do not.\n"
               "No: 1 in 100 has a stroke; 99 do not.\n"
               "Who: a b; time: b\n");
}

#define FRAME "population: a\nperiod: b\noutcome: harm\n"

/* Each fault is reported with its line in the file, and the text is kept. */
static void tells_faults_and_keeps_the_text(void **state)
{
    (void)state;
    static const struct {
        const char *yaml, *fault;
        bool broken;  /* no figure is shown */
        bool missing; /* something is missing; the rest is shown */
    } cases[] = {
        {FRAME "per: 100\nrows:\n- {label: L, n: 101}\n",
         "Line 10: n must be a whole number from 0 to 100.", true},
        {FRAME "per: 100\nrows:\n- {label: L, n: -1}\n",
         "Line 10: n must be a whole number from 0 to 100.", true},
        {FRAME "per: 100\nrows:\n- {label: L, n: many}\n",
         "Line 10: n must be a whole number from 0 to 100.", true},
        {FRAME "per: 100\nrows:\n- {label: L}\n",
         "Line 10: A row needs a number: n.", true},
        {FRAME "per: 100\nrows:\n- {n: 1}\n", "Line 10: A row needs a label.",
         true},
        {FRAME "per: 100\nrows:\n- {label: L, n: 1}\n"
               "- {label: M, n: 2, per: 1000}\n",
         "Line 11: per must come once, before the rows, because all rows share "
         "it.",
         true},
        {FRAME "per: 100\nrows:\n- {label: L, n: 1, low: 2, high: 3}\n",
         "Line 10: n must be between low and high.", true},
        {FRAME "per: 100\nrows:\n- {label: L, n: 1, low: 1}\n",
         "Line 10: low and high must both be given.", true},
        {FRAME "per: 100\nper: 1000\nrows:\n- {label: L, n: 1}\n",
         "Line 9: per appears twice.", true},
        {FRAME "per: 100\nrows:\n- {label: L, n: 1, n: 2}\n",
         "Line 10: n appears twice.", true},
        {FRAME "period: c\nper: 100\nrows:\n- {label: L, n: 1}\n",
         "Line 8: period appears twice.", true},
        {FRAME "event: do not sleep\nper: 100\nrows:\n- {label: L, n: 1}\n",
         "Line 8: event must be a verb in the present, without \"not\"", false},
        {FRAME "per: 50\nrows:\n- {label: L, n: 1}\n",
         "Line 8: per must be 100, 1000, 10000 or 100000.", true},
        {FRAME "per: 100\nrows: []\n",
         "Line 9: rows must be a list of {label: ..., n: ...}.", true},
        {"per: 100\n- a\n", "Line 6: ", true},
        {"nothing\n", "Line 5: A risk block must be YAML: per: 1000, rows: ...",
         true},
        {FRAME "per: 100\nwhere: here\nrows:\n- {label: L, n: 1}\n",
         "Line 9: Unknown field \"where\" is ignored.", false},
        {"population: a\nperiod: b\nper: 100\nrows:\n- {label: L, n: 1}\n",
         "Line 5: outcome is missing: harm or benefit?", false, true},
        {FRAME "certainty: sure\nper: 100\nrows:\n- {label: L, n: 1}\n",
         "Line 8: certainty cannot be \"sure\".", false},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf text;
        risk_text(cases[i].yaml, "en", &text);
        if (!strstr(text.data, cases[i].fault))
            fail_msg("\"%s\" does not say \"%s\"", text.data, cases[i].fault);
        bool is_told = strstr(text.data, " in 100");
        assert_int_equal(is_told, !cases[i].broken);
        check_kept(text.data, cases[i].yaml, cases[i].missing);
        buf_finish(&text);
    }
}

/* What "955 do not" would mean behind these, nobody could tell. */
static void an_event_has_a_contrary(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "do not sleep",  "don't sleep",    "are not cured",
        "have no pain",  "never sleep",    "can walk",
        "cannot walk",   "may die",        "had a stroke",
        "were admitted", "no se curan",    "ne dorment pas",
        "n'ont pas mal", "schlafen nicht", "haben kein Fieber",
        "không khỏi",    "没有好转",       "Cannot walk",
    };
    static const char *const right[] = {
        "have a stroke",
        "are admitted",
        "notice a lump",
        "se curan",
        "font un AVC",
        "sterben",
        "bị đột quỵ",
        "发生中风",
        "still have pain",
        "go blind",
        "nose-bleed",
        "are treated for a cancer that would never have harmed them",
    };
    for (size_t i = 0; i < N_ELEMENTS(wrong); i++)
        if (risk_event_can_be_told(wrong[i]))
            fail_msg("%s", wrong[i]);
    for (size_t i = 0; i < N_ELEMENTS(right); i++)
        if (!risk_event_can_be_told(right[i]))
            fail_msg("%s", right[i]);
}

/* A source that is not there is not lost. */
static void a_source_that_is_not_there_stays(void **state)
{
    (void)state;
    check_text("title: T\nevent: have it\npopulation: a\nperiod: b\n"
               "per: 100\noutcome: harm\n"
               "rows:\n- {label: L, n: 4, source: nobody}\n",
               "en",
               "T\nL: 4 in 100 have it; 96 do not. [^nobody]\n"
               "Who: a; time: b\n");
}

/* Of YAML that breaks off, nothing is said to be missing. */
static void broken_yaml_is_one_fault(void **state)
{
    (void)state;
    struct buf text;
    risk_text("per: [100\n", "en", &text);
    assert_true(str_starts(text.data, "Line 6: "));
    assert_null(strstr(text.data, "missing"));
    assert_non_null(strstr(text.data, "per: [100"));
    buf_finish(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_both_how_many_and_how_many_not),
        cmocka_unit_test(hedges_by_certainty),
        cmocka_unit_test(speaks_six_languages),
        cmocka_unit_test(a_number_keeps_its_frame),
        cmocka_unit_test(texts_are_one_line),
        cmocka_unit_test(an_event_has_a_contrary),
        cmocka_unit_test(a_source_that_is_not_there_stays),
        cmocka_unit_test(broken_yaml_is_one_fault),
        cmocka_unit_test(tells_faults_and_keeps_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
