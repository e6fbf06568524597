/* The real program in a pseudo-terminal whose other end is libvterm.
 *
 * Tests send keys and wait for text; they never sleep. What does not come
 * within WAIT_SECONDS fails the test, with the screen as it is. */
#ifndef MEDFAQ_TESTS_TERMINAL_H
#define MEDFAQ_TESTS_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "../unit/unit.h"

#define WAIT_SECONDS 30

/* A screen whose text has 22 rows: above them stand the title and its rule,
 * below a blank row and the status line. */
#define ROWS 26
#define TEXT_ROW 2
#define STATUS_ROW 25

/* Keys as xterm sends them to a program that has switched the keypad on. */
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
    int rows, columns;      /* 0: ROWS x 80 */
    const char *term;       /* NULL: xterm-256color; "": unset */
    const char *const *env; /* more "NAME=VALUE", ends in NULL; may be NULL */
    const char *input;      /* a file for standard input; NULL: the terminal */
};

/* cmocka's setup and teardown: an empty home of its own for each test, and an
 * end of the program if a failed test left it. */
int home_setup(void **state);
int home_teardown(void **state);
/* The same home with "start: list": letters are keys of the list at once. */
int home_setup_in_list(void **state);

/* Path of a file in the home; static, valid until the next call. */
const char *home_path(const char *name);
/* Writes a file there, with the folders that it needs. */
void home_write(const char *name, const char *text);
bool file_is_there(const char *path);
/* For a condition that no terminal tells of: a hundredth of a second. */
void wait_briefly(void);
/* A file's content as a string; the caller frees. Fails the test without. */
char *read_whole(const char *path);

/* Starts medfaq with these arguments (without argv[0]; ends in NULL) in the
 * home. MEDFAQ_PATH is tests/screen/library unless env says otherwise. What was
 * started before is ended. */
struct terminal *terminal_start(const struct terminal_options *options,
                                const char *const *arguments);

void terminal_send(struct terminal *terminal, const char *keys);
/* Presses and lets go the mouse's button where text begins in a row; fails the
 * test without it. */
void terminal_click(struct terminal *terminal, int row, const char *text);

/* Wait until text is on the screen, is no longer, or stands in a row. Blanks
 * at the ends of rows do not count. */
void terminal_wait(struct terminal *terminal, const char *text);
void terminal_wait_gone(struct terminal *terminal, const char *text);
void terminal_wait_row(struct terminal *terminal, int row, const char *text);
/* Waits until some row holds text and the cursor is in that row. */
void terminal_wait_cursor_on(struct terminal *terminal, const char *text);
/* Waits until the program has sent these bytes (an OSC, say), after the first
 * n_before that it sent. */
void terminal_wait_raw_after(struct terminal *terminal, size_t n_before,
                             const char *bytes);
/* Waits until it has sent these bytes, or has ended: false. */
bool terminal_wait_raw_or_end(struct terminal *terminal, const char *bytes);

/* Is text on the screen now? For what must be absent, wait for something else
 * first. */
bool terminal_shows(struct terminal *terminal, const char *text);
/* A row's text without blanks at the end; the caller frees. */
char *terminal_row(struct terminal *terminal, int row);
/* The screen, its rows ended by newlines; the caller frees. */
char *terminal_screen(struct terminal *terminal);
/* First row that holds text; -1 if none does. */
int terminal_find_row(struct terminal *terminal, const char *text);
/* Is the cell where text begins drawn in reverse, bold, or with a colour? */
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
/* Lets it go on in the foreground, as "fg" does. */
void terminal_continue(struct terminal *terminal);
pid_t terminal_pid(const struct terminal *terminal);

/* All that the program has sent; ends in NUL. Borrowed. */
const char *terminal_raw(const struct terminal *terminal, size_t *n_bytes);

/* Sends a key that draws, again and again, and reads nothing, until the program
 * waits for room in the terminal. False where this system does not tell. */
bool terminal_stall(struct terminal *terminal, char key);
/* Waits until the program waits for something itself, whatever was sent to it;
 * where this system does not tell, not at all. */
void terminal_wait_idle(struct terminal *terminal);
/* Did the program end within so many seconds, with nobody reading what it
 * writes? */
bool terminal_ends_stalled(struct terminal *terminal, double seconds);

/* Closes the terminal's end, as when its window is closed. */
void terminal_hang_up(struct terminal *terminal);

/* Waits for the program's end; its wait(2) status. The screen stays. */
int terminal_wait_exit(struct terminal *terminal);
/* Waits for the end, and asserts status 0 and a terminal that is as before:
 * no alternate screen, cursor shown, no mouse reports, cooked mode. */
void terminal_assert_clean_exit(struct terminal *terminal);
/* The same without a word on the status. */
void terminal_assert_restored(struct terminal *terminal);

#endif
