/* Runs the real program in a pseudo-terminal, with libvterm at the other end.
 *
 * Tests send keys and wait for text; they never sleep. If what they wait for
 * does not appear within WAIT_SECONDS, the test fails and prints the screen. */
#ifndef MEDFAQ_TESTS_TERMINAL_H
#define MEDFAQ_TESTS_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "../unit/unit.h"

#define WAIT_SECONDS 30

/* The default screen has 22 rows of text, below the title and its rule, and
 * above a blank row and the status line. */
#define ROWS 26
#define TEXT_ROW 2
#define STATUS_ROW 25

/* Keys as xterm sends them in application keypad mode. */
#define KEY_SEND_UP "\033OA"
#define KEY_SEND_DOWN "\033OB"
#define KEY_SEND_RIGHT "\033OC"
#define KEY_SEND_LEFT "\033OD"
#define KEY_SEND_HOME "\033OH"
#define KEY_SEND_END "\033OF"
#define KEY_SEND_PAGE_UP "\033[5~"
#define KEY_SEND_PAGE_DOWN "\033[6~"
#define KEY_SEND_F1 "\033OP"
#define KEY_SEND_DELETE "\033[3~"
#define KEY_SEND_BACK_TAB "\033[Z"
#define KEY_SEND_BACKSPACE "\177"
#define KEY_SEND_ESCAPE "\033"
#define KEY_SEND_ENTER "\r"

struct terminal;

struct terminal_options {
    int rows, columns; /* 0 for ROWS and 80 */
    const char *term;  /* NULL: xterm-256color; "": unset */
    /* Additional "NAME=VALUE", ended by NULL; or NULL. */
    const char *const *env;
    const char *input; /* file for standard input; NULL: the terminal */
};

/* Setup and teardown for cmocka: each test gets an empty home folder of its
 * own, and a program that a failed test leaves running is ended. */
int home_setup(void **state);
int home_teardown(void **state);
/* Like home_setup, with the setting "start: list", so that letters are keys of
 * the list from the start. */
int home_setup_in_list(void **state);

/* Returns the path of a file in the home; static, valid until the next call. */
const char *home_path(const char *name);
/* Writes a file in the home, creating the folders that it needs. */
void home_write(const char *name, const char *text);
bool file_is_there(const char *path);
/* Waits a hundredth of a second, for polling a condition that the terminal does
 * not show. */
void wait_briefly(void);
/* Returns the content of a file, which the caller frees. Fails the test if it
 * cannot be read. */
char *read_whole(const char *path);

/* Starts medfaq in the home with these arguments (without argv[0]; ended by
 * NULL). MEDFAQ_PATH is tests/screen/library unless env says otherwise. Ends
 * what was started before. */
struct terminal *terminal_start(const struct terminal_options *options,
                                const char *const *arguments);

void terminal_send(struct terminal *terminal, const char *keys);
/* Clicks where text begins in a row. Fails the test if it is not there. */
void terminal_click(struct terminal *terminal, int row, const char *text);

/* Wait until text is on the screen, is gone, or is in a row. Blanks at the ends
 * of rows are ignored. */
void terminal_wait(struct terminal *terminal, const char *text);
void terminal_wait_gone(struct terminal *terminal, const char *text);
void terminal_wait_row(struct terminal *terminal, int row, const char *text);
/* Waits until the cursor is in a row that contains text. */
void terminal_wait_cursor_on(struct terminal *terminal, const char *text);
/* Waits until the program has sent these bytes, such as an OSC sequence, after
 * the first n_before that it sent. */
void terminal_wait_raw_after(struct terminal *terminal, size_t n_before,
                             const char *bytes);
/* Waits until the program has sent these bytes; returns false if it ends
 * first. */
bool terminal_wait_raw_or_end(struct terminal *terminal, const char *bytes);

/* Tells whether text is on the screen now. To check that it is absent, wait for
 * something else first. */
bool terminal_shows(struct terminal *terminal, const char *text);
/* Returns a row's text without trailing blanks; the caller frees it. */
char *terminal_row(struct terminal *terminal, int row);
/* Returns the screen, with a newline after each row; the caller frees it. */
char *terminal_screen(struct terminal *terminal);
/* Returns the first row that contains text, or -1. */
int terminal_find_row(struct terminal *terminal, const char *text);
/* Returns how the cell is drawn in which text begins. */
struct terminal_style {
    bool bold, reverse, underline, italic, colored;
};
struct terminal_style terminal_style_of(struct terminal *terminal,
                                        const char *text);
/* Waits until the cell where text begins is underlined. */
void terminal_wait_underlined(struct terminal *terminal, const char *text);

void terminal_resize(struct terminal *terminal, int rows, int columns);
/* Waits until a signal has stopped the program. */
void terminal_wait_stopped(struct terminal *terminal);
/* Continues it in the foreground, as "fg" does. */
void terminal_continue(struct terminal *terminal);
pid_t terminal_pid(const struct terminal *terminal);

/* Returns all that the program has sent, NUL-terminated. Borrowed. */
const char *terminal_raw(const struct terminal *terminal, size_t *n_bytes);

/* Sends a key that draws repeatedly, without reading, until the program blocks
 * because the terminal is full. Returns false if this system cannot tell. */
bool terminal_stall(struct terminal *terminal, char key);
/* Waits until the program is itself waiting for something. Returns at once if
 * this system cannot tell. */
void terminal_wait_idle(struct terminal *terminal);
/* Tells whether the program ends within so many seconds while nobody reads what
 * it writes. */
bool terminal_ends_stalled(struct terminal *terminal, double seconds);

/* Hangs up the terminal, as when its window is closed. */
void terminal_hang_up(struct terminal *terminal);

/* Waits until the program ends and returns its wait(2) status. The screen can
 * still be read. */
int terminal_wait_exit(struct terminal *terminal);
/* Waits until the program ends, and asserts status 0 and that the terminal is
 * restored: no alternate screen, cursor shown, no mouse reports, cooked
 * mode. */
void terminal_assert_clean_exit(struct terminal *terminal);
/* Like terminal_assert_clean_exit, for any status. */
void terminal_assert_restored(struct terminal *terminal);

#endif
