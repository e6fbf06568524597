#include "text/find.h"

#include <string.h>

#include "../unit.h"

/* Finding only needs the text. */
static struct find_text *text_of(struct article *article, const char *text)
{
    *article = (struct article){.text = text, .n_text_bytes = strlen(text)};
    return find_text_new(article);
}

static void finds_as_a_reader_means_it(void **state)
{
    (void)state;
    static const struct {
        const char *text, *query;
        size_t n;
        uint32_t start, end; /* of the first match */
    } cases[] = {
        {"Keloid scars", "", 0, 0, 0},
        {"Keloid scars", "\u0301", 0, 0, 0},
        {"", "x", 0, 0, 0},
        {"Keloid scars", "keloid", 1, 0, 6},
        {"keloid Keloid KELOID", "keloid", 3, 0, 6},
        {"keloid Keloid KELOID", "Keloid", 1, 7, 13},
        {"heart\nattack", "heart attack", 1, 0, 12},
        {"heart \n  attack", "heart  attack", 1, 0, 15},
        {"caf\u00E9 Cafe\u0301", "cafe", 2, 0, 5},
        {"cafe", "caf\u00E9", 1, 0, 4},
        {"thu\u1ED1c \u0111au", "dau", 1, 8, 12},
        {"hyper\u00ADtension", "hypertension", 1, 0, 14},
        {"don\u2019t", "don't", 1, 0, 7},
        {"\u63A5\u79CD\u75AB\u82D7", "\u75AB\u82D7", 1, 6, 12},
        {"\uAC01", "\uAC00", 0, 0, 0},
        {"aaaa", "aa", 2, 0, 2},
        {"100 % [a.b]*", "[a.b]*", 1, 6, 12},
        {"a\u00BD cup", "1", 1, 1, 3},
        {"a\uFB03x", "f", 1, 1, 4},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct article article;
        struct find find;
        struct find_text *text = text_of(&article, cases[i].text);
        find_run(&find, text, cases[i].query);
        assert_int_equal(find.n, cases[i].n);
        if (find.n > 0) {
            assert_int_equal(find.matches[0].text_start, cases[i].start);
            assert_int_equal(find.matches[0].text_end, cases[i].end);
        }
        find_finish(&find);
        find_text_free(text);
    }
    find_text_free(NULL);
    find_finish(NULL);
}

static void answers_many_queries(void **state)
{
    (void)state;
    struct article article;
    struct find_text *text = text_of(&article, "Risk, risk, and RISK");
    static const struct {
        const char *query;
        size_t n;
    } cases[] = {
        {"risk", 3}, {"Risk", 1}, {"RISK", 1}, {"risk", 3}, {"none", 0},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct find find;
        find_run(&find, text, cases[i].query);
        assert_int_equal(find.n, cases[i].n);
        find_finish(&find);
    }
    find_text_free(text);
}

/* Typing and deleting give the same results as searching for each query
 * alone. */
static void finds_queries_that_go_on(void **state)
{
    (void)state;
    struct article article;
    struct find_text *text = text_of(&article, "Aab aaab xyz AaB");
    static const struct {
        const char *query;
        size_t n;
        uint32_t start;
    } cases[] = {
        {"a", 7, 0},   {"aa", 3, 0}, {"aab", 3, 0},  {"aaab", 1, 4},
        {"aa", 3, 0},  {"x", 1, 9},  {"xy", 1, 9},   {"a", 7, 0},
        {"aaB", 0, 0}, {"A", 2, 0},  {"AaB", 1, 13}, {"q", 0, 0},
        {"qa", 0, 0},  {"b", 3, 2},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct find find;
        find_run(&find, text, cases[i].query);
        assert_int_equal(find.n, cases[i].n);
        if (find.n > 0)
            assert_int_equal(find.matches[0].text_start, cases[i].start);
        find_finish(&find);
    }
    find_text_free(text);
}

static void goes_to_the_next_and_the_previous(void **state)
{
    (void)state;
    struct article article;
    struct find find;
    struct find_text *text = text_of(&article, "..x....x..");
    find_run(&find, text, "x");
    assert_int_equal(find_next(&find, 0), 0);
    assert_int_equal(find_next(&find, 2), 0);
    assert_int_equal(find_next(&find, 3), 1);
    assert_int_equal(find_next(&find, 7), 1);
    assert_true(find_next(&find, 8) == SIZE_MAX);
    assert_true(find_previous(&find, 2) == SIZE_MAX);
    assert_int_equal(find_previous(&find, 3), 0);
    assert_int_equal(find_previous(&find, 7), 0);
    assert_int_equal(find_previous(&find, 10), 1);
    find_finish(&find);
    assert_true(find_next(&find, 0) == SIZE_MAX);
    assert_true(find_previous(&find, 9) == SIZE_MAX);
    find_text_free(text);
}

/* Citations are shown as numbers; their ids in the source cannot be found. */
static void finds_citations_by_number(void **state)
{
    (void)state;
    static const char source[] =
        "One two.[^board][^club] Three.[^board] Four.[^unknown]\n\n"
        "[^board]: Board\n[^club]: Club\n";
    static const struct {
        const char *query;
        size_t n;
        const char *first; /* the text of the first match */
    } cases[] = {
        {"[1]", 2, "[^board]"},
        {"[2]", 1, "[^club]"},
        {"2", 1, "[^club]"},
        {"two.[1]", 1, "two.[^board]"},
        {"1][2", 1, "[^board][^club]"},
        {"] three", 1, "[^club] Three"},
        {"three.", 1, "Three."},
        {"[3]", 0, ""},
        {"club", 1, "Club"}, /* the note */
        {"two. Three", 1, "two.[^board][^club] Three"},
        {"One two. Three. F", 1, "One two.[^board][^club] Three.[^board] F"},
        {"three. four", 1, "Three.[^board] Four"},
        {"two.[1] three", 0, ""},
        {"[^", 1, "[^"},
    };
    struct article *article =
        article_parse(source, sizeof source - 1, "cites.md");
    struct find_text *text = find_text_new(article);
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct find find;
        find_run(&find, text, cases[i].query);
        assert_int_equal(find.n, cases[i].n);
        if (find.n)
            assert_memory_equal(article->text + find.matches[0].text_start,
                                cases[i].first, strlen(cases[i].first));
        if (find.n)
            assert_int_equal(find.matches[0].text_end -
                                 find.matches[0].text_start,
                             strlen(cases[i].first));
        find_finish(&find);
    }
    find_text_free(text);
    article_free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_as_a_reader_means_it),
        cmocka_unit_test(answers_many_queries),
        cmocka_unit_test(finds_queries_that_go_on),
        cmocka_unit_test(finds_citations_by_number),
        cmocka_unit_test(goes_to_the_next_and_the_previous),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
