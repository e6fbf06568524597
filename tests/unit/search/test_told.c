/* What the reader is told of a search. */
#include "shelf.h"

static const struct shelved articles[] = {
    {"gout.md", "title: Gout\nlang: en\ntype: condition",
     "## Symptoms\n\nA painful toe.\n\n## Treatment\n\nColchicine. Zoster is a "
     "word for a belt.\n"},
    {"clonidine.md", "title: Clonidine\nlang: en\ntype: medicine",
     "## Side effects\n\nA dry mouth and a rash.\n"},
    {"clozapine.md", "title: Clozapine\nlang: en\ntype: medicine",
     "## Side effects\n\nSleep.\n"},
    {"prozone.md", "title: Prazosin\nlang: en\ntype: medicine",
     "## Side effects\n\nHerpes of the lip.\n"},
    {"terazosin.md", "title: Terazosin\nlang: en\ntype: medicine",
     "## What if I miss a dose?\n\nSkip it.\n"},
    {"acne.md", "title: Acne\nlang: en\ntype: condition",
     "## Treatment\n\nIt may bleach cloth. Pills are hard to swallow for "
     "some.\n"},
    {"urine.md", "title: Diuretics\nlang: en\ntype: medicine",
     "## What is it for?\n\nMore urine. More pee.\n\n## Side effects\n\nAn "
     "injection or a vaccine, and a fit.\n"},
    {"help.md", "title: Drinks\nlang: en\ntype: other",
     "## What is it?\n\nWhat you swallow.\n"},
};

static int fill(void **state)
{
    return shelf_fill(state, articles, N_ELEMENTS(articles));
}

/* The first result and what is told, each behind a bar. */
static void search(const char *text, struct buf *out)
{
    struct search_results *results =
        search_run(the_index, text, &(struct search_options){0});
    if (results->n)
        shelf_add_name(&results->items[0], out);
    for (size_t i = 0; i < results->n_notes; i++) {
        struct search_piece pieces[SEARCH_PIECES_MAX];
        size_t n = search_note_pieces(&results->notes[i], pieces);
        buf_add(out, "|");
        for (size_t k = 0; k < n; k++)
            buf_add(out, pieces[k].text);
    }
    search_results_free(results);
}

static const struct {
    const char *typed, *told;
} cases[] = {
    /* nothing to tell */
    {"gout treatment", "gout/1"},
    {"how long does gout last", "gout/0"},
    /* what no article has is said, and what is left is not taken for it */
    {"how long does shingles last",
     "|Also searching for \"herpes zoster\" (shingles)|No article mentions "
     "\"shingles\""},
    {"side effects of metformin", "|No article mentions \"metformin\""},
    {"metformin rash",
     "clonidine/0|No article mentions \"metformin\". Showing results "
     "for the other words"},
    {"clomidone toe ",
     "gout/0|No article mentions \"clomidone\". The nearest name is "
     "\"clonidine\". Showing results for the other words"},
    {"metformin glucose", "|No article mentions \"metformin\", \"glucose\""},
    {"\"yellow toe\"", "|No article mentions \"yellow toe\""},
    {"metformin -toe", "|No article mentions \"metformin\""},
    {"what is 42?", ""},
    {"may i use it any day, was it said?", "terazosin/0"},
    /* words that stand apart */
    {"toe rash ", "clonidine/0|No section mentions both \"toe\" and \"rash\""},
    {"gout toe", "gout/0"},
    {"swallow bleach ", "acne/0"},
    {"toe cloth mouth ", "clonidine/0"},
    {"what happens to my toe", "gout/0"},
    {"type:condition toe rash ", "gout/0"},
    {"pee in the night, and pee by day ",
     "urine/0|Also searching for \"urine\" (pee)"},
    /* what was meant; other medicines that are like it */
    {"goutt", "gout/0|Showing results for \"gout\" instead of \"goutt\""},
    {"goot", "gout/0|Showing results for \"gout\" instead of \"goot\""},
    {"guot", "gout/0|Showing results for \"gout\" instead of \"guot\""},
    {"goot ", "gout/0|Showing results for \"gout\" instead of \"goot\""},
    {"niss", "|No article mentions \"niss\""},
    {"clonipine", "clonidine/0|Showing results for \"clonidine\" instead of "
                  "\"clonipine\"; similar: \"clozapine\""},
    {"trazosin",
     "|No article mentions \"trazosin\". The nearest name is \"prazosin\", "
     "then \"terazosin\""},
    /* what people say */
    {"piss", "urine/0|Also searching for \"urine\", \"pee\" (piss)"},
    {"pee ", "urine/0|Also searching for \"urine\" (pee)"},
    {"jab", "urine/1|Also searching for \"injection\", \"vaccine\" (jab)"},
    {"vaccine", "urine/1"},
    {"water tablets",
     "urine/0|Also searching for \"diuretic\" (water tablets)"},
    {"fits", "urine/1"},
    /* filters that filter nothing */
    {"kind:foo gout", "gout/0|\"foo\" is not a kind. Searching for it as a "
                      "word|No article mentions \"foo\". Showing "
                      "results for the other words"},
    /* as it was typed */
    {"gout El Ni\u00f1o ",
     "gout/0|No article mentions \"El\", \"Ni\u00f1o\". Showing "
     "results for the other words"},
    {"gout kind:ris", "gout/0|\"ris\" could mean risk-factors, risks"},
    {"gout reviewed:20",
     "gout/0|reviewed: can be a date, such as 2025, >2025 or <2025-06"},
    {"kind:side", "clonidine/0"},
    {"type:toe", "gout/0|\"toe\" is not a type. Searching for it as a word"},
    {"reviewed:toe",
     "gout/0|\"toe\" is not a date. Searching for it as a word"},
    {"lang:painful",
     "gout/0|\"painful\" is not a language. Searching for it as a word"},
    {"type:",
     "|type: can be condition, medicine, procedure, test, vaccine, other"},
    {"toe reviewed:",
     "gout/0|reviewed: can be a date, such as 2025, >2025 or <2025-06"},
    {"title: toe", "gout/0|title: can be a word from the title or a synonym"},
    /* a letter or two are names */
    {"go", "gout/0"},
    {"to",
     "|No name begins with \"to\". Type more letters to search the texts, too"},
    {"rq",
     "|No name begins with \"rq\". Type more letters to search the texts, too"},
};

static void tells(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf told;
        buf_init(&told);
        search(cases[i].typed, &told);
        assert_string_equal(told.data, cases[i].told);
        buf_finish(&told);
    }
}

static void advises_what_to_type(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *advice;
    } searches[] = {
        {"-toe", "Add a word to search for"},
        {"metformin -toe", "Try it without the words after -"},
    };
    for (size_t i = 0; i < N_ELEMENTS(searches); i++) {
        struct search_results *results = search_run(
            the_index, searches[i].typed, &(struct search_options){0});
        assert_string_equal(results->widen, searches[i].advice);
        search_results_free(results);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells),
        cmocka_unit_test(advises_what_to_type),
    };
    return cmocka_run_group_tests(tests, fill, shelf_clear);
}
