/* Typing and pasting in the inputs of the reader. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#include "terminal.h"

static const char *const alpha[] = {"alpha", NULL};

static struct terminal *open_alpha(void)
{
    struct terminal *terminal = terminal_start(NULL, alpha);
    terminal_wait(terminal, "Alpha overview");
    return terminal;
}

static void leave(struct terminal *terminal)
{
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

/* The palette edits its text like any other input. */
static void edits_in_a_picker(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    terminal_send(terminal, ":");
    terminal_wait(terminal, "type to find");
    terminal_send(terminal, "\033[200~redr\033[201~");
    terminal_wait_gone(terminal, "page-down");
    terminal_wait_cursor_on(terminal, ": redr");
    terminal_send(terminal, "x" KEY_SEND_LEFT KEY_SEND_LEFT "y");
    terminal_wait(terminal, ": redyrx");
    terminal_send(terminal, KEY_SEND_END "\027themo" KEY_SEND_BACKSPACE "e");
    terminal_wait_cursor_on(terminal, ": theme");
    terminal_send(terminal, KEY_SEND_HOME "\013out");
    terminal_wait(terminal, ": out ");
    terminal_wait(terminal, "outline");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait(terminal, "15  Emergency !");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_gone(terminal, "15  Emergency !");
    leave(terminal);
}

/* In 80 columns, each action fits on a row. */
static void has_one_row_an_action(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    terminal_send(terminal, ":");
    terminal_wait(terminal, "type to find");
    int row = terminal_find_row(terminal, " next-section");
    assert_int_equal(terminal_find_row(terminal, " previous-section"), row + 1);
    assert_int_equal(terminal_find_row(terminal, " outline"), row + 2);
    assert_int_equal(terminal_find_row(terminal, " previous-article"), row + 6);
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_gone(terminal, "type to find");
    leave(terminal);
}

/* Without a match, Enter leaves the palette open; Esc closes it at once. */
static void types_on_where_nothing_matches(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    terminal_send(terminal, ":zzzz" KEY_SEND_ENTER);
    terminal_wait(terminal, "No matching action");
    terminal_send(terminal, "\025problems");
    terminal_wait_cursor_on(terminal, ": problems");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait(terminal, "No problems found");
    terminal_send(terminal, KEY_SEND_ESCAPE ":zz" KEY_SEND_ESCAPE);
    terminal_wait_gone(terminal, ": zz");
    leave(terminal);
}

/* Opens help over a picker and returns to what was typed. */
static void keeps_the_text_under_a_box(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    terminal_send(terminal, ":them");
    terminal_wait_cursor_on(terminal, ": them");
    terminal_send(terminal, KEY_SEND_F1);
    terminal_wait(terminal, "Move down one line");
    terminal_send(terminal, "/page");
    terminal_wait_row(terminal, STATUS_ROW, "Find: page");
    terminal_send(terminal, KEY_SEND_ESCAPE KEY_SEND_ESCAPE);
    terminal_wait_cursor_on(terminal, ": them");
    terminal_send(terminal, "e" KEY_SEND_ENTER);
    terminal_wait(terminal, "high-contrast");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_gone(terminal, "high-contrast");
    leave(terminal);
}

/* The same keys recall questions and searches in the text. */
static void has_one_history(void **state)
{
    (void)state;
    struct terminal *terminal = terminal_start(NULL, NULL);
    terminal_wait(terminal, "Beta medicine");
    terminal_send(terminal, "Sgamma\r");
    terminal_wait_row(terminal, 0, "Gamma condition");
    terminal_send(terminal, "/" KEY_SEND_UP);
    terminal_wait_row(terminal, STATUS_ROW, "Find: gamma");
    terminal_send(terminal, "x\rq\025\020");
    terminal_wait_row(terminal, TEXT_ROW, "Find: gammax");
    terminal_send(terminal, "\020");
    terminal_wait_row(terminal, TEXT_ROW, "Find: gamma");
    terminal_send(terminal, KEY_SEND_ESCAPE "\t");
    leave(terminal);
}

/* The program leaves nothing behind in the terminal, however it ends while an
 * input is open. */
static void ends_with_an_open_prompt(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    terminal_send(terminal, "/abc");
    terminal_wait_row(terminal, STATUS_ROW, "Find: abc");
    kill(terminal_pid(terminal), SIGTERM);
    int status = terminal_wait_exit(terminal);
    terminal_assert_restored(terminal);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 128 + SIGTERM);
}

static char *long_text(const char *before, const char *after)
{
    size_t n = (size_t)128 * 1024, n_before = strlen(before);
    char *text = malloc(n_before + n + strlen(after) + 1);
    assert_non_null(text);
    memcpy(text, before, n_before);
    for (size_t i = 0; i < n; i++)
        text[n_before + i] = i % 8 == 7 ? ' ' : (char)('a' + i % 23);
    strcpy(text + n_before + n, after);
    return text;
}

#define PASTE_SECONDS 25 /* with sanitizers; it once took minutes */

/* The reader continues, however much is pasted or typed. */
static void takes_a_long_text(void **state)
{
    static const char *const marks[][2] = {{"\033[200~", "\033[201~"},
                                           {"", ""}};
    const char *open = *state;
    for (size_t i = 0; i < N_ELEMENTS(marks); i++) {
        char *text = long_text(marks[i][0], marks[i][1]);
        struct terminal *terminal = open_alpha();
        terminal_send(terminal, open);
        time_t start = time(NULL);
        terminal_send(terminal, text);
        terminal_wait(terminal, "Only the first 4 KB fit here");
        terminal_send(terminal, "\025");
        terminal_wait_gone(terminal, "Only the first 4 KB fit here");
        assert_true(time(NULL) - start <= PASTE_SECONDS);
        terminal_send(terminal, KEY_SEND_ESCAPE);
        terminal_wait_row(terminal, STATUS_ROW, "? help");
        leave(terminal);
        free(text);
    }
}

#define AT_HOME(test)                                                          \
    cmocka_unit_test_setup_teardown(test, home_setup_in_list, home_teardown)
#define LONG_TEXT_INTO(keys)                                                   \
    {                                                                          \
        "takes_a_long_text " keys, takes_a_long_text, home_setup_in_list,      \
            home_teardown, (void *)(keys)                                      \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_HOME(edits_in_a_picker),
        AT_HOME(has_one_row_an_action),
        AT_HOME(types_on_where_nothing_matches),
        AT_HOME(keeps_the_text_under_a_box),
        AT_HOME(has_one_history),
        AT_HOME(ends_with_an_open_prompt),
        LONG_TEXT_INTO("/"),
        LONG_TEXT_INTO("S"),
        LONG_TEXT_INTO("|"),
        LONG_TEXT_INTO("w"),
        LONG_TEXT_INTO(":"),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
