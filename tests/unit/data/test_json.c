#include "data/json.h"

#include "../unit.h"

#define BYTES(text) text, sizeof(text) - 1

static void nests_and_indents(void **state)
{
    (void)state;
    struct buf out;
    struct json json;
    buf_init(&out);
    json_init(&json, &out);
    json_open_object(&json);
    json_member(&json, "title", "Gout");
    json_member(&json, "absent", NULL);
    json_key(&json, "year");
    json_long(&json, -2026);
    json_key(&json, "empty");
    json_open_array(&json);
    json_close_array(&json);
    json_key(&json, "list");
    json_open_array(&json);
    json_bool(&json, true);
    json_bool(&json, false);
    json_string(&json, NULL);
    json_open_object(&json);
    json_close_object(&json);
    json_close_array(&json);
    json_close_object(&json);
    assert_string_equal(out.data, "{\n"
                                  "  \"title\": \"Gout\",\n"
                                  "  \"year\": -2026,\n"
                                  "  \"empty\": [],\n"
                                  "  \"list\": [\n"
                                  "    true,\n"
                                  "    false,\n"
                                  "    null,\n"
                                  "    {}\n"
                                  "  ]\n"
                                  "}\n");
    buf_finish(&out);
}

static void escapes_what_is_not_text(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t n_bytes;
        const char *json;
    } cases[] = {
        {BYTES("đau 头痛 😀"), "\"đau 头痛 😀\""},
        {BYTES("a\"b\\c/"), "\"a\\\"b\\\\c/\""},
        {BYTES("\t\n\r\b\f"), "\"\\t\\n\\r\\b\\f\""},
        {BYTES("\0\33\177"), "\"\\u0000\\u001b\\u007f\""},
        {BYTES("\302\233"), "\"\\u009b\""}, /* C1 CSI */
        {BYTES("\342\200\250\342\200\251"),
         "\"\\u2028\\u2029\""}, /* separators */
        {BYTES("\342\200\256x\342\201\251"), "\"\\u202ex\\u2069\""}, /* bidi */
        {BYTES("\330\234\342\200\216"), "\"\\u061c\\u200e\""},
        /* invisible: soft hyphen, word joiner, BOM, variation selectors, */
        {BYTES("a\u00ADb\u200B\u2060\uFEFF\u180E"),
         "\"a\\u00adb\\u200b\\u2060\\ufeff\\u180e\""},
        {BYTES("\uFE0F\u200D\uFFF9\uFFFA\uFFFB"),
         "\"\\ufe0f\\u200d\\ufff9\\ufffa\\ufffb\""},
        {BYTES("\U000E0001\U000E0041\U000E007F\U000E0100\U0001D173"),
         "\"\\udb40\\udc01\\udb40\\udc41\\udb40\\udc7f\\udb40\\udd00"
         "\\ud834\\udd73\""},
        {BYTES("a\377b\342\202"), "\"a\uFFFDb\uFFFD\""},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf out;
        struct json json;
        buf_init(&out);
        json_init(&json, &out);
        json_string_n(&json, cases[i].text, cases[i].n_bytes);
        assert_string_equal(out.data, cases[i].json);
        buf_finish(&out);
    }
}

static void escapes_keys(void **state)
{
    (void)state;
    struct buf out;
    struct json json;
    buf_init(&out);
    json_init(&json, &out);
    json_open_object(&json);
    json_member(&json, "a\"\n", "");
    json_close_object(&json);
    assert_string_equal(out.data, "{\n  \"a\\\"\\n\": \"\"\n}\n");
    buf_finish(&out);
}

static void nests_to_its_limit(void **state)
{
    (void)state;
    struct buf out;
    struct json json;
    buf_init(&out);
    json_init(&json, &out);
    for (int i = 0; i < 16; i++)
        json_open_array(&json);
    for (int i = 0; i < 16; i++)
        json_close_array(&json);
    assert_int_equal(json.depth, 0);
    buf_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nests_and_indents),
        cmocka_unit_test(escapes_what_is_not_text),
        cmocka_unit_test(escapes_keys),
        cmocka_unit_test(nests_to_its_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
