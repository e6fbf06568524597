/* Runs the real program in a pseudo-terminal, with libvterm at the other
 * end. */
#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>

#include <vterm.h>

struct terminal {
    pid_t shell; /* leads the session, as a shell does */
    pid_t pid;   /* the program */
    int reports; /* from the shell: the program's pid, then its stops */
    int fd;      /* the terminal's end; -1 when hung up */
    int keep;    /* the program's end, kept to read its modes afterwards */
    struct termios before;
    VTerm *vterm;
    VTermScreen *screen;
    bool alternate, cursor_shown, mouse;
    char *raw;
    size_t n_raw_bytes, capacity;
    bool ended;
    int status;
};

static struct terminal current;
static char home[64];

/* ---- the home ---- */

int home_setup(void **state)
{
    (void)state;
    snprintf(home, sizeof home, "/tmp/medfaq-test-XXXXXX");
    if (!mkdtemp(home))
        return -1;
    return 0;
}

static int remove_one(const char *path, const struct stat *info, int type,
                      struct FTW *where)
{
    (void)info, (void)where;
    if (type == FTW_DNR)
        chmod(path, 0700);
    return remove(path);
}

/* Ends what a test started, if it is still running. */
static void end_current(void)
{
    if (current.shell > 0 && !current.ended) {
        kill(current.pid, SIGKILL);
        kill(current.pid, SIGCONT);
        waitpid(current.shell, NULL, 0);
    }
    if (current.vterm)
        vterm_free(current.vterm);
    if (current.fd > 0)
        close(current.fd);
    if (current.keep > 0)
        close(current.keep);
    if (current.reports > 0)
        close(current.reports);
    free(current.raw);
    memset(&current, 0, sizeof current);
}

int home_teardown(void **state)
{
    (void)state;
    end_current();
    return nftw(home, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

const char *home_path(const char *name)
{
    static char path[512];
    snprintf(path, sizeof path, "%s/%s", home, name);
    return path;
}

void home_write(const char *name, const char *text)
{
    char *path = strdup(home_path(name));
    for (char *slash = path + strlen(home) + 1; (slash = strchr(slash, '/'));
         slash++) {
        *slash = '\0';
        mkdir(path, 0700);
        *slash = '/';
    }
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
    free(path);
}

int home_setup_in_list(void **state)
{
    int result = home_setup(state);
    home_write(".config/medfaq/config.yaml", "start: list\n");
    return result;
}

bool file_is_there(const char *path)
{
    return access(path, F_OK) == 0;
}

void wait_briefly(void)
{
    poll(NULL, 0, 10);
}

char *read_whole(const char *path)
{
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("%s: %s", path, strerror(errno));
    char *text = NULL;
    size_t capacity = 0;
    if (getdelim(&text, &capacity, EOF, file) < 0)
        text[0] = '\0';
    fclose(file);
    return text;
}

/* ---- what libvterm reports ---- */

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    struct terminal *terminal = user;
    if (property == VTERM_PROP_ALTSCREEN)
        terminal->alternate = value->boolean;
    else if (property == VTERM_PROP_CURSORVISIBLE)
        terminal->cursor_shown = value->boolean;
    else if (property == VTERM_PROP_MOUSE)
        terminal->mouse = value->number != VTERM_PROP_MOUSE_NONE;
    return 1;
}

static const VTermScreenCallbacks screen_callbacks = {
    .settermprop = on_property,
};

static void keep_raw(struct terminal *terminal, const char *bytes, size_t n)
{
    if (terminal->n_raw_bytes + n + 1 > terminal->capacity) {
        terminal->capacity = 2 * (terminal->n_raw_bytes + n + 1);
        terminal->raw = realloc(terminal->raw, terminal->capacity);
        assert_non_null(terminal->raw);
    }
    memcpy(terminal->raw + terminal->n_raw_bytes, bytes, n);
    terminal->n_raw_bytes += n;
    terminal->raw[terminal->n_raw_bytes] = '\0';
}

/* Receives the terminal's replies. There must be none, since the program asks
 * for nothing. */
static void on_answer(const char *bytes, size_t n_bytes, void *user)
{
    (void)bytes, (void)user;
    if (n_bytes > 0)
        fail_msg("the program asked the terminal a question");
}

/* ---- start ---- */

/* Acts as a shell: starts the program in the foreground, takes over the
 * terminal while it is stopped, and ends as it ends. Without a shell, a program
 * could not be stopped at all. */
static volatile pid_t job;

static void foreground(int number)
{
    (void)number;
    tcsetpgrp(STDERR_FILENO, job);
    kill(job, SIGCONT);
}

static _Noreturn void be_a_shell(pid_t program, int reports)
{
    struct sigaction action = {.sa_handler = foreground,
                               .sa_flags = SA_RESTART};
    job = program;
    sigaction(SIGUSR1, &action, NULL);
    static const int ignored[] = {SIGTTOU, SIGINT, SIGQUIT, SIGTSTP, SIGHUP};
    for (size_t i = 0; i < N_ELEMENTS(ignored); i++)
        signal(ignored[i], SIG_IGN);
    setpgid(program, program);
    tcsetpgrp(STDERR_FILENO, program);
    if (write(reports, &program, sizeof program) < 0)
        _exit(125);
    int status;
    while (waitpid(program, &status, WUNTRACED) == program &&
           WIFSTOPPED(status)) {
        tcsetpgrp(STDERR_FILENO, getpgrp());
        if (write(reports, &program, sizeof program) < 0)
            _exit(125);
    }
    if (WIFEXITED(status))
        _exit(WEXITSTATUS(status));
    signal(WTERMSIG(status), SIG_DFL);
    kill(getpid(), WTERMSIG(status));
    _exit(124);
}

static void start_program(const struct terminal_options *options,
                          const char *const *arguments)
{
    static const char *const kept[] = {"PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS",
                                       "LSAN_OPTIONS", "MEDFAQ_BINARY"};
    const char *values[N_ELEMENTS(kept)];
    for (size_t i = 0; i < N_ELEMENTS(kept); i++) {
        const char *value = getenv(kept[i]);
        values[i] = value ? strdup(value) : NULL;
    }
    char articles[512];
    snprintf(articles, sizeof articles, "%s/screen/library",
             getenv("MEDFAQ_TESTS"));
    clearenv();
    for (size_t i = 0; i < N_ELEMENTS(kept); i++)
        if (values[i])
            setenv(kept[i], values[i], 1);
    setenv("HOME", home, 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("MEDFAQ_PATH", articles, 1);
    const char *term = options->term ? options->term : "xterm-256color";
    if (term[0])
        setenv("TERM", term, 1);
    for (const char *const *env = options->env; env && *env; env++)
        putenv(strdup(*env));
    if (chdir(home) != 0)
        _exit(125);
    if (options->input) {
        int fd = open(options->input, O_RDONLY);
        if (fd < 0 || dup2(fd, STDIN_FILENO) < 0)
            _exit(125);
    }
    const char *argv[16] = {"medfaq"};
    for (size_t i = 0; arguments && arguments[i] && i < 14; i++)
        argv[i + 1] = arguments[i];
    execv(getenv("MEDFAQ_BINARY"), (char *const *)argv);
    _exit(126);
}

/* Waits for a report of the shell. */
static void read_report(struct terminal *terminal)
{
    ssize_t n = read(terminal->reports, &terminal->pid, sizeof terminal->pid);
    assert_int_equal(n, sizeof terminal->pid);
}

void terminal_wait_stopped(struct terminal *terminal)
{
    struct pollfd poll_fd = {.fd = terminal->reports, .events = POLLIN};
    assert_int_equal(poll(&poll_fd, 1, WAIT_SECONDS * 1000), 1);
    read_report(terminal);
}

void terminal_continue(struct terminal *terminal)
{
    kill(terminal->shell, SIGUSR1);
}

struct terminal *terminal_start(const struct terminal_options *options,
                                const char *const *arguments)
{
    static const struct terminal_options usual;
    if (!options)
        options = &usual;
    struct terminal *terminal = &current;
    end_current();
    struct winsize size = {
        .ws_row = (unsigned short)(options->rows ? options->rows : ROWS),
        .ws_col = (unsigned short)(options->columns ? options->columns : 80),
    };
    int fd;
    assert_int_equal(openpty(&fd, &terminal->keep, NULL, NULL, &size), 0);
    terminal->fd = fd;
    fcntl(fd, F_SETFD, FD_CLOEXEC);
    tcgetattr(terminal->keep, &terminal->before);

    terminal->vterm = vterm_new(size.ws_row, size.ws_col);
    vterm_set_utf8(terminal->vterm, 1);
    vterm_output_set_callback(terminal->vterm, on_answer, terminal);
    terminal->screen = vterm_obtain_screen(terminal->vterm);
    vterm_screen_enable_altscreen(terminal->screen, 1);
    vterm_screen_set_callbacks(terminal->screen, &screen_callbacks, terminal);
    vterm_screen_reset(terminal->screen, 1);
    terminal->cursor_shown = true;

    int reports[2];
    assert_int_equal(pipe2(reports, O_CLOEXEC), 0);
    terminal->reports = reports[0];
    terminal->shell = fork();
    assert_true(terminal->shell >= 0);
    if (terminal->shell == 0) {
        close(terminal->fd); /* so that closing the other end hangs up */
        if (login_tty(terminal->keep) != 0)
            _exit(125);
        pid_t program = fork();
        if (program > 0)
            be_a_shell(program, reports[1]);
        /* Becoming the foreground process group would raise SIGTTOU. */
        signal(SIGTTOU, SIG_IGN);
        setpgid(0, 0);
        tcsetpgrp(STDERR_FILENO, getpgrp());
        signal(SIGTTOU, SIG_DFL);
        /* A shell ignores these in processes that it starts in the background.
         */
        signal(SIGINT, SIG_DFL);
        signal(SIGQUIT, SIG_DFL);
        start_program(options, arguments);
    }
    close(reports[1]);
    read_report(terminal);
    return terminal;
}

/* ---- reading ---- */

static double now_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Reads what the program has sent, after waiting for at most so many
 * milliseconds. Returns false if the program's end is closed. */
static bool take_output(struct terminal *terminal, int milliseconds)
{
    if (terminal->fd < 0)
        return false;
    struct pollfd poll_fd = {.fd = terminal->fd, .events = POLLIN};
    if (poll(&poll_fd, 1, milliseconds) <= 0)
        return true;
    char bytes[8192];
    ssize_t n = read(terminal->fd, bytes, sizeof bytes);
    if (n <= 0)
        return errno == EINTR || errno == EAGAIN;
    keep_raw(terminal, bytes, (size_t)n);
    vterm_input_write(terminal->vterm, bytes, (size_t)n);
    return true;
}

static bool has_ended(struct terminal *terminal)
{
    if (!terminal->ended &&
        waitpid(terminal->shell, &terminal->status, WNOHANG) == terminal->shell)
        terminal->ended = true;
    return terminal->ended;
}

char *terminal_row(struct terminal *terminal, int row)
{
    int rows, columns;
    vterm_get_size(terminal->vterm, &rows, &columns);
    VTermRect rect = {.start_row = row,
                      .end_row = row + 1,
                      .start_col = 0,
                      .end_col = columns};
    size_t capacity = (size_t)columns * 32 + 1;
    char *text = malloc(capacity);
    assert_non_null(text);
    size_t n =
        vterm_screen_get_text(terminal->screen, text, capacity - 1, rect);
    while (n > 0 && (text[n - 1] == ' ' || text[n - 1] == '\n'))
        n--;
    text[n] = '\0';
    return text;
}

char *terminal_screen(struct terminal *terminal)
{
    int rows, columns;
    vterm_get_size(terminal->vterm, &rows, &columns);
    char *screen = NULL;
    size_t n_bytes = 0;
    FILE *out = open_memstream(&screen, &n_bytes);
    for (int row = 0; row < rows; row++) {
        char *text = terminal_row(terminal, row);
        fprintf(out, "%s\n", text);
        free(text);
    }
    fclose(out);
    return screen;
}

int terminal_find_row(struct terminal *terminal, const char *text)
{
    int rows, columns, found = -1;
    vterm_get_size(terminal->vterm, &rows, &columns);
    for (int row = 0; row < rows && found < 0; row++) {
        char *line = terminal_row(terminal, row);
        if (strstr(line, text))
            found = row;
        free(line);
    }
    return found;
}

bool terminal_shows(struct terminal *terminal, const char *text)
{
    return terminal_find_row(terminal, text) >= 0;
}

static void print_escaped(FILE *out, const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < 0x20 || *text == 0x7F)
            fprintf(out, "\\x%02X", (unsigned char)*text);
        else
            putc(*text, out);
}

static void fail_with_screen(struct terminal *terminal, const char *what,
                             const char *text)
{
    char *screen = terminal_screen(terminal);
    fputs("waited for ", stderr);
    fprintf(stderr, "%s \"", what);
    print_escaped(stderr, text);
    fprintf(stderr, "\"%s; the screen:\n%s",
            has_ended(terminal) ? " (the program has ended)" : "", screen);
    free(screen);
    fail_msg("did not come: %s \"%s\"", what, text);
}

/* number is a row or a number of bytes. */
typedef bool (*condition)(struct terminal *terminal, const char *text,
                          size_t number);

static void wait_until(struct terminal *terminal, condition is_met,
                       const char *what, const char *text, size_t number)
{
    double end = now_seconds() + WAIT_SECONDS;
    while (!is_met(terminal, text, number)) {
        bool open = take_output(terminal, 50);
        if (!open || has_ended(terminal)) {
            while (terminal->fd >= 0) {
                size_t before = terminal->n_raw_bytes;
                if (!take_output(terminal, 0) ||
                    terminal->n_raw_bytes == before)
                    break;
            }
            if (!is_met(terminal, text, number))
                fail_with_screen(terminal, what, text);
            return;
        }
        if (now_seconds() > end)
            fail_with_screen(terminal, what, text);
    }
}

static bool is_shown(struct terminal *terminal, const char *text, size_t number)
{
    (void)number;
    return terminal_shows(terminal, text);
}

static bool is_gone(struct terminal *terminal, const char *text, size_t number)
{
    (void)number;
    return !terminal_shows(terminal, text);
}

static bool is_in_row(struct terminal *terminal, const char *text,
                      size_t number)
{
    char *line = terminal_row(terminal, (int)number);
    bool found = strstr(line, text);
    free(line);
    return found;
}

static bool has_cursor(struct terminal *terminal, const char *text,
                       size_t number)
{
    (void)number;
    VTermPos at;
    vterm_state_get_cursorpos(vterm_obtain_state(terminal->vterm), &at);
    return is_in_row(terminal, text, (size_t)at.row);
}

static bool was_sent(struct terminal *terminal, const char *bytes,
                     size_t number)
{
    return terminal->n_raw_bytes > number &&
           memmem(terminal->raw + number, terminal->n_raw_bytes - number, bytes,
                  strlen(bytes));
}

static bool was_sent_or_ended(struct terminal *terminal, const char *bytes,
                              size_t number)
{
    return has_ended(terminal) || was_sent(terminal, bytes, number);
}

void terminal_wait(struct terminal *terminal, const char *text)
{
    wait_until(terminal, is_shown, "text", text, 0);
}

void terminal_wait_gone(struct terminal *terminal, const char *text)
{
    wait_until(terminal, is_gone, "absence of", text, 0);
}

void terminal_wait_row(struct terminal *terminal, int row, const char *text)
{
    char what[32];
    snprintf(what, sizeof what, "in row %d", row);
    wait_until(terminal, is_in_row, what, text, (size_t)row);
}

void terminal_wait_cursor_on(struct terminal *terminal, const char *text)
{
    wait_until(terminal, has_cursor, "the cursor on", text, 0);
}

void terminal_wait_raw_after(struct terminal *terminal, size_t n_before,
                             const char *bytes)
{
    wait_until(terminal, was_sent, "bytes", bytes, n_before);
}

bool terminal_wait_raw_or_end(struct terminal *terminal, const char *bytes)
{
    wait_until(terminal, was_sent_or_ended, "bytes", bytes, 0);
    return !terminal->ended;
}

/* Returns the cell where text begins in a row. */
static int find_column(struct terminal *terminal, int row, const char *text)
{
    int rows, columns, column = 0;
    vterm_get_size(terminal->vterm, &rows, &columns);
    for (; column < columns; column++) {
        VTermRect rest = {.start_row = row,
                          .end_row = row + 1,
                          .start_col = column,
                          .end_col = columns};
        char line[4096];
        size_t n = vterm_screen_get_text(terminal->screen, line,
                                         sizeof line - 1, rest);
        line[n] = '\0';
        if (strncmp(line, text, strlen(text)) == 0)
            break;
    }
    return column;
}

struct terminal_style terminal_style_of(struct terminal *terminal,
                                        const char *text)
{
    int row = terminal_find_row(terminal, text);
    if (row < 0)
        fail_with_screen(terminal, "the style of", text);
    int column = find_column(terminal, row, text);
    VTermScreenCell cell;
    vterm_screen_get_cell(terminal->screen,
                          (VTermPos){.row = row, .col = column}, &cell);
    return (struct terminal_style){
        .bold = cell.attrs.bold,
        .reverse = cell.attrs.reverse,
        .underline = cell.attrs.underline,
        .italic = cell.attrs.italic,
        .colored = !VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) ||
                   !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg),
    };
}

static bool is_underlined(struct terminal *terminal, const char *text,
                          size_t number)
{
    (void)number;
    return terminal_shows(terminal, text) &&
           terminal_style_of(terminal, text).underline;
}

void terminal_wait_underlined(struct terminal *terminal, const char *text)
{
    wait_until(terminal, is_underlined, "underlined text", text, 0);
}

/* ---- sending ---- */

void terminal_send(struct terminal *terminal, const char *keys)
{
    size_t n = strlen(keys);
    fcntl(terminal->fd, F_SETFL, O_NONBLOCK);
    while (n > 0) {
        struct pollfd poll_fd = {.fd = terminal->fd,
                                 .events = POLLIN | POLLOUT};
        poll(&poll_fd, 1, WAIT_SECONDS * 1000);
        if (poll_fd.revents & POLLIN)
            take_output(terminal, 0);
        ssize_t sent = write(terminal->fd, keys, n);
        if (sent < 0 && errno != EAGAIN)
            fail_msg("cannot send keys: %s", strerror(errno));
        if (sent < 0 && !poll_fd.revents)
            fail_msg("the program does not read its keys");
        if (sent > 0) {
            keys += sent;
            n -= (size_t)sent;
        }
    }
    fcntl(terminal->fd, F_SETFL, 0);
}

void terminal_click(struct terminal *terminal, int row, const char *text)
{
    char report[64];
    terminal_wait_row(terminal, row, text);
    int column = find_column(terminal, row, text) + 1;
    snprintf(report, sizeof report, "\033[<0;%d;%dM\033[<0;%d;%dm", column,
             row + 1, column, row + 1);
    terminal_send(terminal, report);
}

void terminal_resize(struct terminal *terminal, int rows, int columns)
{
    struct winsize size = {.ws_row = (unsigned short)rows,
                           .ws_col = (unsigned short)columns};
    vterm_set_size(terminal->vterm, rows, columns);
    assert_int_equal(ioctl(terminal->fd, TIOCSWINSZ, &size), 0);
}

pid_t terminal_pid(const struct terminal *terminal)
{
    return terminal->pid;
}

const char *terminal_raw(const struct terminal *terminal, size_t *n_bytes)
{
    if (n_bytes)
        *n_bytes = terminal->n_raw_bytes;
    return terminal->raw ? terminal->raw : "";
}

/* ---- a terminal that nobody reads ---- */

/* Returns the number of the system call that a process is in; -1 if unknown. */
static long system_call(pid_t pid)
{
    char path[64];
    long number = -1;
    snprintf(path, sizeof path, "/proc/%ld/syscall", (long)pid);
    FILE *file = fopen(path, "r");
    if (!file)
        return -1;
    if (fscanf(file, "%ld", &number) != 1)
        number = -1;
    fclose(file);
    return number;
}

bool terminal_stall(struct terminal *terminal, char key)
{
    double end = now_seconds() + WAIT_SECONDS;
    for (int n_seen = 0; n_seen < 10; wait_briefly()) {
        if (n_seen == 0 && write(terminal->fd, &key, 1) < 0)
            fail_msg("cannot send keys: %s", strerror(errno));
        n_seen = system_call(terminal->pid) == SYS_write ? n_seen + 1 : 0;
        if (now_seconds() > end)
            return false;
    }
    return true;
}

void terminal_wait_idle(struct terminal *terminal)
{
    double end = now_seconds() + WAIT_SECONDS;
    long before = -1, now;
    for (int n_seen = 0; n_seen < 10 && now_seconds() < end; wait_briefly()) {
        take_output(terminal, 0);
        now = system_call(terminal->pid);
        if (now < 0)
            return;
        n_seen = now == before ? n_seen + 1 : 0;
        before = now;
    }
}

bool terminal_ends_stalled(struct terminal *terminal, double seconds)
{
    double end = now_seconds() + seconds;
    while (!has_ended(terminal) && now_seconds() < end)
        wait_briefly();
    return has_ended(terminal);
}

/* ---- the end ---- */

void terminal_hang_up(struct terminal *terminal)
{
    close(terminal->keep);
    terminal->keep = -1;
    close(terminal->fd);
    terminal->fd = -1;
}

int terminal_wait_exit(struct terminal *terminal)
{
    double end = now_seconds() + WAIT_SECONDS;
    while (!has_ended(terminal)) {
        if (!take_output(terminal, 20) || terminal->fd < 0)
            poll(NULL, 0, 20);
        if (now_seconds() > end)
            fail_with_screen(terminal, "the end of", "the program");
    }
    for (size_t before = SIZE_MAX;
         terminal->fd >= 0 && before != terminal->n_raw_bytes;) {
        before = terminal->n_raw_bytes;
        take_output(terminal, 0);
    }
    return terminal->status;
}

/* A terminal that waits for the end of a frame shows nothing. */
static void assert_frames_ended(struct terminal *terminal)
{
    bool open = false;
    for (const char *at = terminal_raw(terminal, NULL);
         (at = strstr(at, "\033[?2026")); at++)
        if (at[7] == 'h' || at[7] == 'l')
            open = at[7] == 'h';
    assert_false(open);
}

void terminal_assert_restored(struct terminal *terminal)
{
    assert_frames_ended(terminal);
    assert_false(terminal->alternate);
    assert_true(terminal->cursor_shown);
    assert_false(terminal->mouse);
    struct termios after;
    tcgetattr(terminal->keep, &after);
    assert_int_equal(after.c_lflag, terminal->before.c_lflag);
    assert_int_equal(after.c_iflag, terminal->before.c_iflag);
    assert_int_equal(after.c_oflag, terminal->before.c_oflag);
}

void terminal_assert_clean_exit(struct terminal *terminal)
{
    int status = terminal_wait_exit(terminal);
    if (status != 0)
        fail_with_screen(terminal, "a good end (status 0)", "");
    terminal_assert_restored(terminal);
}
