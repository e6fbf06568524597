#include "base/ascii.h"

#include <ctype.h>

#include "../unit.h"

static void is_the_c_locale(void **state)
{
    (void)state; /* in which this program runs: it sets none */
    for (int i = -128; i < 128; i++) {
        unsigned char byte = (unsigned char)i;
        assert_int_equal(ascii_is_upper((char)i), !!isupper(byte));
        assert_int_equal(ascii_is_lower((char)i), !!islower(byte));
        assert_int_equal(ascii_is_digit((char)i), !!isdigit(byte));
        assert_int_equal(ascii_is_alpha((char)i), !!isalpha(byte));
        assert_int_equal(ascii_is_alnum((char)i), !!isalnum(byte));
        assert_int_equal(ascii_is_blank((char)i), !!isblank(byte));
        assert_int_equal(ascii_is_space((char)i), !!isspace(byte));
        assert_int_equal(ascii_is_punct((char)i), !!ispunct(byte));
        assert_int_equal((unsigned char)ascii_lower((char)i), tolower(byte));
        assert_int_equal((unsigned char)ascii_upper((char)i), toupper(byte));
    }
}

static void compares_words(void **state)
{
    (void)state;
    assert_int_equal(ascii_casecmp("TIP", "tip"), 0);
    assert_true(ascii_casecmp("ti", "tip") < 0);
    assert_true(ascii_casecmp("tip\xC3", "TIP") > 0);
    assert_true(ascii_casecmp("a", "B") < 0);
    assert_int_equal(ascii_ncasecmp("TIPx", "tipy", 3), 0);
    assert_int_equal(ascii_ncasecmp("a", "A", 9), 0);
    assert_int_equal(ascii_ncasecmp("a", "b", 0), 0);
    const char *text = "one Two TWO";
    assert_ptr_equal(ascii_casestr(text, "two"), text + 4);
    assert_ptr_equal(ascii_casestr(text, ""), text);
    assert_null(ascii_casestr(text, "twos"));
    assert_null(ascii_casestr("", "x"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_the_c_locale),
        cmocka_unit_test(compares_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
