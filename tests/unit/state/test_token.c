#include "state/token.h"

#include <string.h>

#include "../unit.h"

static void add(struct tokens *tokens, const char *text, enum lang lang)
{
    *tokens = (struct tokens){0};
    tokens_add(tokens, text, strlen(text), lang);
}

static bool same(const char *a, const char *b)
{
    struct tokens x, y;
    add(&x, a, LANG_EN);
    add(&y, b, LANG_EN);
    bool equal = x.n == y.n;
    for (size_t i = 0; equal && i < x.n; i++)
        equal = x.items[i].hash == y.items[i].hash;
    tokens_finish(&x);
    tokens_finish(&y);
    return equal;
}

static void typography_makes_no_difference(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"Don't stop \"at once\".", "Don’t stop “at once”."},
        {"one  or\ntwo", "one or two"},
        {"5\u00A0mg a day", "5mg a day"},
        {"5-10 days", "5–10 days"},
        {"1,000 people", "1000 people"},
        {"10\u202F000 people", "10000 people"},
        {"Bleeding [^nhs2020] is rare.", "Bleeding is rare[^fda]."},
        {"hyper\u00ADtension", "hypertension"},
        {"caf\u00E9", "cafe\u0301"},
        {"DO NOT take", "Do not take"},
        {"5 µg", "5 μg"},
    };
    for (size_t i = 0; i < N_ELEMENTS(pairs); i++)
        if (!same(pairs[i][0], pairs[i][1]))
            fail_msg("\"%s\" is not \"%s\"", pairs[i][0], pairs[i][1]);
}

static void meaning_does(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"5 mg", "50 mg"},
        {"0.5 mg", "5 mg"},
        {"1.5 mg", "15 mg"},
        {"1,5 mg", "15 mg"},
        {"10² cells", "102 cells"},
        {"under 5", "over 5"},
        {"< 5 mmol", "> 5 mmol"},
        {"≤ 5", "≥ 5"},
        {"5%", "5"},
        {"a -5 dioptre lens", "a 5 dioptre lens"},
        {"½ tablet", "1 tablet"},
        {"can stop", "cannot stop"},
        {"mg", "g"},
        {"Do take it", "Do not take it"},
        {"10 mg", "1 0 mg"},
        {"vitamin B12", "vitamin B1"},
    };
    for (size_t i = 0; i < N_ELEMENTS(pairs); i++)
        if (same(pairs[i][0], pairs[i][1]))
            fail_msg("\"%s\" counts as \"%s\"", pairs[i][0], pairs[i][1]);
}

static void knows_numbers_negations_and_units(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum lang lang;
        uint32_t flags;
    } words[] = {
        {"12", LANG_EN, TOKEN_NUMBER},
        {"Twice", LANG_EN, TOKEN_NUMBER},
        {"%", LANG_EN, TOKEN_NUMBER},
        {"½", LANG_EN, TOKEN_NUMBER},
        {"not", LANG_EN, TOKEN_NEGATION},
        {"Don’t", LANG_EN, TOKEN_NEGATION},
        {"mg", LANG_EN, TOKEN_UNIT},
        {"nunca", LANG_ES, TOKEN_NEGATION},
        {"nunca", LANG_EN, 0},
        {"pas", LANG_FR, TOKEN_NEGATION},
        {"Keine", LANG_DE, TOKEN_NEGATION},
        {"không", LANG_VI, TOKEN_NEGATION},
        {"不", LANG_ZH, TOKEN_NEGATION},
        {"三", LANG_ZH, TOKEN_NUMBER},
        {"bleeding", LANG_EN, 0},
    };
    for (size_t i = 0; i < N_ELEMENTS(words); i++) {
        struct tokens tokens;
        add(&tokens, words[i].text, words[i].lang);
        assert_int_equal(tokens.n, 1);
        if (tokens.items[0].flags != words[i].flags)
            fail_msg("\"%s\" has flags %x", words[i].text,
                     tokens.items[0].flags);
        tokens_finish(&tokens);
    }
}

static void covers_the_text(void **state)
{
    (void)state;
    static const char text[] = "Take 2 (two) tablets, 5mg\xFF each.";
    struct tokens tokens;
    add(&tokens, text, LANG_EN);
    assert_int_equal(tokens.n, 7);
    for (size_t i = 0; i < tokens.n; i++) {
        assert_true(tokens.items[i].start < tokens.items[i].end);
        assert_true(tokens.items[i].end < sizeof text);
        if (i > 0)
            assert_true(tokens.items[i].start >= tokens.items[i - 1].end);
    }
    assert_memory_equal(text + tokens.items[4].start, "5", 1);
    tokens_finish(&tokens);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typography_makes_no_difference),
        cmocka_unit_test(meaning_does),
        cmocka_unit_test(knows_numbers_negations_and_units),
        cmocka_unit_test(covers_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
