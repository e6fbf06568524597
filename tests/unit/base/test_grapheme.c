#include "base/grapheme.h"

#include <stdbool.h>
#include <string.h>

#include "../../samples.h"
#include "../unit.h"

static size_t count_clusters(const char *text)
{
    size_t n = 0, n_bytes = strlen(text);
    for (size_t at = 0; at < n_bytes; n++)
        at += grapheme_next(text + at, n_bytes - at);
    return n;
}

static void finds_clusters(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(samples); i++)
        if (count_clusters(samples[i].text) != samples[i].n_clusters)
            fail_msg("%s: %zu", samples[i].name,
                     count_clusters(samples[i].text));
}

static void ends_clusters_with_the_text(void **state)
{
    (void)state;
    assert_int_equal(grapheme_next("\r\n", 2), 2);
    assert_int_equal(grapheme_next("\r\n", 1), 1);
    assert_int_equal(grapheme_next("e\u0301", 1), 1);
    assert_int_equal(grapheme_next("e\u0301x", 4), 3);
    assert_int_equal(grapheme_next("\xE4\xB8", 2), 2);
}

static void measures_code_points(void **state)
{
    (void)state;
    static const struct {
        uint32_t code_point;
        int cells;
    } cases[] = {
        {'a', 1},    {' ', 1},     {0, -1},        {0x1B, -1},
        {0x7F, -1},  {0x9B, -1},   {0xE9, 1},      {0x301, 0},
        {0x4E2D, 2}, {0x1161, 0},  {0x200D, 0},    {0x1F600, 2},
        {0x26A0, 1}, {0x1F1FB, 1}, {0xE000, 1},    {0x25AE, 1},
        {0x378, -1}, {0xFFFF, -1}, {0x110000, -1}, {0xFFFFFFFF, -1},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        if (code_point_cells(cases[i].code_point) != cases[i].cells)
            fail_msg("U+%04X: %d", (unsigned)cases[i].code_point,
                     code_point_cells(cases[i].code_point));
}

static void measures_clusters_and_texts(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(samples); i++) {
        const char *safe = samples[i].safe ? samples[i].safe : samples[i].text;
        size_t n_bytes = strlen(safe), cells = 0;
        for (size_t at = 0, n; at < n_bytes; at += n) {
            n = grapheme_next(safe + at, n_bytes - at);
            cells += grapheme_cells(safe + at, n);
        }
        if (cells != samples[i].cells ||
            grapheme_text_cells(safe, n_bytes) != samples[i].cells)
            fail_msg("%s: %zu", samples[i].name, cells);
    }
}

static void fits_whole_clusters(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t cells, n_bytes;
    } cases[] = {
        {"", 5, 0},
        {"plain", 0, 0},
        {"plain", 3, 3},
        {"plain", 5, 5},
        {"plain", 9, 5},
        {"疫苗", 3, 3},
        {"疫苗", 4, 6},
        {"疫", 1, 0},
        {"cafe\u0301s", 4, 6},
        {"\U0001F1FB\U0001F1F3x", 1, 0},
        {"\U0001F1FB\U0001F1F3x", 2, 8},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_int_equal(grapheme_text_fit(cases[i].text, strlen(cases[i].text),
                                           cases[i].cells),
                         cases[i].n_bytes);
}

static void reads_in_the_direction_of_its_first_letter(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool rtl;
    } cases[] = {
        {"", false},          {"plain", false},     {"12. (", false},
        {"שלום world", true}, {"12. (مرحبا", true}, {"world שלום", false},
        {"é שלום", false},    {"微针 שלום", false},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_int_equal(
            grapheme_text_is_rtl(cases[i].text, strlen(cases[i].text)),
            cases[i].rtl);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_clusters),
        cmocka_unit_test(ends_clusters_with_the_text),
        cmocka_unit_test(measures_code_points),
        cmocka_unit_test(measures_clusters_and_texts),
        cmocka_unit_test(fits_whole_clusters),
        cmocka_unit_test(reads_in_the_direction_of_its_first_letter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
