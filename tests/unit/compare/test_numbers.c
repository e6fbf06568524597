/* compare/numbers: which numbers may share a row. */
#include "compare/numbers.h"

#include <string.h>

#include "../unit.h"
#include "base/strs.h"

/* What a risk block states; NULL omits the key. */
struct frame_sample {
    const char *population, *period, *per, *outcome, *doi, *url;
};

static struct article *make_article(const struct frame_sample *frame)
{
    struct buf text;
    buf_init(&text);
    buf_add(&text, "---\ntitle: T\nsources:\n  - {id: s, title: S");
    if (frame->doi)
        buf_printf(&text, ", doi: \"%s\"", frame->doi);
    if (frame->url)
        buf_printf(&text, ", url: \"%s\"", frame->url);
    buf_add(&text, "}\n---\n\n## Risks\n\n```risk\ntitle: Marks\n");
    if (frame->population)
        buf_printf(&text, "population: %s\n", frame->population);
    if (frame->period)
        buf_printf(&text, "period: %s\n", frame->period);
    buf_printf(&text,
               "per: %s\noutcome: %s\nrows:\n"
               "  - {label: Marks, n: 4, source: s}\n```\n",
               frame->per, frame->outcome);
    struct article *article = article_parse(text.data, text.n_bytes, NULL);
    buf_finish(&text);
    return article;
}

#define P_POPULATION (1u << NUMBERS_POPULATION)
#define P_PERIOD (1u << NUMBERS_PERIOD)
#define P_PER (1u << NUMBERS_PER)
#define P_STUDY (1u << NUMBERS_STUDY)
#define P_OUTCOME (1u << NUMBERS_OUTCOME)

#define WOMEN "100 women"
#define YEAR "one year"
#define DOI "10.1000/a"

static const struct {
    const char *name;
    struct frame_sample a, b;
    unsigned differences;
} samples[] = {
    {"the same",
     {WOMEN, YEAR, "100", "harm", DOI, NULL},
     {WOMEN, YEAR, "100", "harm", DOI, NULL},
     0},
    {"the same but for case, spaces and the resolver",
     {"100  Women.", YEAR, "100", "harm", "https://doi.org/10.1000/A", NULL},
     {WOMEN, "One year", "100", "harm", DOI, "https://b.example"},
     0},
    {"the same address",
     {WOMEN, YEAR, "100", "harm", NULL, "https://a.example/x"},
     {WOMEN, YEAR, "100", "harm", NULL, "https://a.example/x"},
     0},
    {"other people",
     {WOMEN, YEAR, "100", "harm", DOI, NULL},
     {"100 men", YEAR, "100", "harm", DOI, NULL},
     P_POPULATION},
    {"another period",
     {WOMEN, YEAR, "100", "harm", DOI, NULL},
     {WOMEN, "two years", "100", "harm", DOI, NULL},
     P_PERIOD},
    {"another denominator",
     {WOMEN, YEAR, "100", "harm", DOI, NULL},
     {WOMEN, YEAR, "1000", "harm", DOI, NULL},
     P_PER},
    {"another study",
     {WOMEN, YEAR, "100", "harm", DOI, NULL},
     {WOMEN, YEAR, "100", "harm", "10.1000/b", NULL},
     P_STUDY},
    {"a DOI that is longer",
     {WOMEN, YEAR, "100", "harm", DOI, NULL},
     {WOMEN, YEAR, "100", "harm", "10.1000/ab", NULL},
     P_STUDY},
    {"one DOI and one address",
     {WOMEN, YEAR, "100", "harm", DOI, "https://a.example"},
     {WOMEN, YEAR, "100", "harm", NULL, "https://a.example"},
     P_STUDY},
    {"no study",
     {WOMEN, YEAR, "100", "harm", NULL, NULL},
     {WOMEN, YEAR, "100", "harm", NULL, NULL},
     P_STUDY},
    {"a harm and a benefit",
     {WOMEN, YEAR, "100", "harm", DOI, NULL},
     {WOMEN, YEAR, "100", "benefit", DOI, NULL},
     P_OUTCOME},
    {"no period at all",
     {WOMEN, NULL, "100", "harm", DOI, NULL},
     {WOMEN, NULL, "100", "harm", DOI, NULL},
     P_PERIOD},
    {"people stated once",
     {WOMEN, YEAR, "100", "harm", DOI, NULL},
     {NULL, YEAR, "100", "harm", DOI, NULL},
     P_POPULATION},
    {"everything",
     {WOMEN, YEAR, "100", "harm", DOI, NULL},
     {"men", "a day", "1000", "benefit", "10.1000/z", NULL},
     P_POPULATION | P_PERIOD | P_PER | P_STUDY | P_OUTCOME},
};

static void compares_frames(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(samples); i++) {
        size_t n_a, n_b;
        struct article *a = make_article(&samples[i].a);
        struct article *b = make_article(&samples[i].b);
        struct arena arena;
        arena_init(&arena);
        struct compare_number *x = numbers_find(a, &arena, &n_a);
        struct compare_number *y = numbers_find(b, &arena, &n_b);
        printf("# %s\n", samples[i].name);
        assert_int_equal(n_a, 1);
        assert_int_equal(n_b, 1);
        assert_int_equal(numbers_differ(x, y), samples[i].differences);
        assert_int_equal(numbers_differ(y, x), samples[i].differences);
        const char *key = numbers_key(x, &arena);
        assert_int_equal(key && str_equal(key, numbers_key(y, &arena)),
                         !samples[i].differences);
        free(x);
        free(y);
        arena_finish(&arena);
        article_free(a);
        article_free(b);
    }
}

/* An unreadable block has no frame, so it shares none. */
static void unreadable_blocks_share_nothing(void **state)
{
    (void)state;
    static const char text[] = "## Risks\n\n```risk\nrows: 7\n```\n";
    size_t n;
    struct arena arena;
    arena_init(&arena);
    struct article *article = article_parse(text, sizeof text - 1, NULL);
    struct compare_number *numbers = numbers_find(article, &arena, &n);
    assert_int_equal(n, 1);
    assert_int_not_equal(numbers_differ(&numbers[0], &numbers[0]), 0);
    assert_null(numbers_key(numbers, &arena));
    free(numbers);
    arena_finish(&arena);
    article_free(article);
}

static void names_differences(void **state)
{
    (void)state;
    static const struct {
        unsigned set;
        const char *words;
    } cases[] = {
        {P_PER, "the denominator"},
        {P_POPULATION | P_PERIOD, "the people studied and the period"},
        {P_POPULATION | P_PERIOD | P_STUDY,
         "the people studied, the period and the study"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf words;
        buf_init(&words);
        numbers_add_parts(cases[i].set, &words);
        assert_string_equal(words.data, cases[i].words);
        buf_finish(&words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares_frames),
        cmocka_unit_test(unreadable_blocks_share_nothing),
        cmocka_unit_test(names_differences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
