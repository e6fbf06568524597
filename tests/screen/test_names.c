/* Names of conditions and medicines, typed by somebody who has not read the
 * help: the text is searched for, and none of its letters acts as a key. */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "terminal.h"

#define NAMES_MIN 300
#define NAMES_MAX 2000
#define NAME_CELLS 60
#define N_WAITED 2 /* first keys of a name, of which each is waited for */
#define N_IDLE 12  /* names after each key of which nothing is left to do */

static const char *names[NAMES_MAX];
/* One of this many is typed, at least 300 in all. */
static size_t n_names, step;

/* ---- the names ---- */

static void add_name(const char *text, size_t n_bytes)
{
    while (n_bytes && strchr(" \"'", *text))
        text++, n_bytes--;
    while (n_bytes && strchr(" \"'\n", text[n_bytes - 1]))
        n_bytes--;
    if (n_bytes && n_bytes < NAME_CELLS && n_names < NAMES_MAX)
        names[n_names++] = strndup(text, n_bytes);
}

/* "[one, two]" */
static void add_list(const char *list)
{
    while (*list == ' ' || *list == '[')
        list++;
    while (*list && *list != ']' && *list != '\n') {
        size_t n_bytes = strcspn(list, ",]\n");
        add_name(list, n_bytes);
        list += n_bytes + (list[n_bytes] == ',');
    }
}

static void add_line(const char *line)
{
    static const char *const one[] = {"title: ", "- term: "};
    static const char *const several[] = {"synonyms: ", "  forms: "};
    for (size_t i = 0; i < N_ELEMENTS(one); i++)
        if (!strncmp(line, one[i], strlen(one[i])))
            add_name(line + strlen(one[i]), strlen(line + strlen(one[i])));
    for (size_t i = 0; i < N_ELEMENTS(several); i++)
        if (!strncmp(line, several[i], strlen(several[i])))
            add_list(line + strlen(several[i]));
}

static void read_names(const char *pattern)
{
    glob_t found;
    char path[512], line[4096];
    snprintf(path, sizeof path, "%s/../articles/%s", getenv("MEDFAQ_TESTS"),
             pattern);
    assert_int_equal(glob(path, 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        FILE *file = fopen(found.gl_pathv[i], "r");
        assert_non_null(file);
        while (fgets(line, sizeof line, file))
            add_line(line);
        fclose(file);
    }
    globfree(&found);
}

/* Collects titles and synonyms of articles, and terms of glossaries. Users type
 * names as well as what is appended to them. */
static int setup_names(void **state)
{
    (void)state;
    read_names("*.md");
    read_names("glossary*.yaml");
    step = n_names / NAMES_MIN;
    return step ? 0 : -1;
}

static int teardown_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < n_names; i++)
        free((char *)names[i]);
    return 0;
}

/* ---- typing them ---- */

static struct terminal *open_library(void)
{
    static char articles[512];
    static const char *env[] = {"EDITOR=touch edited", articles, NULL};
    struct terminal_options options = {.rows = 40, .columns = 80, .env = env};
    snprintf(articles, sizeof articles, "MEDFAQ_PATH=%s/../articles",
             getenv("MEDFAQ_TESTS"));
    struct terminal *terminal = terminal_start(&options, NULL);
    terminal_wait(terminal, "Warfarin"); /* the last article has been read */
    return terminal;
}

/* Waits until the prompt has the name; there must be no box and no other
 * view. */
static void assert_asked(struct terminal *terminal, const char *typed)
{
    char text[NAME_CELLS + 16];
    snprintf(text, sizeof text, "  Find: %s", typed);
    terminal_wait_row(terminal, TEXT_ROW, text);
    assert_true(terminal_find_row(terminal, " medfaq ") == 0);
    assert_false(terminal_shows(terminal, "┌"));
    assert_false(file_is_there(home_path("edited")));
}

static void leave(struct terminal *terminal)
{
    terminal_send(terminal, "\005\025\004");
    terminal_assert_clean_exit(terminal);
}

static void clear(struct terminal *terminal)
{
    terminal_send(terminal, "\005\025");
}

/* Types a name at once, or so fast that it makes no difference. */
static void finds_what_is_typed_quickly(void **state)
{
    (void)state;
    struct terminal *terminal = open_library();
    for (size_t i = 0; i < n_names; i += step) {
        clear(terminal);
        terminal_send(terminal, names[i]);
        assert_asked(terminal, names[i]);
    }
    leave(terminal);
}

/* Types a name key by key, waiting until the first ones are shown; for some
 * names, until the answers to each key are complete. */
static void finds_what_is_typed_slowly(void **state)
{
    (void)state;
    struct terminal *terminal = open_library();
    size_t idle_step = n_names / step / N_IDLE * step;
    for (size_t i = 0; i < n_names; i += step) {
        char typed[NAME_CELLS + 1] = "";
        clear(terminal);
        for (const char *at = names[i]; *at; at++) {
            char key[] = {*at, '\0'};
            typed[strlen(typed) + 1] = '\0';
            typed[strlen(typed)] = *at;
            terminal_send(terminal, key);
            bool is_idle = i % idle_step == 0;
            bool is_waited = !at[1] || at - names[i] < N_WAITED;
            if ((at[1] & 0xC0) == 0x80 || *at == ' ' ||
                (!is_idle && !is_waited))
                continue;
            assert_asked(terminal, typed);
            if (is_idle)
                terminal_wait_idle(terminal);
        }
    }
    leave(terminal);
}

/* After returning from an article, the name replaces the earlier text. */
static void finds_what_is_typed_after_an_article(void **state)
{
    (void)state;
    struct terminal *terminal = open_library();
    for (size_t i = 0; i < n_names; i += step) {
        if (i / step % 8 == 0) {
            clear(terminal);
            terminal_send(terminal, "warfarin\r");
            terminal_wait_row(terminal, 0, " Warfarin  ");
            terminal_send(terminal, "q");
            terminal_wait_row(terminal, TEXT_ROW, "Find: warfarin");
        } else {
            clear(terminal);
        }
        terminal_send(terminal, names[i]);
        assert_asked(terminal, names[i]);
    }
    leave(terminal);
}

/* Types after "/" in the list, as users of vi and less do. */
static void finds_what_is_typed_after_a_slash(void **state)
{
    (void)state;
    struct terminal *terminal = open_library();
    terminal_wait_cursor_on(terminal, "▸ ");
    for (size_t i = 0; i < n_names; i += step) {
        terminal_send(terminal, "/\005\025");
        terminal_send(terminal, names[i]);
        assert_asked(terminal, names[i]);
        terminal_send(terminal, "\t");
    }
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_what_is_typed_quickly, home_setup,
                                        home_teardown),
        cmocka_unit_test_setup_teardown(finds_what_is_typed_slowly, home_setup,
                                        home_teardown),
        cmocka_unit_test_setup_teardown(finds_what_is_typed_after_an_article,
                                        home_setup, home_teardown),
        cmocka_unit_test_setup_teardown(finds_what_is_typed_after_a_slash,
                                        home_setup_in_list, home_teardown),
    };
    return cmocka_run_group_tests(tests, setup_names, teardown_names);
}
