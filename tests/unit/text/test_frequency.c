#include "text/frequency.h"

#include <string.h>

#include "../unit.h"

/* What is said beside an article's text: "words=numbers" for each frequency. */
static void explain(const char *lang, const char *markdown, struct buf *out)
{
    struct buf source;
    buf_init(&source);
    buf_init(out);
    buf_printf(&source, "---\nlang: %s\n---\n%s\n", lang, markdown);
    struct article *article = article_parse(source.data, source.n_bytes, NULL);
    struct frequencies found = {0};
    frequency_find(article, (struct text_range){0, UINT32_MAX}, &found);
    for (size_t i = 0; i < found.n; i++) {
        const struct text_range *shows = &found.items[i].shows;
        buf_add(out, i ? "|" : "");
        buf_add_n(out, article->text + shows->start, shows->end - shows->start);
        buf_add_char(out, '=');
        frequency_add_words(&found.items[i], lang, out);
    }
    frequency_finish(&found);
    article_free(article);
    buf_finish(&source);
}

struct frequency_case {
    const char *lang, *markdown, *said;
};

static void check(const struct frequency_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct buf said;
        explain(cases[i].lang, cases[i].markdown, &said);
        if (strcmp(said.data, cases[i].said) != 0)
            fail_msg("\"%s\": \"%s\", not \"%s\"", cases[i].markdown, said.data,
                     cases[i].said);
        buf_finish(&said);
    }
}

static void numbers_become_people(void **state)
{
    (void)state;
    static const struct frequency_case cases[] = {
        {"en", "It happens to 1 in 200.", "1 in 200=5 in 1,000"},
        {"en", "In 0.5% of people.", "0.5%=5 in 1,000"},
        {"en", "About 2% have it.", "2%=2 in 100"},
        {"en", "One in 8 women.", "One in 8=about 13 in 100"},
        {"en", "1 in 7 adults", "1 in 7=about 14 in 100"},
        {"en", "1 out of 3 adults", "1 out of 3=about 33 in 100"},
        {"en", "1 in 2,500 births", "1 in 2,500=4 in 10,000"},
        {"en", "2 to 5% have it", "2 to 5%=2 to 5 in 100"},
        {"en", "0.5–2% have it", "0.5–2%=5 to 20 in 1,000"},
        {"en", "2% to 5% have it", "2% to 5%=2 to 5 in 100"},
        {"en", "in 3 percent of men", "3 percent=3 in 100"},
        {"en", "12.5 % of men", "12.5 %=125 in 1,000"},
        {"en", "1 in 300 and 4%", "1 in 300=about 33 in 10,000|4%=4 in 100"},
        {"es", "En el 0,5 % de las personas", "0,5 %=5 de cada 1.000"},
        {"es", "1 de cada 200 personas", "1 de cada 200=5 de cada 1.000"},
        {"fr", "1 personne sur 200", "1 personne sur 200=5 sur 1 000"},
        {"de", "1 von 200 und 0,5 %",
         "1 von 200=5 von 1.000|0,5 %=5 von 1.000"},
        {"vi", "1 trong 200 người, 0,5%",
         "1 trong 200=5 trong 1.000|0,5%=5 trong 1.000"},
        {"zh", "约0.5%的人", "0.5%=每1,000人中5人"},
    };
    check(cases, N_ELEMENTS(cases));
}

static void what_is_plain_or_no_number_of_people_is_left_alone(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "5 in 1,000 have it.",
        "1 in 100 and 1 in 10,000.",
        "It cuts the risk by 50%.",
        "The risk rose 20%.",
        "The risk is 30% lower.",
        "A 10% cream, 70% alcohol.",
        "An acid of 20 to 50 per cent",
        "1% of the dye gets into milk.",
        "95% confidence interval",
        "100% of people",
        "0% of people",
        "Take 1 in 2020% of it",
        "version 1.0.5%",
        "room 21 in 200",
        "Call in 10 days.",
        "## 1 in 200",
        "`1 in 200` and [5%](https://a.org)",
        "> [!EMERGENCY] 1 in 200 die.",
        "```\n1 in 200\n```",
        "It is common.",
        "## Symptoms\n\nFever is common.",
        "## Side effects\n\nHow common is it? As rare as a common cold.",
        "## Side effects\n\nCommonly and rarely.",
    };
    for (size_t i = 0; i < N_ELEMENTS(texts); i++)
        check(&(struct frequency_case){"en", texts[i], ""}, 1);
}

static void words_of_leaflets_are_ranges(void **state)
{
    (void)state;
    static const struct frequency_case cases[] = {
        {"en", "## Side effects\n\n- Very common: rash\n- Uncommon: fits",
         "Very common=100 or more in 1,000|Uncommon=1 to 9 in 1,000"},
        {"en", "## Risks\n\nCommon, rare or very rare.",
         "Common=10 to 99 in 1,000|rare=1 to 9 in 10,000|very rare=fewer than "
         "1 in 10,000"},
        {"es", "## Efectos secundarios\n\nMuy frecuentes; poco frecuentes",
         "Muy frecuentes=100 o más de cada 1.000|poco frecuentes=de 1 a 9 de "
         "cada 1.000"},
        {"fr", "## Effets indésirables\n\nTrès fréquents, peu fréquente",
         "Très fréquents=100 ou plus sur 1 000|peu fréquente=1 à 9 sur 1 000"},
        {"de", "## Nebenwirkungen\n\nHäufige und sehr seltene",
         "Häufige=10 bis 99 von 1.000|sehr seltene=weniger als 1 von "
         "10.000"},
        {"vi", "## Tác dụng phụ\n\nThường gặp, Ít gặp",
         "Thường gặp=10 đến 99 trong 1.000|Ít gặp=1 đến 9 trong 1.000"},
        {"zh", "## 副作用\n\n常见：头痛；十分罕见：皮疹",
         "常见=每1,000人中10到99人|十分罕见=每10,000人中不到1人"},
    };
    check(cases, N_ELEMENTS(cases));
}

static void a_word_in_a_sentence_is_loose(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool loose;
    } cases[] = {
        {"- Rare: fits", false},
        {"Rare side effects are fits.", false},
        {"- fits, rare (1 of 2,000)", false},
        {"Fits are rare, but nobody counted them.", true},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf source;
        buf_init(&source);
        buf_printf(&source, "## Side effects\n\n%s\n", cases[i].text);
        struct article *article =
            article_parse(source.data, source.n_bytes, NULL);
        struct frequencies found = {0};
        frequency_find(article, (struct text_range){0, UINT32_MAX}, &found);
        assert_int_equal(found.n, 1);
        assert_int_equal(found.items[0].loose, cases[i].loose);
        frequency_finish(&found);
        article_free(article);
        buf_finish(&source);
    }
}

static void says_it_in_a_sentence(void **state)
{
    (void)state;
    struct buf out;
    buf_init(&out);
    struct frequency one = {.low = 5, .high = 5, .per = 1000};
    struct frequency term = {.low = 1, .high = 9, .per = 1000, .term = true};
    frequency_add_sentence(&one, "en", &out);
    frequency_add_sentence(&term, "en", &out);
    assert_string_equal(out.data,
                        "That is 5 in 1,000 people.In European leaflets this "
                        "word means 1 to 9 in 1,000 people.");
    buf_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_become_people),
        cmocka_unit_test(what_is_plain_or_no_number_of_people_is_left_alone),
        cmocka_unit_test(words_of_leaflets_are_ranges),
        cmocka_unit_test(a_word_in_a_sentence_is_loose),
        cmocka_unit_test(says_it_in_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
