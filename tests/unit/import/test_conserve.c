#include "import/conserve.h"

#include <string.h>

#include "../unit.h"
#include "import/markup.h"

struct noted {
    enum ledger_act act;
    const char *text;
};

struct given {
    const char *page, *body;
    struct noted noted[6];
    const char *fault; /* NULL: nothing is lost */
};

static bool compare(const struct given *given, struct error *err)
{
    static const struct markup_rules rules = {.html = true};
    struct letters source, article, stated;
    struct ledger ledger;
    letters_init(&source);
    letters_init(&article);
    letters_init(&stated);
    ledger_init(&ledger);
    markup_read(given->page, strlen(given->page), &rules, &source);
    conserve_read_body(given->body, strlen(given->body), &article);
    letters_add(&stated, "title: Zorvex", 13);
    for (size_t i = 0; i < 6 && given->noted[i].text; i++)
        ledger_note(&ledger, given->noted[i].act, "rule", given->noted[i].text,
                    strlen(given->noted[i].text));
    bool same = conserve_compare(&source, &article, &stated, &ledger, err);
    ledger_finish(&ledger);
    letters_finish(&stated);
    letters_finish(&article);
    letters_finish(&source);
    return same;
}

static void compare_all(const struct given *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct error err = {""};
        bool same = compare(&cases[i], &err);
        if (same != !cases[i].fault)
            fail_msg("%s -> %s: %s", cases[i].page, cases[i].body, err.message);
        if (cases[i].fault && !strstr(err.message, cases[i].fault))
            fail_msg("%s -> %s: \"%s\" is not in \"%s\"", cases[i].page,
                     cases[i].body, cases[i].fault, err.message);
    }
}

static void passes_what_is_the_same(void **state)
{
    (void)state;
    static const struct given cases[] = {
        {"<p>Call <b>999</b> now", "Call **999** now\n"},
        /* However it is divided, marked and composed. */
        {"<p>H<sub>2</sub>O, m<sup>2</sup>, 2<sup>1/2</sup>", "H₂O, m², 2½\n"},
        {"<p>cafe&#x301; &frac12; &#150; &eacute;&ccaron;",
         "caf\u00E9 ½ – éč\n"},
        {"<p>a<p>b<ul><li>c<li>d</ul>", "a b\n\n- c\n\n1. d\n"},
        {"<h2>Uses</h2><p>Knees.", "## Uses {kind=uses}\n\nKnees.[^1]\n"},
        {"<h2>In a cell</h2>", "> In a cell\n"},
        {"<!-- no --><script>no</script><style>no</style>a<img alt='a leg'>",
         "a ![a leg](x)\n"},
        {"<p>weight<40 kg, dose<limit, pulse<b on the chart",
         "weight<40 kg, dose\\<limit, pulse\\<b on the chart\n"},
        {"<pre>5 mg</pre>", "~~~\n5 mg\n~~~\n"},
        {"<p>one<!-- a > b --!>two<!-->three", "one two three\n"},
    };
    compare_all(cases, N_ELEMENTS(cases));
}

static void finds_what_is_wrong(void **state)
{
    (void)state;
    static const struct given cases[] = {
        {"<p>a\n<p>Call 999 if you bleed.<p>c",
         "a\n\nc\n",
         {{0}},
         "line 2: this text would be lost: \"Call 999 if you bleed c\""},
        {"<p>Do not take it.", "Do take it.\n", {{0}}, "lost: \"not take it\""},
        {"<p>2.5 ml", "5 ml\n", {{0}}, "lost: \"2.5 ml\""},
        {"<p>a<p>last words", "a\n", {{0}}, "lost: \"last words\""},
        {"<p>Rest it. Ice it.", "Rest it. Rest it. Ice it.\n", {{0}}, "twice"},
        {"<p>Rest it.",
         "Rest it. Ice it.\n",
         {{0}},
         "not in the source: \"Ice it\""},
        {"<p>Rest it.",
         "Rest it.\n\n    Take 5 mg.\n",
         {{0}},
         "not in the source: \"Take 5 mg\""},
        {"<h2>Uses</h2><p>Sore knees and elbows.<h2>Overdose</h2><p>Call an "
         "ambulance at once.",
         "## Uses\n\nSore knees and elbows. Call an ambulance at once.\n\n## "
         "Overdose\n",
         {{0}},
         "elsewhere: \"Overdose Call"},
        {"<p>Uses.<h2>Overdose</h2><p>Call.",
         "Uses.\n\nOverdose\n\nCall.\n",
         {{0}},
         "this heading would be lost: \"Overdose Call\""},
    };
    compare_all(cases, N_ELEMENTS(cases));
}

/* Signs that change what a number means. */
static void keeps_the_signs_of_numbers(void **state)
{
    (void)state;
    static const struct given same[] = {
        {"<p>2.5 ml, 1,5 mg, .5, 1/2, 10:30, 5.10.2024",
         "2.5 ml, 1,5 mg, .5, 1/2, 10:30, 5.10.2024\n"},
        {"<p>5&nbsp;% of 5% &#8211; 10 &ndash; 15, &minus;5 (-3)",
         "5 % of 5% – 10 - 15, -5 (−3)\n"},
        {"<p>&lt;5, &gt; 5, &le;5, ± 5, <b>&lt;</b> 5",
         "<5, \\> 5, ≤5, ± 5, **<** 5\n"},
        {"<p>10<sup>9</sup>, 10<sup>-9</sup>, &frac12; 1&frac12; 10^9",
         "10⁹, 10⁻⁹, 1/2 1½ 10^(9)\n"},
        {"<p>5 10 000 <b>5</b>10<table><tr><td>5<td>10<td>-<td>7</table>",
         "5 10 000 **5** 10\n\n| 5 | 10 |\n|---|---|\n| - | 7 |\n"},
        {"<p>2010<p>- 5 mg<p>-5 &deg;C<br>-10",
         "2010\n\n- 5 mg\n\n-5 °C\\\n-10\n"},
        {"<p><b>2</b>.5 ml<p>5<span>%</span>", "**2**.5 ml\n\n5%\n"},
        {"<p>H<sub>2</sub>O, CoV-2, B-12, 5-fold, 65+",
         "H2O, CoV2, B12, 5fold, 65+\n"},
        {"<p>５．２ ٢٫٥", "5.2 ٢٫٥\n"},
    };
    static const char *const changed[][2] = {
        {"2.5 ml", "25 ml"},
        {"1,5 mg", "15 mg"},
        {"1.5 mg", "1,5 mg"},
        {"1.5 mg", "1 5 mg"},
        {"0.5 to .5", "0.5 to 5"},
        {"1 5 mg", "15 mg"},
        {"15 mg", "1 5 mg"},
        {"at -5 C", "at 5 C"},
        {"at 5 C", "at -5 C"},
        {"5-10 mg", "510 mg"},
        {"5-10 mg", "5 10 mg"},
        {"5 - 10 mg", "5 10 mg"},
        {"1/2 tablet", "12 tablet"},
        {"½ tablet", "12 tablet"},
        {"1½ tablet", "11/2 tablet"},
        {"10^9/l", "109/l"},
        {"10⁹/l", "109/l"},
        {"10₉", "109"},
        {"is < 5", "is > 5"},
        {"is <5", "is 5"},
        {"is ≥ 5", "is 5"},
        {"5 ± 2", "5 2"},
        {"5% of", "5 of"},
        {"5 of", "5% of"},
        {"aged 65+", "aged 65"},
        {"at 10:30", "at 1030"},
        {"take 2 × 500", "take 2 500"},
        {"٢٫٥", "٢٥"},
    };
    compare_all(same, N_ELEMENTS(same));
    for (size_t i = 0; i < N_ELEMENTS(changed); i++) {
        char page[64];
        struct given given = {
            page, changed[i][1], {{0}}, "number would change"};
        snprintf(page, sizeof page, "<p>%s", changed[i][0]);
        compare_all(&given, 1);
    }
    /* Also in a piece that is said to stand elsewhere. */
    static const struct given declared[] = {
        {"<p>dose 2.5 ml<p>x y",
         "x y dose 2.5 ml\n",
         {{LEDGER_MOVED, "dose 2.5 ml"}}},
        {"<p>dose 2.5 ml<p>x y",
         "x y dose 25 ml\n",
         {{LEDGER_MOVED, "dose 2.5 ml"}},
         "article"},
        {"<p>x 2.5 ml y",
         "x y\n",
         {{LEDGER_LEFT_OUT, "25 ml"}},
         "lost: \"2.5 ml y\""},
        {"<p>x", "1. x -5\n", {{LEDGER_ADDED, "-5"}}},
        {"<p>x", "x 5\n", {{LEDGER_ADDED, "-5"}}, "not in the source"},
    };
    compare_all(declared, N_ELEMENTS(declared));
}

static void expects_what_is_declared(void **state)
{
    (void)state;
    static const struct given cases[] = {
        {"<nav>Home Menu</nav><p>Menu Uses",
         "Menu Uses\n",
         {{LEDGER_LEFT_OUT, "Home Menu"}}},
        {"<p>Menu<p>Menu<p>Uses", "Menu Uses\n", {{LEDGER_LEFT_OUT, "Menu"}}},
        {"<p>ab<p>ac<p>d", "ac d\n", {{LEDGER_LEFT_OUT, "ab"}}},
        {"<p>ab ac<p>ab ad<p>x", "ab ad x\n", {{LEDGER_LEFT_OUT, "ab ac"}}},
        {"<p>a b a c", "a c\n", {{LEDGER_LEFT_OUT, "a b"}}},
        {"<p>note one<p>two three",
         "two three note one\n",
         {{LEDGER_MOVED, "note one"}}},
        {"<p>Dose Effect Day Night Good",
         "Dose Day Dose Night Effect Good\n",
         {{LEDGER_MOVED, "Day"},
          {LEDGER_MOVED, "Night"},
          {LEDGER_MOVED, "Good"},
          {LEDGER_REPEATED, "Dose"}}},
        {"<img alt='Menu bar'>Menu bar<p>x",
         "x\n",
         {{LEDGER_LEFT_OUT, "Menu bar"}, {LEDGER_LEFT_OUT, "Menu bar"}}},
        {"<p>a note b", "a note b\n", {{LEDGER_MOVED, "note"}}},
        {"<p>a note b", "a note b note\n", {{LEDGER_MOVED, "note"}}, "twice"},
        {"<p>a", "Label: a\n", {{LEDGER_ADDED, "Label"}}},
        {"<h1>Zorvex</h1><p>a", "a\n", {{LEDGER_STATED, "Zorvex"}}},
        /* Only what is declared, as often, and only where it is. */
        {"<p>x x y", "y\n", {{LEDGER_LEFT_OUT, "x"}}, "lost: \"x y\""},
        {"<p>x y",
         "x y\n",
         {{LEDGER_LEFT_OUT, "z"}},
         "rule is not in the source"},
        {"<p>a", "a\n", {{LEDGER_ADDED, "b"}}, "rule is not in the article"},
        {"<p>maximum", "mum\n", {{LEDGER_LEFT_OUT, "maxi"}}},
        {"<p>maximum", "maxi\n", {{LEDGER_LEFT_OUT, "mum"}}, "lost"},
        {"<h1>Other</h1><p>a",
         "a\n",
         {{LEDGER_STATED, "Other"}},
         "lost: \"Other\""},
        {"<p>a", "a\n", {{LEDGER_LEFT_OUT, "..."}}},
    };
    compare_all(cases, N_ELEMENTS(cases));
}

/* Pieces that are the same but for their end leave many choices. */
static void ends_in_time(void **state)
{
    (void)state;
    struct letters source, article, stated;
    struct ledger ledger;
    struct error err;
    letters_init(&source);
    letters_init(&article);
    letters_init(&stated);
    ledger_init(&ledger);
    for (int i = 0; i < 20000; i++) {
        letters_add(&source, "a a b ", 6);
        letters_add(&article, "a ", 2);
        ledger_note(&ledger, LEDGER_LEFT_OUT, "rule", "a a", 3);
        ledger_note(&ledger, LEDGER_LEFT_OUT, "rule", "a", 1);
    }
    assert_false(conserve_compare(&source, &article, &stated, &ledger, &err));
    ledger_finish(&ledger);
    letters_finish(&stated);
    letters_finish(&article);
    letters_finish(&source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passes_what_is_the_same),
        cmocka_unit_test(finds_what_is_wrong),
        cmocka_unit_test(keeps_the_signs_of_numbers),
        cmocka_unit_test(expects_what_is_declared),
        cmocka_unit_test(ends_in_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
