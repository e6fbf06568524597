/* What is remembered from one session to the next. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "terminal.h"

#define STATE ".local/state/medfaq/state.db"

static const char *const alpha[] = {"alpha", NULL};

static struct terminal *start(const char *const *arguments)
{
    return terminal_start(&(struct terminal_options){0}, arguments);
}

static void leave(struct terminal *terminal)
{
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

/* Reads alpha up to its fifth section, and leaves. */
static void read_alpha(const char *const *arguments)
{
    struct terminal *terminal = start(arguments);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "5");
    terminal_wait_row(terminal, TEXT_ROW, "benefits");
    leave(terminal);
}

static void continues_where_it_was(void **state)
{
    (void)state;
    read_alpha(alpha);
    struct terminal *terminal = start(alpha);
    terminal_wait_row(terminal, TEXT_ROW, "benefits");
    terminal_wait_row(terminal, STATUS_ROW, "Continued at");
    terminal_send(terminal, "g");
    terminal_wait_row(terminal, TEXT_ROW, "Alpha overview");
    leave(terminal);
    /* from the start, without a word, once it was left there */
    terminal = start(alpha);
    terminal_wait_row(terminal, TEXT_ROW, "Alpha overview");
    assert_false(terminal_shows(terminal, "Continued"));
    leave(terminal);
    /* a kind that is asked for wins */
    read_alpha(alpha);
    terminal = start((const char *const[]){"alpha", "side-effects", NULL});
    terminal_wait_row(terminal, TEXT_ROW, "side effects");
    leave(terminal);
}

static void continues_from_the_library(void **state)
{
    (void)state;
    read_alpha(alpha);
    struct terminal *terminal = start((const char *const[]){NULL});
    terminal_wait(terminal, "Alpha");
    terminal_send(terminal, "/alpha\r\r");
    terminal_wait_row(terminal, TEXT_ROW, "benefits");
    leave(terminal);
}

static void keeps_marks(void **state)
{
    (void)state;
    struct terminal *terminal = start(alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "5");
    terminal_wait_row(terminal, TEXT_ROW, "benefits");
    terminal_send(terminal, "mz");
    terminal_wait_row(terminal, STATUS_ROW, "marked: ' z");
    leave(terminal);
    terminal = start((const char *const[]){"beta", NULL});
    terminal_wait(terminal, "Beta");
    terminal_send(terminal, "'z");
    terminal_wait_row(terminal, 0, "Alpha");
    terminal_wait_row(terminal, TEXT_ROW, "benefits");
    leave(terminal);
}

static void keeps_what_was_chosen(void **state)
{
    (void)state;
    home_write(".config/medfaq/config.yaml", "width: 60\nmouse: yes\n");
    struct terminal *terminal = start(alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "+");
    terminal_wait_row(terminal, STATUS_ROW, "64 cells wide. Saved");
    terminal_send(terminal, "M");
    terminal_wait_row(terminal, STATUS_ROW, "mouse off");
    terminal_wait_row(terminal, STATUS_ROW, "Saved");
    terminal_send(terminal, "T");
    terminal_wait(terminal, "Now: the default");
    terminal_send(terminal, "jj\r");
    terminal_wait_row(terminal, STATUS_ROW, "theme: dark. Saved");
    leave(terminal);

    terminal = start(alpha);
    terminal_wait(terminal, "Alpha overview");
    assert_null(strstr(terminal_raw(terminal, NULL), "\033[?1000h"));
    terminal_send(terminal, "T");
    terminal_wait(terminal, "Now: as chosen here");
    terminal_wait_cursor_on(terminal, "dark");
    terminal_send(terminal, "G");
    terminal_wait_cursor_on(terminal, "as configured");
    terminal_send(terminal, "\r");
    terminal_wait_row(terminal, STATUS_ROW,
                      "theme as configured: default. Saved");
    terminal_send(terminal, "+");
    terminal_wait_row(terminal, STATUS_ROW, "68 cells");
    terminal_send(terminal, "=");
    terminal_wait_row(terminal, STATUS_ROW, "60 cells wide. Saved");
    leave(terminal);

    terminal = start(alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "T");
    terminal_wait(terminal, "Now: the default");
    terminal_send(terminal, "q+");
    terminal_wait_row(terminal, STATUS_ROW, "64 cells");
    leave(terminal);

    /* the command line wins */
    terminal = start((const char *const[]){"--width=40", "alpha", NULL});
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "+");
    terminal_wait_row(terminal, STATUS_ROW, "44 cells");
    leave(terminal);
}

/* Does any file of the home hold the text? */
static bool home_has(const char *text)
{
    char command[256];
    snprintf(command, sizeof command, "grep -raqF -- '%s' '%s'", text,
             home_path(""));
    return system(command) == 0;
}

static void private_sessions_leave_nothing(void **state)
{
    (void)state;
    read_alpha((const char *const[]){"--private", "alpha", NULL});
    assert_false(file_is_there(home_path(STATE)));
    home_write(".config/medfaq/config.yaml", "private: yes\n");
    read_alpha(alpha);
    assert_false(file_is_there(home_path(STATE)));
    home_write(".config/medfaq/config.yaml", "private: no\n");
    read_alpha(alpha);
    assert_true(file_is_there(home_path(STATE)));
    /* and show nothing of others */
    struct terminal *terminal =
        start((const char *const[]){"--private", "alpha", NULL});
    terminal_wait_row(terminal, TEXT_ROW, "Alpha overview");
    leave(terminal);
    static const char *const secure[] = {"MEDFAQ_SECURE=1", NULL};
    terminal = terminal_start(&(struct terminal_options){.env = secure}, alpha);
    terminal_wait_row(terminal, TEXT_ROW, "Alpha overview");
    leave(terminal);
}

static void says_what_it_cannot_remember(void **state)
{
    (void)state;
    home_write(".local/state/medfaq/x", "");
    assert_int_equal(mkfifo(home_path(STATE), 0600), 0);
    struct terminal *terminal = start(alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_wait(terminal, "Nothing is remembered: ~/.local/state");
    terminal_send(terminal, "5");
    terminal_wait_row(terminal, TEXT_ROW, "benefits");
    leave(terminal);
    assert_int_equal(unlink(home_path(STATE)), 0);
    home_write(STATE, "this is no database");
    terminal = start((const char *const[]){NULL});
    terminal_wait(terminal, "was damaged");
    leave(terminal);
}

static int run(const char *arguments)
{
    char command[512];
    snprintf(command, sizeof command, "HOME='%s' '%s' %s </dev/null",
             home_path(""), getenv("MEDFAQ_BINARY"), arguments);
    int status = system(command);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void forgets(void **state)
{
    (void)state;
    read_alpha(alpha);
    assert_true(home_has("alpha.md"));
    assert_int_equal(run("forget 2>/dev/null"), 2);
    assert_int_equal(run("forget --since=soon 2>/dev/null"), 2);
    assert_int_equal(run("forget --all 2>/dev/null"), 1);
    assert_int_equal(run("forget zeta 2>/dev/null"), 1);
    struct terminal *terminal = start(alpha);
    terminal_wait_row(terminal, TEXT_ROW, "benefits");
    leave(terminal);
    assert_int_equal(run("forget alpha"), 0);
    terminal = start(alpha);
    terminal_wait_row(terminal, TEXT_ROW, "Alpha overview");
    leave(terminal);
    read_alpha(alpha);
    assert_int_equal(run("forget --since=1h"), 0);
    terminal = start(alpha);
    terminal_wait_row(terminal, TEXT_ROW, "Alpha overview");
    leave(terminal);
    read_alpha(alpha);
    assert_int_equal(run("forget --all --yes"), 0);
    terminal = start(alpha);
    terminal_wait_row(terminal, TEXT_ROW, "Alpha overview");
    leave(terminal);
}

#define AT_HOME(test)                                                          \
    cmocka_unit_test_setup_teardown(test, home_setup_in_list, home_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_HOME(continues_where_it_was),
        AT_HOME(continues_from_the_library),
        AT_HOME(keeps_marks),
        AT_HOME(keeps_what_was_chosen),
        AT_HOME(private_sessions_leave_nothing),
        AT_HOME(says_what_it_cannot_remember),
        AT_HOME(forgets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
