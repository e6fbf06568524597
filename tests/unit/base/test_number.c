#include "base/number.h"

#include <limits.h>

#include "../unit.h"

static void reads_whole_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        long low, high;
        bool is_read;
        long number;
    } cases[] = {
        {"0", 0, 9, true, 0},
        {"9", 0, 9, true, 9},
        {"10", 0, 9, false, 0},
        {"-3", -3, 9, true, -3},
        {"-4", -3, 9, false, 0},
        {"+5", 0, 9, true, 5},
        {"007", 0, 9, true, 7},
        {"", 0, 9, false, 0},
        {"-", -9, 9, false, 0},
        {"+-1", -9, 9, false, 0},
        {" 1", 0, 9, false, 0},
        {"1 ", 0, 9, false, 0},
        {"0x1", 0, 9, false, 0},
        {"1.0", 0, 9, false, 0},
        {"99999999999999999999", LONG_MIN, LONG_MAX, false, 0},
        {"-99999999999999999999", LONG_MIN, LONG_MAX, false, 0},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        long number = 42;
        bool is_read =
            number_read(cases[i].text, cases[i].low, cases[i].high, &number);
        assert_int_equal(is_read, cases[i].is_read);
        assert_int_equal(number, is_read ? cases[i].number : 42);
    }
}

static void compares(void **state)
{
    (void)state;
    assert_int_equal(number_min(2, 3), 2);
    assert_int_equal(number_max(2, 3), 3);
    assert_int_equal(number_min_int(-2, 1), -2);
    assert_int_equal(number_max_int(-2, 1), 1);
    assert_int_equal(number_clamp(5, 0, 9), 5);
    assert_int_equal(number_clamp(-1, 0, 9), 0);
    assert_int_equal(number_clamp(10, 0, 9), 9);
    assert_int_equal(number_clamp(5, 0, -1), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_whole_numbers),
        cmocka_unit_test(compares),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
