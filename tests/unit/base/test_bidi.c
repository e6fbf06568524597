#include "base/bidi.h"

#include <string.h>

#include "../unit.h"

static void tells_by_the_first_letter(void **state)
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
        assert_int_equal(text_is_rtl(cases[i].text, strlen(cases[i].text)),
                         cases[i].rtl);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_by_the_first_letter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
