#include "base/charset.h"

#include <string.h>

#include "base/utf8.h"

#include "../unit.h"

static void knows_names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum charset_type type;
    } cases[] = {
        {"UTF-8", CHARSET_UTF8},
        {"utf8", CHARSET_UTF8},
        {"ANSI_X3.4-1968", CHARSET_ASCII},
        {"", CHARSET_ASCII},
        {"no such charset", CHARSET_ASCII},
        {"ISO-8859-1", CHARSET_OTHER},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct charset charset;
        charset_init(&charset, cases[i].name);
        assert_int_equal(charset.type, cases[i].type);
        charset_finish(&charset);
    }
    charset_finish(NULL);
}

static void asks_iconv(void **state)
{
    (void)state;
    struct charset latin1;
    charset_init(&latin1, "ISO-8859-1");
    assert_true(charset_has(&latin1, 'a'));
    assert_true(charset_has(&latin1, 0xE9));
    assert_false(charset_has(&latin1, 0x2022));
    assert_false(charset_has(&latin1, 0x4E2D));
    assert_true(charset_has(&latin1, 0xE9));
    charset_finish(&latin1);
}

static void transliterates(void **state)
{
    (void)state;
    static const struct {
        const char *charset;
        uint32_t code_point;
        const char *text;
    } cases[] = {
        {"UTF-8", 0x4E2D, "中"},        {"ASCII", 'a', "a"},
        {"ASCII", 0xE9, "e"},           {"ASCII", 0x1EBF, "e"},
        {"ASCII", 0x111, "d"},          {"ASCII", 0x201C, "\""},
        {"ASCII", 0x2013, "-"},         {"ASCII", 0x2022, "*"},
        {"ASCII", 0x2265, ">="},        {"ASCII", 0x2026, "..."},
        {"ASCII", 0xBD, "1/2"},         {"ASCII", 0xB2, "2"},
        {"ASCII", 0xA0, " "},           {"ASCII", 0x3B1, "alpha"},
        {"ASCII", 0xB5, "u"},           {"ASCII", 0x25AE, "#"},
        {"ASCII", 0x301, ""},           {"ASCII", 0x4E2D, "??"},
        {"ASCII", 0xBC31, "??"},        {"ASCII", 0x416, "?"},
        {"ASCII", 0x1F489, "??"},       {"ASCII", 0x3002, "."},
        {"ISO-8859-1", 0xE9, "\u00E9"}, {"ISO-8859-1", 0x2022, "*"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct charset charset;
        struct buf out;
        charset_init(&charset, cases[i].charset);
        buf_init(&out);
        charset_transliterate(&charset, cases[i].code_point, &out);
        assert_string_equal(out.data, cases[i].text);
        buf_finish(&out);
        charset_finish(&charset);
    }
}

static void encodes(void **state)
{
    (void)state;
    static const struct {
        const char *charset, *text, *encoded;
    } cases[] = {
        {"UTF-8", "caf\u00E9", "caf\u00E9"},
        {"ISO-8859-1", "caf\u00E9 \u2022 x", "caf\xE9  x"},
        {"KOI8-R", "\u0416\u0416", "\xF6\xF6"},
        {"ISO-8859-1", "cut \xC3", "cut "},
        /* back to ASCII at the end */
        {"ISO-2022-JP", "\u6CE8", "\x1B$BCm\x1B(B"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct charset charset;
        struct buf out;
        charset_init(&charset, cases[i].charset);
        buf_init(&out);
        charset_encode(&charset, cases[i].text, strlen(cases[i].text), &out);
        assert_string_equal(out.data, cases[i].encoded);
        buf_finish(&out);
        charset_finish(&charset);
    }
}

/* The table is found by binary search, so every row is tried. */
/* Longer than what is converted at once: nothing is lost between the pieces. */
static void encodes_long_text(void **state)
{
    (void)state;
    struct charset charset;
    struct buf text, expected;
    charset_init(&charset, "ISO-8859-1");
    buf_init(&text);
    buf_init(&expected);
    buf_add_repeat(&text, "\u00E9x", 5000);
    buf_add_repeat(&expected, "\xE9x", 5000);
    charset_encode_buf(&charset, &text);
    assert_string_equal(text.data, expected.data);
    buf_finish(&text);
    buf_finish(&expected);
    charset_finish(&charset);
}

static void finds_every_stand_in(void **state)
{
    (void)state;
    struct charset ascii;
    charset_init(&ascii, "ASCII");
    static const char *const texts[] = {
        "¡¢£¥§©«¬®°±µ·»¿ÆÐ×ØÞßæð÷øþĐđĦħıŁłŊŋŒœŦŧ",
        "αβγδεζηθικλμνξπρστφχψωΔΩ‐–—‘’“”†•‰′″‹›⁄€←↑→↓",
        "−∞≈≠≤≥─│┌┐└┘├┤┬┴┼■□▮▯▶▸○●◦★⚠✓✗、",
    };
    struct buf out;
    buf_init(&out);
    for (size_t i = 0; i < N_ELEMENTS(texts); i++)
        for (size_t at = 0; texts[i][at];) {
            uint32_t code_point;
            at +=
                utf8_decode(texts[i] + at, strlen(texts[i] + at), &code_point);
            buf_clear(&out);
            charset_transliterate(&ascii, code_point, &out);
            if (!strcmp(out.data, "?") != (code_point == 0xBF))
                fail_msg("U+%04X: %s", (unsigned)code_point, out.data);
        }
    buf_finish(&out);
    charset_finish(&ascii);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_names),
        cmocka_unit_test(asks_iconv),
        cmocka_unit_test(transliterates),
        cmocka_unit_test(encodes),
        cmocka_unit_test(encodes_long_text),
        cmocka_unit_test(finds_every_stand_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
