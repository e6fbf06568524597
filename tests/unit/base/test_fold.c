#include "base/fold.h"

#include <stdlib.h>
#include <string.h>

#include "../unit.h"

static void folds(void **state)
{
    (void)state;
    static const struct {
        unsigned fold;
        const char *text, *folded;
    } cases[] = {
        {FOLD_ALL, "", ""},
        {FOLD_ALL, "Side EFFECTS [@Z`{z]", "side effects [@z`{z]"},
        {FOLD_ALL, "CAF\u00C9 cafe\u0301", "cafe cafe"},
        {FOLD_ALL, "TI\u1EBENG VI\u1EC6T", "tieng viet"},
        {FOLD_ALL, "\u0110au \u0111\u1EA7u", "dau dau"},
        {FOLD_ALL, "Stra\u00DFe \u1E9E", "strasse ss"},
        {FOLD_ALL, "\u00D8 \u0142 \u0153 \u00C6 \u00FE \u0127 \u0131",
         "o l oe ae th h i"},
        {FOLD_ACCENTS, "\u0142\u0141 \u00E9\u00C9 \u00E6\u00C6", "lL eE aeAE"},
        {FOLD_ALL, "\u0130stanbul", "istanbul"},
        {FOLD_ALL, "\u03A3\u03C3\u03C2 \u03AC", "\u03C3\u03C3\u03C3 \u03B1"},
        {FOLD_ALL, "\u0419\u0451", "\u0438\u0435"},
        {FOLD_ALL, "\uFF21\uFB01 \u00BD \u2026", "afi 1/2 ..."},
        {FOLD_ALL, "don\u2019t \u201Cx\u201D 5\u201310", "don't \"x\" 5-10"},
        {FOLD_ALL, "hyper\u00ADtension a\u200Bb\uFEFF", "hypertension ab"},
        {FOLD_ALL, "\u75AB\u82D7", "\u75AB\u82D7"},
        {FOLD_ALL, "\uBC31\uC2E0", "\uBC31\uC2E0"},
        {FOLD_ALL, "\u1112\u1161\u11AB", "\uD55C"},
        {FOLD_ALL, "\u304B\u3099 \u304C", "\u304C \u304C"},
        {FOLD_ALL, "\uFF76\uFF9E", "\u30AC"},
        {FOLD_ALL, "\u0939\u093F\u0928\u094D", "\u0939\u093F\u0928\u094D"},
        {FOLD_ALL, "\u0E27\u0E31\u0E04", "\u0E27\u0E31\u0E04"},
        {FOLD_ALL, "\u05E9\u05B8\u05C1 \u0643\u064E", "\u05E9 \u0643"},
        {FOLD_ALL, "a\xFFz", "a\uFFFDz"},
        {FOLD_ACCENTS, "CAF\u00C9 \u00C6", "CAFE AE"},
        {FOLD_CASE, "CAF\u00C9 e\u0301", "caf\u00E9 \u00E9"},
        {0, "CAF\u00C9", "CAF\u00C9"},
        {FOLD_ALL, "a  b\n\tc", "a  b\n\tc"},
        {FOLD_ALL | FOLD_SPACES, "A  b\n\t c\u00A0 \u2028d ", "a b c d "},
        {FOLD_ALL | FOLD_SPACES, "   a    b   ", " a b "},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        char *folded = fold_string(cases[i].text, cases[i].fold);
        assert_string_equal(folded, cases[i].folded);
        free(folded);
        folded = fold_string(cases[i].text, cases[i].fold); /* now cached */
        assert_string_equal(folded, cases[i].folded);
        free(folded);
    }
}

/* At any position within the eight bytes that are processed together. */
static void folds_two_spaces_anywhere(void **state)
{
    (void)state;
    for (size_t n_before = 0; n_before < 20; n_before++) {
        char text[] = "abcdefghijklmnopqrstuvwxyz0123456789";
        memset(text + n_before, ' ', 2);
        char *folded = fold_string(text, FOLD_SPACES);
        memmove(text + n_before, text + n_before + 1,
                strlen(text + n_before + 1) + 1);
        assert_string_equal(folded, text);
        free(folded);
    }
}

static void folds_ascii_of_any_length(void **state)
{
    (void)state;
    char text[128], folded[128];
    for (int i = 0; i < 127; i++) {
        text[i] = (char)(i + 1);
        folded[i] =
            (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 32 : text[i]);
    }
    for (size_t start = 0; start < 40; start++)
        for (size_t end = start; end < 127; end++) {
            struct buf out;
            buf_init(&out);
            fold_text(text + start, end - start, FOLD_ALL, &out);
            assert_int_equal(out.n_bytes, end - start);
            assert_memory_equal(out.data, folded + start, end - start);
            buf_finish(&out);
        }
}

static void maps_back(void **state)
{
    (void)state;
    static const struct {
        const char *text, *found;    /* the string to find, already folded */
        size_t text_start, text_end; /* where it is in text */
    } cases[] = {
        {"plain text", "text", 6, 10},
        {"CAF\u00C9 noir", "cafe", 0, 5},
        {"CAF\u00C9 noir", "noir", 6, 10},
        {"cafe\u0301 noir", "cafe", 0, 6}, /* with the accent */
        {"cafe\u0301 noir", "noir", 7, 11},
        {"\u0110au \u0111\u1EA7u", "dau", 0, 4},
        {"a\u00BDb", "1", 1, 3}, /* half of a code point: all of it */
        {"a\u00BDb", "2b", 1, 4},
        {"stra\u00DFe", "as", 3, 6},
        {"x \n y", "x y", 0, 5},
        {"one  two", "one ", 0, 5},
        {"one  two", "two", 5, 8},
        {"\u1112\u1161\u11ABx", "\uD55C", 0, 9},
        {"\u1112\u1161\u11ABx", "x", 9, 10},
        {"\u75AB\u82D7", "\u82D7", 3, 6},
        {"a\u00ADb", "ab", 0, 4},
        {"ab\u0301", "b", 1, 4},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf out;
        struct fold_map map;
        buf_init(&out);
        fold_text_mapped(cases[i].text, strlen(cases[i].text),
                         FOLD_ALL | FOLD_SPACES, &out, &map);
        const char *at = strstr(out.data, cases[i].found);
        assert_non_null(at);
        uint32_t start = (uint32_t)(at - out.data);
        uint32_t end = start + (uint32_t)strlen(cases[i].found);
        assert_int_equal(fold_map_start(&map, start), cases[i].text_start);
        assert_int_equal(fold_map_end(&map, end), cases[i].text_end);
        fold_map_finish(&map);
        buf_finish(&out);
    }
    fold_map_finish(NULL);
}

static void sees_upper_case(void **state)
{
    (void)state;
    assert_false(fold_has_upper("plain 1", 7));
    assert_true(fold_has_upper("plAin", 5));
    assert_true(fold_has_upper("\u00C9", 2));
    assert_false(fold_has_upper("\u00E9\u75AB", 5));
    assert_false(fold_has_upper("", 0));
}

static void compares_as_readers_sort(void **state)
{
    (void)state;
    assert_true(fold_compare("apple", "Banana") < 0);
    assert_true(fold_compare("\u00E9tude", "zoo") < 0);
    assert_true(fold_compare("b", "A") > 0);
    assert_int_equal(fold_compare("same", "same"), 0);
    assert_int_not_equal(fold_compare("same", "Same"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds),
        cmocka_unit_test(folds_two_spaces_anywhere),
        cmocka_unit_test(folds_ascii_of_any_length),
        cmocka_unit_test(maps_back),
        cmocka_unit_test(sees_upper_case),
        cmocka_unit_test(compares_as_readers_sort),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
