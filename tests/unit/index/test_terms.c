#include "index/stem.h"
#include "index/terms.h"

#include <string.h>

#include "../unit.h"

/* From the lists of words and stems of the Snowball English stemmer. */
static void stems_as_snowball_does(void **state)
{
    (void)state;
    static const struct {
        const char *word, *stem;
    } cases[] = {
        {"caresses", "caress"},
        {"ponies", "poni"},
        {"agreed", "agre"},
        {"plastered", "plaster"},
        {"motoring", "motor"},
        {"conflated", "conflat"},
        {"hopping", "hop"},
        {"falling", "fall"},
        {"filing", "file"},
        {"relational", "relat"},
        {"rational", "ration"},
        {"digitizer", "digit"},
        {"radically", "radic"},
        {"hopefulness", "hope"},
        {"electrical", "electr"},
        {"revival", "reviv"},
        {"adjustment", "adjust"},
        {"adoption", "adopt"},
        {"controlling", "control"},
        {"generalizations", "general"},
        {"oscillators", "oscil"},
        {"probate", "probat"},
        {"contraindications", "contraind"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        char word[32];
        strcpy(word, cases[i].word);
        word[stem_word(STEM_ENGLISH, word, strlen(word))] = '\0';
        assert_string_equal(word, cases[i].stem);
    }
}

static void leaves_other_words(void **state)
{
    (void)state;
    static const char *const words[] = {"eds", "q10",  "a",         "",
                                        "s",   "yyyy", "\xC3\xB1os"};
    for (size_t i = 0; i < N_ELEMENTS(words); i++) {
        char word[32];
        strcpy(word, words[i]);
        assert_int_equal(stem_word(STEM_ENGLISH, word, strlen(word)),
                         strlen(words[i]));
    }
}

static void splits_and_folds(void **state)
{
    (void)state;
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"Crohn's disease", "crohn disease"},
        {"Crohn\u2019s", "crohn"},
        {"heart-attack, C++ (a/b)", "heart attack c a b"},
        {"Đau đầu", "dau dau"},
        {"Ærø Straße Łódź", "aero strasse lodz"},
        {"头痛药", "头痛 痛药 药"},
        {"头", "头"},
        {"aspirin头痛", "aspirin 头痛 痛"},
        {"👩‍⚕️ ☠ \u202E ", ""},
        {"\xFF\xFE x \xC3", "x"},
        {"\uE000k12", "k12"},
        {"'s ' -", "s"},
        {"", ""},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf words;
        buf_init(&words);
        terms_add_words(cases[i].text, strlen(cases[i].text), &words);
        assert_string_equal(words.data, cases[i].words);
        buf_finish(&words);
    }
}

static void cuts_long_words_at_a_code_point(void **state)
{
    (void)state;
    char stem[TERM_MAX_BYTES + 1], word[201];
    for (size_t i = 0; i < 200; i += 2)
        memcpy(word + i, "ж", 2);
    struct term term = {.text = word + 1, .n_bytes = 199};
    assert_true(term_stem(&term, STEM_ENGLISH, stem) <= TERM_MAX_BYTES);
    term = (struct term){.text = word, .n_bytes = 200};
    assert_int_equal(term_stem(&term, STEM_ENGLISH, stem) % 2, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stems_as_snowball_does),
        cmocka_unit_test(leaves_other_words),
        cmocka_unit_test(splits_and_folds),
        cmocka_unit_test(cuts_long_words_at_a_code_point),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
