/* Opens and closes the terminal: newterm and endwin, size, modes, clipboard. */
#include "ui/terminal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include "base/file.h"
#include "base/buf.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/number.h"
#include "base/strs.h"
#include "ui/signals.h"

/* A window of 30,000 rows would take curses minutes and gigabytes. */
#define MAX_ROWS 500
#define MAX_COLS 1000

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

/* Mode 2026, synchronized output. */
#define FRAME_BEGIN "\033[?2026h"
#define FRAME_END "\033[?2026l"

static bool size_get(int fd, int *rows, int *cols)
{
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) < 0 || !size.ws_row || !size.ws_col)
        return false;
    *rows = number_min_int(size.ws_row, MAX_ROWS);
    *cols = number_min_int(size.ws_col, MAX_COLS);
    return true;
}

/* curses trusts LINES and COLUMNS more than the terminal. */
static void size_tell(int fd)
{
    int rows, cols;
    char number[16];
    unsetenv("LINES");
    unsetenv("COLUMNS");
    if (!size_get(fd, &rows, &cols))
        return;
    if (rows == MAX_ROWS) {
        snprintf(number, sizeof number, "%d", rows);
        setenv("LINES", number, 1);
    }
    if (cols == MAX_COLS) {
        snprintf(number, sizeof number, "%d", cols);
        setenv("COLUMNS", number, 1);
    }
}

static bool open_input(struct terminal *terminal, struct error *err)
{
    if (isatty(STDIN_FILENO)) {
        terminal->in = stdin;
        return true;
    }
    int fd = open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NOCTTY);
    terminal->in = fd < 0 ? NULL : fdopen(fd, "r");
    terminal->own_in = terminal->in != NULL;
    if (!terminal->in)
        return error_set(err, _("there is no terminal to read keys from"));
    return true;
}

/* Bracketed paste, so that pasted text is not taken for keys. Terminals without
 * it ignore this. */
static void set_paste_marks(struct terminal *terminal, bool on)
{
    if (terminal->is_linux)
        return;
    fputs(on ? PASTE_ON : PASTE_OFF, terminal->out);
    fflush(terminal->out);
}

static void rescue_with(const char *capability)
{
    if (capability)
        signals_rescue_text(capability);
}

static bool begins_with(const char *name, const char *prefix)
{
    return strncmp(name, prefix, strlen(prefix)) == 0;
}

static void set_modes(struct terminal *terminal)
{
    cbreak();
    noecho();
    nonl();
    intrflush(stdscr, FALSE);
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    set_escdelay(50);
    idlok(stdscr, TRUE);
    typeahead(-1); /* draw completely; the loop reads all keys first */
    mouseinterval(0);
    if (terminal->has_frames)
        rescue_with(FRAME_END);
    rescue_with(exit_attribute_mode);
    rescue_with(keypad_local);
    rescue_with("\033[?1000l\033[?1006l");
    rescue_with(PASTE_OFF);
    rescue_with(exit_ca_mode);
    rescue_with(cursor_normal); /* which leaving may have hidden again */
    const char *no_color = getenv("NO_COLOR");
    terminal->colors = false;
    if (has_colors() && !(no_color && *no_color) && start_color() == OK) {
        terminal->colors = true;
        use_default_colors();
    }
}

static bool knows_frames(const char *name)
{
    static const char prefixes[][10] = {"xterm",     "tmux",  "screen", "foot",
                                        "alacritty", "kitty", "wezterm"};
    for (size_t i = 0; i < sizeof(prefixes) / sizeof *prefixes; i++)
        if (begins_with(name, prefixes[i]))
            return true;
    return false;
}

/* A type that works in terminals of a type that this computer has no
 * description of, as often over SSH; NULL if none is known. */
static const char *relative_of(const char *name)
{
    static const struct {
        char prefix[10], relative[16];
    } relatives[] = {
        {"xterm", "xterm-256color"},     {"ghostty", "xterm-256color"},
        {"kitty", "xterm-256color"},     {"foot", "xterm-256color"},
        {"alacritty", "xterm-256color"}, {"wezterm", "xterm-256color"},
        {"contour", "xterm-256color"},   {"rio", "xterm-256color"},
        {"konsole", "xterm-256color"},   {"gnome", "xterm-256color"},
        {"vte", "xterm-256color"},       {"iterm", "xterm-256color"},
        {"mintty", "xterm-256color"},    {"tmux", "screen-256color"},
        {"screen", "screen-256color"},
    };
    for (size_t i = 0; i < sizeof(relatives) / sizeof *relatives; i++)
        if (begins_with(name, relatives[i].prefix))
            return relatives[i].relative;
    return NULL;
}

/* A try with newterm would leak where it fails. */
static bool is_known(const char *name)
{
    int status;
    if (setupterm(name, STDOUT_FILENO, &status) != OK)
        return false;
    del_curterm(cur_term);
    return true;
}

/* The name of a terminal type, or of a relative with 256 colours or fewer, that
 * has a description here. */
static const char *known_type(const char *name)
{
    const char *relative = relative_of(name);
    if (!relative || is_known(name))
        return name;
    if (is_known(relative))
        return relative;
    return relative[0] == 'x' ? "xterm" : "screen";
}

/* Until it has once left the screen and returned, ncurses 6.4 writes after
 * every movement of the cursor. It leaves at once, where nobody sees it. */
static void leave_and_return(int fd)
{
    int screen = fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (screen >= 0 && nowhere >= 0 && dup2(nowhere, fd) == fd) {
        endwin();
        while (dup2(screen, fd) < 0 && (errno == EINTR || errno == EBUSY))
            continue;
        doupdate();
    }
    close(screen);
    close(nowhere);
}

bool terminal_open(struct terminal *terminal, struct error *err)
{
    *terminal = (struct terminal){.out = stdout};
    struct termios saved;
    const char *name = getenv("TERM");
    if (!isatty(STDOUT_FILENO))
        return error_set(err, _("standard output is not a terminal"));
    if (!name || !*name)
        return error_set(err, _("TERM is not set"));
    if (!open_input(terminal, err))
        return false;
    if (tcgetattr(STDOUT_FILENO, &saved) < 0) {
        error_set(err, _("the terminal does not respond: %s"), strerror(errno));
        goto failed;
    }
    size_tell(STDOUT_FILENO);
    if (!signals_open(STDOUT_FILENO, &saved, err))
        goto failed;
    terminal->screen = newterm(known_type(name), terminal->out, terminal->in);
    if (!terminal->screen) {
        error_set(err,
                  _("unknown terminal type %s (try TERM=xterm-256color "
                    "medfaq)"),
                  name);
        goto failed;
    }
    if (!cursor_address || !clear_screen) {
        terminal_close(terminal);
        return error_set(err,
                         _("the terminal type %s cannot show a full "
                           "screen"),
                         name);
    }
    mem_on_exhausted(signals_rescue); /* endwin needs memory */
    terminal->is_linux = strcmp(name, "linux") == 0;
    terminal->has_frames = knows_frames(name);
    leave_and_return(STDOUT_FILENO);
    set_modes(terminal);
    terminal_input_init(terminal);
    set_paste_marks(terminal, true);
    return true;
failed:
    signals_close();
    if (terminal->own_in)
        fclose(terminal->in);
    return false;
}

void terminal_close(struct terminal *terminal)
{
    if (!terminal->screen)
        return;
    mem_on_exhausted(NULL);
    signals_deadline();
    endwin();
    set_paste_marks(terminal, false);
    signals_close();
    terminal_input_finish(terminal);
    delscreen(terminal->screen);
    terminal->screen = NULL;
    if (terminal->own_in)
        fclose(terminal->in);
}

void terminal_leave(struct terminal *terminal)
{
    endwin();
    set_paste_marks(terminal, false);
}

void terminal_return(struct terminal *terminal)
{
    terminal_resize(terminal);
    clearok(curscr, TRUE);
    doupdate();
    set_paste_marks(terminal, true);
}

void terminal_resize(struct terminal *terminal)
{
    int rows, cols;
    if (!size_get(fileno(terminal->out), &rows, &cols))
        return;
    if (rows != LINES || cols != COLS)
        resize_term(rows, cols);
    clearok(curscr, TRUE);
}

/* curses has a buffer of its own, which is empty before a frame and after it,
 * so that what is written here stays in order. */
static void write_mark(const struct terminal *terminal, const char *mark)
{
    if (terminal->has_frames)
        file_write_fd(fileno(terminal->out), mark, strlen(mark));
}

void terminal_begin_frame(struct terminal *terminal)
{
    write_mark(terminal, FRAME_BEGIN);
}

void terminal_end_frame(struct terminal *terminal)
{
    write_mark(terminal, FRAME_END);
}

void terminal_set_mouse(struct terminal *terminal, bool on)
{
    mmask_t events = BUTTON1_PRESSED | BUTTON4_PRESSED;
#ifdef BUTTON5_PRESSED
    events |= BUTTON5_PRESSED;
#endif
    mousemask(on ? events : 0, NULL);
    terminal->mouse = on;
}

/* The most that xterm and others accept in one sequence. */
#define COPY_MAX_BYTES ((size_t)72 * 1024)

static void add_base64(const char *text, size_t n_bytes, struct buf *out)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                 "abcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *bytes = (const unsigned char *)text;
    for (size_t i = 0; i < n_bytes; i += 3) {
        size_t n = n_bytes - i < 3 ? n_bytes - i : 3;
        unsigned three = (unsigned)bytes[i] << 16;
        three |= n > 1 ? (unsigned)bytes[i + 1] << 8 : 0;
        three |= n > 2 ? bytes[i + 2] : 0;
        for (size_t digit = 0; digit < 4; digit++)
            buf_add_char(
                out, digit <= n ? digits[three >> (18 - 6 * digit) & 63] : '=');
    }
}

bool terminal_copy(struct terminal *terminal, const char *text, size_t n_bytes,
                   struct error *err)
{
    if (terminal->is_linux)
        return error_set(err, _("The Linux console has no clipboard"));
    if (n_bytes > COPY_MAX_BYTES)
        return error_set(err, _("Too long for the clipboard"));
    struct buf sequence;
    buf_init(&sequence);
    buf_add(&sequence, "\033]52;c;");
    add_base64(text, n_bytes, &sequence);
    buf_add_char(&sequence, '\a');
    fwrite(sequence.data, 1, sequence.n_bytes, terminal->out);
    fflush(terminal->out);
    buf_finish(&sequence);
    return true;
}
