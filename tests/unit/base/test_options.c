/* base/options: reading lines of words and options. */
#include "base/options.h"

#include <string.h>

#include "../unit.h"

#define WORDS_MAX 12

enum { WIDTH, COLOR, JSON, LIMIT, LINEAR, LANG };

static const char *const colors[] = {"auto", "always", "never", NULL};

static const struct option_row rows[] = {
    [WIDTH] = {"width", 'w', "COLUMNS", "how wide", .max = 500},
    [COLOR] = {"color", 0, "WHEN", "coloured", colors},
    [JSON] = {"json", 'j', NULL, "as JSON"},
    [LIMIT] = {"limit", 'n', "N", "how many", .max = 500},
    [LINEAR] = {"linear", 0, NULL, "no boxes"},
    [LANG] = {"lang", 'l', "LANGUAGE", "language"},
    {NULL},
};

struct sample {
    enum options_style style;
    const char *line;
    const char *words;  /* remaining words, each followed by a full stop */
    const char *values; /* "w=40 j" */
    const char *message;
};

static const struct sample samples[] = {
    {OPTIONS_ANYWHERE, "", "", ""},
    {OPTIONS_ANYWHERE, "a --width=40 b", "a.b.", " width=40"},
    {OPTIONS_ANYWHERE, "a --width 40 b", "a.b.", " width=40"},
    {OPTIONS_ANYWHERE, "-w40 a", "a.", " width=40"},
    {OPTIONS_ANYWHERE, "-w 40 a", "a.", " width=40"},
    {OPTIONS_ANYWHERE, "-jw40", "", " width=40 json"},
    {OPTIONS_ANYWHERE, "-jw 40 a", "a.", " width=40 json"},
    {OPTIONS_ANYWHERE, "--wid=40 --js", "", " width=40 json"},
    {OPTIONS_ANYWHERE, "--width=40 --width=50", "", " width=50"},
    {OPTIONS_ANYWHERE, "--lang=", "", " lang="},
    {OPTIONS_ANYWHERE, "- a", "-.a.", ""},
    {OPTIONS_ANYWHERE, "a -- --json -b", "a.--json.-b.", ""},
    {OPTIONS_ANYWHERE, "-- a", "a.", " ended"},
    {OPTIONS_ANYWHERE, "--lang -- a", "a.", " lang=--"},
    {OPTIONS_FIRST, "-j a --width=40", "a.--width=40.", " json"},
    {OPTIONS_FIRST, "-j -- list", "list.", " json ended"},
    {OPTIONS_FIRST, "a -- b", "a.--.b.", ""},
    {OPTIONS_OR_EXCLUSIONS, "scar -steroids --json -people",
     "scar.-steroids.-people.", " json"},
    {OPTIONS_OR_EXCLUSIONS, "scar -n2 -n 3 -nausea", "scar.-nausea.",
     " limit=3"},
    {OPTIONS_OR_EXCLUSIONS, "scar -j -jaw", "scar.-jaw.", " json"},
    {OPTIONS_OR_EXCLUSIONS, "-w40x", "-w40x.", ""},
    {OPTIONS_OR_EXCLUSIONS, "scar -- -steroids --json", "scar.steroids.json.",
     ""},
    {OPTIONS_ANYWHERE, "--nothing", .message = "unknown option --nothing"},
    {OPTIONS_ANYWHERE, "--li=3", .message = "unknown option --li=3"},
    {OPTIONS_ANYWHERE, "-jz", .message = "unknown option -z"},
    {OPTIONS_ANYWHERE, "--width", .message = "--width needs a value"},
    {OPTIONS_ANYWHERE, "-w", .message = "-w needs a value"},
    {OPTIONS_ANYWHERE, "--json=yes", .message = "--json takes no value"},
    {OPTIONS_ANYWHERE, "--width=0",
     .message = "--width=0: use a number from 1 to 500"},
    {OPTIONS_ANYWHERE, "--width=501",
     .message = "--width=501: use a number from 1 to 500"},
    {OPTIONS_ANYWHERE, "--width=4x",
     .message = "--width=4x: use a number from 1 to 500"},
    {OPTIONS_ANYWHERE, "--width=99999999999999999999",
     .message = "--width=99999999999999999999: use a number from 1 to 500"},
    {OPTIONS_ANYWHERE, "--color=blue",
     .message = "--color=blue: use auto, always or never"},
    {OPTIONS_OR_EXCLUSIONS, "scar --jason",
     .message = "unknown option --jason"},
};

static int split(char *line, char **words)
{
    int n = 0;
    for (char *word; (word = strsep(&line, " "));)
        if (*word)
            words[n++] = word;
    return n;
}

static void add_values(const struct options *options, struct buf *out)
{
    for (int i = 0; rows[i].name; i++)
        if (options->given & 1u << i)
            buf_printf(out, " %s%s%s", rows[i].name,
                       options->values[i] ? "=" : "",
                       options->values[i] ? options->values[i] : "");
    buf_add(out, options->ended ? " ended" : "");
}

static void check(const struct sample *sample)
{
    char line[100], *words[WORDS_MAX];
    struct options options;
    struct error err = {0};
    struct buf left, values;
    buf_init(&left);
    buf_init(&values);
    options_init(&options, rows);
    snprintf(line, sizeof line, "%s", sample->line);
    int n =
        options_read(&options, words, split(line, words), sample->style, &err);
    for (int i = 0; i < n; i++)
        buf_printf(&left, "%s.", words[i]);
    add_values(&options, &values);
    if (sample->message) {
        assert_int_equal(n, -1);
        assert_string_equal(err.message, sample->message);
    } else {
        assert_string_equal(left.data, sample->words);
        assert_string_equal(values.data, sample->values);
    }
    buf_finish(&left);
    buf_finish(&values);
}

static void reads_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(samples); i++) {
        printf("# %s\n", samples[i].line);
        check(&samples[i]);
    }
}

static void knows_numbers_and_what_is_beyond(void **state)
{
    (void)state;
    char width[] = "--width=40", json[] = "-j";
    char *words[] = {width, json};
    struct options options;
    options_init(&options, rows);
    assert_int_equal(options_number(&options, WIDTH), 0);
    assert_int_equal(options_read(&options, words, 2, OPTIONS_ANYWHERE, NULL),
                     0);
    assert_int_equal(options_number(&options, WIDTH), 40);
    assert_int_equal(options_beyond(&options, 1u << WIDTH | 1u << JSON), -1);
    assert_int_equal(options_beyond(&options, 1u << WIDTH), JSON);
}

static void prints_help(void **state)
{
    (void)state;
    const char *const helps[N_ELEMENTS(rows)] = {[JSON] = "in another form"};
    struct buf out;
    buf_init(&out);
    options_add_help(rows, 1u << WIDTH | 1u << JSON | 1u << LINEAR, helps,
                     &out);
    assert_string_equal(out.data, "  -w, --width=COLUMNS    how wide\n"
                                  "  -j, --json             in another form\n"
                                  "      --linear           no boxes\n");
    buf_clear(&out);
    options_add_paragraph("One two three four five six.", 2, 22, &out);
    assert_string_equal(out.data, "  One two three four\n  five six.\n");
    buf_finish(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_lines),
        cmocka_unit_test(knows_numbers_and_what_is_beyond),
        cmocka_unit_test(prints_help),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
