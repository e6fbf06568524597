/* What is marked in an article opened from the results. */
#include "search/marks.h"

#include <stdlib.h>

#include "../unit.h"

static const struct {
    const char *text;
    const char *words[4];
    double weights[4];
    const char *marked; /* each followed by a comma */
} cases[] = {
    /* all rare words, wherever they are, but not the article's name */
    {"Gout and beer.\n\n## Wine\n\nWines bring gout on.",
     {"gout", "beer", "wine"},
     {9, 2, 3},
     "beer,Wine,Wines,"},
    /* an article called only by its other name */
    {"Podagra is gout.", {"podagra"}, {9}, ""},
    /* parts of a name that occurs as a whole */
    {"A heart attack hurts the heart.",
     {"heart", "attack", "heart attack"},
     {0.6, 0.6, 6},
     "heart attack,"},
    {"It hurts the heart.",
     {"heart", "attack", "heart attack"},
     {0.6, 0.6, 6},
     "heart,"},
    /* not in the name of a source */
    {"Drink no beer.[^beer-board]", {"beer"}, {2}, "beer,"},
    {"Nothing.", {"beer"}, {2}, ""},
    {"", {"beer"}, {2}, ""},
};

static void mark(size_t i, struct buf *out)
{
    struct buf source;
    size_t n_words = 0, n;
    while (n_words < 4 && cases[i].words[n_words])
        n_words++;
    struct search_results *words = search_results_words(
        &(struct search_results){.words = cases[i].words,
                                 .weights = cases[i].weights,
                                 .n_words = n_words});
    buf_init(&source);
    buf_printf(&source,
               "---\ntitle: Gout\nsynonyms: [podagra]\nsources:\n"
               "  - {id: beer-board, title: Board}\n---\n\n%s\n",
               cases[i].text);
    struct article *article =
        article_parse(source.data, source.n_bytes, "gout.md");
    struct search_mark *marks = search_marks(article, words, &n);
    for (size_t k = 0; k < n; k++) {
        buf_add_n(out, article->text + marks[k].text_start,
                  marks[k].text_end - marks[k].text_start);
        buf_add_char(out, ',');
    }
    free(marks);
    search_results_free(words);
    article_free(article);
    buf_finish(&source);
}

static void marks_what_says_something(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf marked;
        buf_init(&marked);
        mark(i, &marked);
        assert_string_equal(marked.data, cases[i].marked);
        buf_finish(&marked);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_what_says_something),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
