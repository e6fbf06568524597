/* Chooses the program that opens a file or an address. */
#include "../unit.h"

#include <stdlib.h>

#include "base/buf.h"
#include "ui/program.h"

static void names_an_editor_whatever_the_variables_hold(void **state)
{
    (void)state;
    static const struct {
        const char *visual, *editor, *first;
    } cases[] = {
        {NULL, NULL, "vi"},    {"", "", "vi"},       {" ", " \t", "vi"},
        {" ", "nano", "nano"}, {"mg", "nano", "mg"}, {"code -w", NULL, "code"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct strs words;
        strs_init(&words);
        unsetenv("VISUAL");
        unsetenv("EDITOR");
        if (cases[i].visual)
            setenv("VISUAL", cases[i].visual, 1);
        if (cases[i].editor)
            setenv("EDITOR", cases[i].editor, 1);
        editor_words("-a.md", 7, &words);
        assert_string_equal(words.items[0], cases[i].first);
        assert_string_equal(words.items[words.n - 1], "./-a.md");
        strs_finish(&words);
    }
}

/* Only editors that are known to accept a line number get one. */
static void tells_the_line_to_editors_that_take_it(void **state)
{
    (void)state;
    static const struct {
        const char *editor;
        unsigned line;
        const char *words; /* joined by spaces */
    } cases[] = {
        {"nano", 7, "nano +7 a.md"},
        {"/usr/bin/vim -R", 7, "/usr/bin/vim -R +7 a.md"},
        {"vi", 1, "vi a.md"},
        {"code --wait", 7, "code --wait a.md"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct strs words;
        struct buf joined;
        strs_init(&words);
        buf_init(&joined);
        setenv("VISUAL", cases[i].editor, 1);
        editor_words("a.md", cases[i].line, &words);
        for (size_t k = 0; k < words.n; k++)
            buf_printf(&joined, "%s%s", k ? " " : "", words.items[k]);
        assert_string_equal(joined.data, cases[i].words);
        buf_finish(&joined);
        strs_finish(&words);
    }
}

static void assert_opener(const char *browser, const char *target,
                          const char *expected)
{
    struct strs words;
    struct buf joined;
    strs_init(&words);
    buf_init(&joined);
    if (browser)
        setenv("BROWSER", browser, 1);
    else
        unsetenv("BROWSER");
    opener_words(target, &words);
    for (size_t k = 0; k < words.n; k++)
        buf_printf(&joined, "%s%s", k ? "|" : "", words.items[k]);
    assert_string_equal(joined.data, expected);
    buf_finish(&joined);
    strs_finish(&words);
}

/* Uses the first installed program of $BROWSER; the target is one word. */
static void finds_what_opens_an_address(void **state)
{
    (void)state;
    static const struct {
        const char *browser, *target, *expected;
    } cases[] = {
        {"cat -n", "https://a/b c;d", "cat|-n|https://a/b c;d"},
        {"cat --x=%s y", "http://a", "cat|--x=http://a|y"},
        {"cat %s -n", "https://a", "cat|https://a|-n"},
        {"/nonexistent/x:nosuchprogram:cat", "https://a", "cat|https://a"},
        {"  :cat", "/tmp/a file.pdf", "cat|/tmp/a file.pdf"},
        {"cat", "file:///etc/passwd", ""},
        {"cat", "-o", ""},
        {"cat", "javascript:x", ""},
        {"/tmp", "https://a", ""},
        {"", "https://a", ""},
        {NULL, "https://a", ""},
    };
    /* A folder with only cat in it, since the machine may have xdg-open. */
    char folder[] = "/tmp/medfaq-program-XXXXXX", cat[64], path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(cat, sizeof cat, "%s/cat", folder);
    snprintf(path, sizeof path, "/nowhere::%s", folder);
    assert_int_equal(symlink("/bin/cat", cat), 0);
    setenv("PATH", path, 1);
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_opener(cases[i].browser, cases[i].target, cases[i].expected);
    unlink(cat);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_an_editor_whatever_the_variables_hold),
        cmocka_unit_test(tells_the_line_to_editors_that_take_it),
        cmocka_unit_test(finds_what_opens_an_address),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
