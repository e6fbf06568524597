/* newterm and endwin, size, events. */
#include "ui/terminal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/strs.h"
#include "ui/signals.h"

/* A window of 30,000 rows would take curses minutes and gigabytes. */
#define MAX_ROWS 500
#define MAX_COLS 1000

static int at_most(int n, int limit)
{
    return n < limit ? n : limit;
}

static bool size_get(int fd, int *rows, int *cols)
{
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) < 0 || !size.ws_row || !size.ws_col)
        return false;
    *rows = at_most(size.ws_row, MAX_ROWS);
    *cols = at_most(size.ws_col, MAX_COLS);
    return true;
}

/* curses believes LINES and COLUMNS more than the terminal. */
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
        return error_set(err, "no terminal to read keys from");
    return true;
}

static void rescue_with(const char *capability)
{
    if (capability)
        signals_rescue_text(capability);
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
    typeahead(-1); /* draw to the end; the loop reads all keys first */
    mouseinterval(0);
    rescue_with(exit_attribute_mode);
    rescue_with(keypad_local);
    rescue_with(cursor_normal);
    rescue_with("\033[?1000l\033[?1006l");
    rescue_with(exit_ca_mode);
    const char *no_color = getenv("NO_COLOR");
    terminal->colors = false;
    if (has_colors() && !(no_color && *no_color) && start_color() == OK) {
        terminal->colors = true;
        use_default_colors();
    }
}

static void restore(void)
{
    endwin();
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
        return error_set(err, "standard output is not a terminal");
    if (!name || !*name)
        return error_set(err, "TERM is not set");
    if (!open_input(terminal, err))
        return false;
    if (tcgetattr(STDOUT_FILENO, &saved) < 0) {
        error_set(err, "the terminal does not answer: %s", strerror(errno));
        goto failed;
    }
    size_tell(STDOUT_FILENO);
    if (!signals_open(STDOUT_FILENO, &saved, err))
        goto failed;
    terminal->screen = newterm(NULL, terminal->out, terminal->in);
    if (!terminal->screen) {
        error_set(err, "the terminal type %s is not known here", name);
        goto failed;
    }
    if (!cursor_address || !clear_screen) {
        terminal_close(terminal);
        return error_set(err, "the terminal type %s cannot show a screen",
                         name);
    }
    mem_on_exhausted(restore);
    terminal->is_linux = strcmp(name, "linux") == 0;
    leave_and_return(STDOUT_FILENO);
    set_modes(terminal);
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
    fflush(terminal->out);
    signals_close();
    delscreen(terminal->screen);
    terminal->screen = NULL;
    if (terminal->own_in)
        fclose(terminal->in);
}

void terminal_leave(struct terminal *terminal)
{
    endwin();
    fflush(terminal->out);
}

void terminal_return(struct terminal *terminal)
{
    terminal_resize(terminal);
    clearok(curscr, TRUE);
    doupdate();
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

void terminal_set_mouse(struct terminal *terminal, bool on)
{
    mmask_t events = BUTTON1_PRESSED | BUTTON4_PRESSED;
#ifdef BUTTON5_PRESSED
    events |= BUTTON5_PRESSED;
#endif
    mousemask(on ? events : 0, NULL);
    terminal->mouse = on;
}

static bool read_pointer(struct event *event)
{
    MEVENT mouse;
    if (getmouse(&mouse) != OK)
        return false;
    event->row = mouse.y;
    event->col = mouse.x;
    if (mouse.bstate & BUTTON1_PRESSED)
        event->pointer = POINTER_CLICK;
    else if (mouse.bstate & BUTTON4_PRESSED)
        event->pointer = POINTER_WHEEL_UP;
#ifdef BUTTON5_PRESSED
    else if (mouse.bstate & BUTTON5_PRESSED)
        event->pointer = POINTER_WHEEL_DOWN;
#endif
    return event->pointer != POINTER_NONE;
}

static uint32_t plain_key(wint_t key)
{
    if (key == '\r')
        return '\n';
    if (key == 0x7f || key == '\b')
        return KEY_SPECIAL | KEY_BACKSPACE;
    return key;
}

static uint32_t special_key(wint_t key)
{
    if (key == KEY_ENTER)
        return '\n';
    return KEY_SPECIAL | key;
}

bool terminal_read(struct terminal *terminal, struct event *event)
{
    wint_t key;
    (void)terminal;
    for (;;) {
        *event = (struct event){0};
        int type = get_wch(&key);
        if (type == ERR)
            return false;
        if (type == OK)
            event->key = plain_key(key);
        else if (key == KEY_MOUSE && !read_pointer(event))
            continue;
        else if (key == KEY_RESIZE)
            continue;
        else
            event->key = special_key(key);
        return true;
    }
}

int terminal_fd(const struct terminal *terminal)
{
    return fileno(terminal->in);
}

bool terminal_is_gone(const struct terminal *terminal, short revents)
{
    int n_bytes = 0;
    if (revents & (POLLHUP | POLLERR | POLLNVAL))
        return true;
    return ioctl(fileno(terminal->in), FIONREAD, &n_bytes) < 0 || n_bytes == 0;
}
