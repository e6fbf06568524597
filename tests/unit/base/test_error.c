#include "base/error.h"

#include <string.h>

#include "../unit.h"

static void sets_and_prefixes(void **state)
{
    (void)state;
    struct error err = {0};
    assert_false(error_set(&err, "no %s", "title"));
    assert_false(error_prefix(&err, "%s:%d: ", "a.md", 3));
    assert_string_equal(err.message, "a.md:3: no title");
    assert_false(error_set(NULL, "nobody asks"));
    assert_false(error_prefix(NULL, "nobody asks"));
}

static void cuts_what_is_too_long(void **state)
{
    (void)state;
    struct error err = {0};
    char text[2000];
    memset(text, 'x', sizeof text);
    text[sizeof text - 1] = '\0';
    error_set(&err, "%s", text);
    assert_int_equal(strlen(err.message), sizeof err.message - 1);
    error_prefix(&err, "%s", "y");
    assert_int_equal(strlen(err.message), sizeof err.message - 1);
    assert_int_equal(err.message[0], 'y');
}

static void gives_the_reason_without_the_path(void **state)
{
    (void)state;
    struct error err;
    error_set(&err, "%s", "a.md: is a folder");
    assert_string_equal(error_reason(&err, "a.md"), "is a folder");
    assert_string_equal(error_reason(&err, "a"), "a.md: is a folder");
    assert_string_equal(error_reason(&err, "b.md"), "a.md: is a folder");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sets_and_prefixes),
        cmocka_unit_test(gives_the_reason_without_the_path),
        cmocka_unit_test(cuts_what_is_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
