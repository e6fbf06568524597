#include "base/utf8.h"

#include <string.h>

#include "../unit.h"

static void decodes(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t n_bytes;
        uint32_t code_point;
        size_t length;
    } cases[] = {
        {"a", 1, 'a', 1},
        {"\0", 1, 0, 1},
        {"é", 2, 0xE9, 2},
        {"中x", 4, 0x4E2D, 3},
        {"😀", 4, 0x1F600, 4},
        {"\xC0\x80", 2, UTF8_REPLACEMENT, 1},     /* overlong */
        {"\xED\xA0\x80", 3, UTF8_REPLACEMENT, 1}, /* surrogate */
        {"\xF4\x90\x80\x80", 4, UTF8_REPLACEMENT, 1},
        {"\xE4\xB8", 2, UTF8_REPLACEMENT, 2}, /* cut short */
        {"\xF0\x9F\x98x", 4, UTF8_REPLACEMENT, 3},
        {"\x80", 1, UTF8_REPLACEMENT, 1},
        {"\xFF", 1, UTF8_REPLACEMENT, 1},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        uint32_t code_point = 1;
        assert_int_equal(
            utf8_decode(cases[i].bytes, cases[i].n_bytes, &code_point),
            cases[i].length);
        assert_int_equal(code_point, cases[i].code_point);
    }
}

static void encodes_what_it_decodes(void **state)
{
    (void)state;
    for (uint32_t code_point = 0; code_point < 0x110000; code_point++) {
        if (code_point >= 0xD800 && code_point <= 0xDFFF)
            continue;
        char bytes[4];
        uint32_t again;
        size_t n_bytes = utf8_encode(code_point, bytes);
        if (utf8_decode(bytes, n_bytes, &again) != n_bytes ||
            again != code_point)
            fail_msg("U+%04X", code_point);
    }
}

static void finds_the_first_bad_byte(void **state)
{
    (void)state;
    assert_int_equal(utf8_valid_prefix("", 0), 0);
    assert_int_equal(utf8_valid_prefix("plain ascii text", 16), 16);
    assert_int_equal(utf8_valid_prefix("twelve bytes\xFF", 13), 12);
    assert_int_equal(utf8_valid_prefix("a\xEF\xBF\xBD!", 5), 5);
    assert_int_equal(utf8_valid_prefix("é\xE4\xB8", 4), 2);
}

static void measures_printable_ascii(void **state)
{
    (void)state;
    char text[40];
    for (int byte = 0; byte < 256; byte++) {
        memset(text, '~', sizeof text);
        text[21] = (char)byte;
        bool printable = byte >= ' ' && byte <= '~';
        assert_int_equal(utf8_ascii_prefix(text, sizeof text),
                         printable ? sizeof text : 21);
    }
    assert_int_equal(utf8_ascii_prefix(text, 0), 0);
    assert_int_equal(utf8_ascii_prefix("a b", 3), 3);
}

static void finds_the_start(void **state)
{
    (void)state;
    const char *text = "a中b\x80";
    assert_int_equal(utf8_floor(text, 6, 0), 0);
    assert_int_equal(utf8_floor(text, 6, 1), 1);
    assert_int_equal(utf8_floor(text, 6, 2), 1);
    assert_int_equal(utf8_floor(text, 6, 3), 1);
    assert_int_equal(utf8_floor(text, 6, 4), 4);
    assert_int_equal(utf8_floor(text, 6, 5), 5);
    assert_int_equal(utf8_floor(text, 6, 9), 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes),
        cmocka_unit_test(encodes_what_it_decodes),
        cmocka_unit_test(finds_the_first_bad_byte),
        cmocka_unit_test(measures_printable_ascii),
        cmocka_unit_test(finds_the_start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
