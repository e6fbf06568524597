#include "base/ascii.h"

#include <ctype.h>
#include <string.h>

#include "../unit.h"

static void is_the_c_locale(void **state)
{
    (void)state; /* the program does not set a locale */
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

/* Every byte at every position of an eight-byte word, and after the last
 * one. */
static void copies_in_small_letters(void **state)
{
    (void)state;
    char text[19], copy[19];
    for (size_t n = 0; n <= sizeof text; n++)
        for (int byte = 0; byte < 256; byte++)
            for (size_t at = 0; at < n; at++) {
                memset(text, 'Q', sizeof text);
                memset(copy, '#', sizeof copy);
                text[at] = (char)byte;
                ascii_lower_copy(copy, text, n);
                for (size_t i = 0; i < n; i++)
                    assert_int_equal(copy[i], ascii_lower(text[i]));
                assert_true(n == sizeof copy || copy[n] == '#');
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(copies_in_small_letters),
        cmocka_unit_test(is_the_c_locale),
        cmocka_unit_test(compares_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
