/* Which editor opens a file. */
#include "../unit.h"

#include <stdlib.h>

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_an_editor_whatever_the_variables_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
