#include "search/query.h"

#include <stdlib.h>
#include <string.h>

#include "../unit.h"
#include "base/buf.h"
#include "base/mem.h"

/* Returns the terms as text: word "phrase" -excluded title:word */
static void print_terms(const struct query *query, struct buf *out)
{
    static const char *const before[] = {
        [QUERY_WORD] = "",
        [QUERY_PHRASE] = "\"",
        [QUERY_TITLE] = "title:",
        [QUERY_NOT] = "-",
    };
    for (size_t i = 0; i < query->n_terms; i++)
        buf_printf(out, "%s%s%s%s", i ? " " : "", before[query->terms[i].type],
                   query->terms[i].text,
                   query->terms[i].type == QUERY_PHRASE ? "\"" : "");
}

static const struct {
    const char *typed, *terms;
    enum kind kind;
    enum article_type type;
    const char *lang;
    int year, order;
} cases[] = {
    {"Keloid scars", "keloid scars"},
    {"\"side effects\" rash", "\"side effects\" rash"},
    {"\"not closed", "\"not closed\""},
    {"rash -children -\"old age\"", "rash -children -old age"},
    {"a -b", "a -b"},
    {"x-ray - or", "x ray or"},
    {"kind:risks keloid", "keloid", .kind = KIND_RISKS},
    {"kind:\"side effects\"", "", .kind = KIND_SIDE_EFFECTS},
    {"kind:contra keloid", "keloid", .kind = KIND_CONTRAINDICATIONS},
    {"contra: keloid", "keloid", .kind = KIND_CONTRAINDICATIONS},
    {"side: rash", "rash", .kind = KIND_SIDE_EFFECTS},
    {"type:med gout", "gout", .type = TYPE_MEDICINE},
    /* may be any of several */
    {"keloid kind:ris", "keloid"},
    {"kind:ris keloid", "keloid"},
    {"pre: keloid", "pre keloid"},
    {"b: keloid", "b keloid"},
    {"gout lang:e", "gout"},
    {"gout reviewed:>20", "gout"},
    {"Contraindications: keloid", "keloid", .kind = KIND_CONTRAINDICATIONS},
    {"side effects: rash", "rash", .kind = KIND_SIDE_EFFECTS},
    {"cancer: what now", "cancer what now"},
    {"type:medicine gout", "gout", .type = TYPE_MEDICINE},
    {"lang:pt-BR dor", "dor", .lang = "pt"},
    {"title:acne scars", "title:acne scars"},
    {"reviewed:>2025 flu", "flu", .year = 2025, .order = 1},
    {"reviewed:2025-03", "", .year = 2025},
    {"reviewed:soon", "soon"},
    {"kind:nonsense", "nonsense"},
    {"kind: type:", ""},
    {"http://example.org", "http example org"},
    {"a AND b OR NOT c* ^d {e f}:g NEAR(h)", "a and b or not c d e f g near h"},
    {"C++ don't %s %n '; DROP TABLE x", "c don t s n drop table x"},
    {"  \t\n\x01\x7F ", ""},
    {"", ""},
    {"- -- \" \"\" :", ""},
};

static void understands(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct query query;
        struct buf terms;
        buf_init(&terms);
        query_init(&query, cases[i].typed, strlen(cases[i].typed));
        print_terms(&query, &terms);
        assert_string_equal(terms.data, cases[i].terms);
        assert_int_equal(query.kind, cases[i].kind);
        assert_int_equal(query.type, cases[i].type);
        assert_int_equal(query.reviewed.year, cases[i].year);
        assert_int_equal(query.reviewed_order, cases[i].order);
        if (cases[i].lang)
            assert_string_equal(query.lang, cases[i].lang);
        else
            assert_null(query.lang);
        query_finish(&query);
        buf_finish(&terms);
    }
}

static void finds_what_is_asked(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        enum kind asked;
    } questions[] = {
        {"side effects of warfarin", KIND_SIDE_EFFECTS},
        {"how is gout treated", KIND_TREATMENT},
        {"what causes hives", KIND_CAUSES},
        {"what is gout and how is it treated", KIND_TREATMENT},
        {"what is gout", KIND_OVERVIEW},
        {"what are hives", KIND_OVERVIEW},
        {"gout", KIND_NONE},
        {"I had a test. How is gout treated?", KIND_TREATMENT},
        {"How is gout treated? I had a test.", KIND_TREATMENT},
    };
    for (size_t i = 0; i < N_ELEMENTS(questions); i++) {
        struct query query;
        query_init(&query, questions[i].typed, strlen(questions[i].typed));
        assert_int_equal(query.asked, questions[i].asked);
        query_finish(&query);
    }
}

static void finds_questions(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *questions;
    } texts[] = {
        {"Keloid scars", "keloid scars|"},
        {"Keloid scars.", "keloid scars.|"},
        {"I have gout. Is 2.5 mg enough? Thank you", "is 2.5 mg enough?|"},
        {"Gout...what now? Is it bad?!", "gout...what now?|is it bad?!|"},
        {"One line\nand another", ""},
        {"a? b? c? d? e?", "a?|b?|c?|d?|"},
        {"", ""},
    };
    for (size_t i = 0; i < N_ELEMENTS(texts); i++) {
        struct query query;
        struct buf questions;
        buf_init(&questions);
        query_init(&query, texts[i].typed, strlen(texts[i].typed));
        for (size_t k = 0; k < query.n_questions; k++)
            buf_printf(&questions, "%s|", query.questions[k]);
        assert_string_equal(questions.data, texts[i].questions);
        query_finish(&query);
        buf_finish(&questions);
    }
}

static void knows_whether_the_last_word_goes_on(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        bool open;
    } words[] = {
        {"micron", true},
        {"micron ", false},
        {"\"micron", false},
        {"", false},
    };
    for (size_t i = 0; i < N_ELEMENTS(words); i++) {
        struct query query;
        query_init(&query, words[i].typed, strlen(words[i].typed));
        assert_int_equal(query.is_last_incomplete, words[i].open);
        query_finish(&query);
    }
}

static void takes_a_hundred_kilobytes(void **state)
{
    (void)state;
    size_t n_bytes = 100 * 1000;
    char *text = mem_alloc(n_bytes);
    for (size_t i = 0; i < n_bytes; i++)
        text[i] = (char)(i * i % 251 + 1);
    struct query query;
    query_init(&query, text, n_bytes);
    assert_true(query.n_terms <= QUERY_TERMS_MAX);
    query_finish(&query);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(understands),
        cmocka_unit_test(finds_what_is_asked),
        cmocka_unit_test(finds_questions),
        cmocka_unit_test(knows_whether_the_last_word_goes_on),
        cmocka_unit_test(takes_a_hundred_kilobytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
