#include "base/lang.h"

#include "../unit.h"

static void knows_tags(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool is_tag;
    } cases[] = {{"vi", true},         {"fil", true},          {"pt-BR", true},
                 {"zh-Hant-TW", true}, {"en-abcdefgh", true},  {"", false},
                 {"e", false},         {"abcd", false},        {"e1", false},
                 {"en-", false},       {"en-a", false},        {"en_GB", false},
                 {"en-GB-", false},    {"en-abcdefghi", false}};
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_int_equal(lang_is_tag(cases[i].text), cases[i].is_tag);
}

static void goes_by_the_first_subtag(void **state)
{
    (void)state;
    assert_int_equal(lang_find("vi"), LANG_VI);
    assert_int_equal(lang_find("ES-MX"), LANG_ES);
    assert_int_equal(lang_find("fil"), LANG_EN);
    assert_int_equal(lang_find(NULL), LANG_EN);
    assert_string_equal(lang_own_name("es-MX"), "Español");
    assert_string_equal(lang_own_name("fil"), "Filipino");
    assert_string_equal(lang_own_name("fi"), "Suomi");
    assert_string_equal(lang_own_name("xx-YY"), "xx-YY");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_tags),
        cmocka_unit_test(goes_by_the_first_subtag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
