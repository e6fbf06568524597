#include "base/safe.h"

#include <stdlib.h>
#include <string.h>

#include "../../samples.h"
#include "../unit.h"

static void makes_samples_safe(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(samples); i++) {
        char *safe = safe_string(samples[i].text, NULL);
        assert_string_equal(safe, samples[i].safe ? samples[i].safe
                                                  : samples[i].text);
        free(safe);
    }
}

static void leaves_safe_text_alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(samples); i++) {
        char *safe = safe_string(samples[i].text, NULL);
        if (safe_prefix(safe, strlen(safe), NULL) != strlen(safe))
            fail_msg("%s", samples[i].name);
        free(safe);
    }
}

/* A file is not limited to what ncurses can draw, but must not contain commands
 * either. */
static void keeps_more_in_files(void **state)
{
    (void)state;
    static const struct {
        const char *text, *safe;
    } cases[] = {
        {"\U0001F469\u200D\u2695\uFE0F", "\U0001F469\u200D\u2695\uFE0F"},
        {"e\u0301\u0301\u0301\u0301\u0301\u0301",
         "e\u0301\u0301\u0301\u0301\u0301\u0301"},
        {"\u0301a", "\u0301a"},
        {"\u1820\u180Ea", "\u1820\u180Ea"},
        {"\uE000 \U0001FABF", "\uE000 \U0001FABF"},
        {" \u200D\uFE0Fa", " a"},
        {"a\u200B\uFEFF\u00AD\U000E0041\U000E0100z", "az"},
        {"a\u202E\u2066", "a<U+202E><U+2066>"},
        {"\x1B[m\x7F\xC2\x9B", "^[[m^?\uFFFD"},
        {"a\tb\u2028c", "a b c"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf out;
        buf_init(&out);
        safe_text_in_file(cases[i].text, strlen(cases[i].text), &out);
        assert_string_equal(out.data, cases[i].safe);
        buf_finish(&out);
    }
}

static void finds_the_safe_prefix(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t n_bytes;
    } cases[] = {
        {"", 0},
        {"all of it, caf\u00E9 and 疫苗", 27},
        {"a\x1B[0m", 1},
        {"0123456789abcdef\x7F", 16},
        {"0123456789abcdef\n", 16},
        {"x\u202Ey", 1},
        {"x" ZALGO, 1}, /* a cell with a fifth mark is unsafe as a whole */
        {"\u0301", 0},
        {"ab\xFF", 2},
        {"\uFFFD!", 4},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_int_equal(
            safe_prefix(cases[i].text, strlen(cases[i].text), NULL),
            cases[i].n_bytes);
}

static void shows_malformed_bytes_and_nul(void **state)
{
    (void)state;
    struct buf out;
    buf_init(&out);
    safe_text("a\0b\xC3(\xF0\x9F\x98", 8, NULL, &out);
    assert_string_equal(out.data, "a^@b\uFFFD(\uFFFD");
    buf_finish(&out);
}

static void shows_every_control(void **state)
{
    (void)state;
    for (uint32_t c = 1; c < 0xA0; c = c == 0x1F ? 0x7F : c + 1) {
        struct buf text, expected;
        buf_init(&text);
        buf_init(&expected);
        buf_add_code_point(&text, c);
        if (c == '\t' || c == '\n')
            buf_add_char(&expected, ' ');
        else if (c <= 0x7F)
            buf_printf(&expected, "^%c", (int)c ^ 0x40);
        else
            buf_add_code_point(&expected, 0xFFFD);
        char *safe = safe_string(text.data, NULL);
        assert_string_equal(safe, expected.data);
        free(safe);
        buf_finish(&text);
        buf_finish(&expected);
    }
}

static void names_every_bidi_control(void **state)
{
    (void)state;
    static const uint32_t controls[] = {
        0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C,
        0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069,
    };
    for (size_t i = 0; i < N_ELEMENTS(controls); i++) {
        struct buf text, expected;
        buf_init(&text);
        buf_init(&expected);
        buf_add_code_point(&text, controls[i]);
        buf_printf(&expected, "<U+%04X>", (unsigned)controls[i]);
        char *safe = safe_string(text.data, NULL);
        assert_string_equal(safe, expected.data);
        free(safe);
        buf_finish(&text);
        buf_finish(&expected);
    }
}

static void writes_ascii_where_nothing_else_shows(void **state)
{
    (void)state;
    struct charset ascii;
    charset_init(&ascii, "ANSI_X3.4-1968");
    static const struct {
        const char *text, *safe;
    } cases[] = {
        {"plain", "plain"},      {"• “caf\u00E9” – ≥ 18", "* \"cafe\" - >= 18"},
        {"cafe\u0301", "cafe"},  {"疫苗", "????"},
        {"\x1B\xC2\x9B", "^[?"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        char *safe = safe_string(cases[i].text, &ascii);
        assert_string_equal(safe, cases[i].safe);
        free(safe);
    }
    assert_int_equal(safe_prefix("caf\u00E9", 5, &ascii), 3);
    assert_int_equal(safe_prefix("cafe\u0301", 6, &ascii), 3);
    charset_finish(&ascii);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_samples_safe),
        cmocka_unit_test(leaves_safe_text_alone),
        cmocka_unit_test(keeps_more_in_files),
        cmocka_unit_test(finds_the_safe_prefix),
        cmocka_unit_test(shows_malformed_bytes_and_nul),
        cmocka_unit_test(shows_every_control),
        cmocka_unit_test(names_every_bidi_control),
        cmocka_unit_test(writes_ascii_where_nothing_else_shows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
