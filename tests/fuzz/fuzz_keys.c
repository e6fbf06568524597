/* The reader at a screen that nobody sees: any keys, pasted text, mouse reports
 * and sizes of the window. It draws nothing that a terminal would obey, and
 * leaves when its input ends.
 *
 * Input: rows, columns, how it is started, then bytes as a terminal sends them.
 * Bytes up to an FF come at once, and then it is waited until the reader waits;
 * after ^L, which asks for the size, the window has another one.
 *
 * It is linked with --wrap for what would leave the fuzz target: fork, as if
 * the system refused it, and writing of files; for poll, which tells that the
 * reader waits; and for wrefresh, to look at each screen. */
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/safe.h"
#include "base/utf8.h"
#include "files.h"
#include "index/index.h"
#include "ui/app.h"

#define REST 0xFF

static const uint8_t *input, *input_end;
static int keys[2] = {-1, -1}; /* a pipe */
static FILE *keys_file, *nowhere;
static int rows, cols;

int __real_poll(struct pollfd *fds, nfds_t n, int milliseconds);
int __wrap_poll(struct pollfd *fds, nfds_t n, int milliseconds);
pid_t __wrap_fork(void);
int __real_wrefresh(WINDOW *screen);
int __wrap_wrefresh(WINDOW *screen);
bool __wrap_file_write(const char *path, const char *data, size_t n_bytes,
                       struct error *err);
bool __wrap_file_write_new(const char *path, const char *data, size_t n_bytes,
                           struct error *err);

/* ---- what is wrapped ---- */

static void send_keys(void)
{
    const uint8_t *rest = memchr(input, REST, (size_t)(input_end - input));
    if (!rest)
        rest = input_end;
    ssize_t n = write(keys[1], input, (size_t)(rest - input));
    input = n < 0 || input + n == input_end ? input_end : input + n;
    if (input < input_end && *input == REST)
        input++;
}

/* What threads report comes before the next keys. */
int __wrap_poll(struct pollfd *fds, nfds_t n, int milliseconds)
{
    bool waits = milliseconds < 0 && fds[0].fd == keys[0];
    int n_ready = __real_poll(fds, n, waits ? 2 : milliseconds);
    while (waits && n_ready == 0) {
        if (input < input_end) {
            send_keys();
        } else if (keys[1] >= 0) {
            close(keys[1]);
            keys[1] = -1;
        }
        n_ready = __real_poll(fds, n, 0);
    }
    return n_ready;
}

pid_t __wrap_fork(void)
{
    errno = EAGAIN;
    return -1;
}

bool __wrap_file_write(const char *path, const char *data, size_t n_bytes,
                       struct error *err)
{
    (void)path;
    (void)data;
    (void)n_bytes;
    (void)err;
    return true;
}

bool __wrap_file_write_new(const char *path, const char *data, size_t n_bytes,
                           struct error *err)
{
    return __wrap_file_write(path, data, n_bytes, err);
}

/* Nothing here needs to outlive a power cut. */
int fsync(int fd)
{
    return fd < 0 ? -1 : 0;
}

int fdatasync(int fd)
{
    return fsync(fd);
}

/* ---- the terminal, in place of ui/terminal.c ---- */

bool terminal_open(struct terminal *terminal, struct error *err)
{
    (void)err;
    *terminal = (struct terminal){.in = keys_file, .out = nowhere};
    terminal->screen = newterm("xterm-256color", nowhere, keys_file);
    REQUIRE(terminal->screen);
    resize_term(rows, cols);
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    set_escdelay(0);
    typeahead(-1);
    mouseinterval(0);
    terminal->colors = start_color() == OK && use_default_colors() == OK;
    terminal_input_init(terminal);
    return true;
}

void terminal_begin_frame(struct terminal *terminal)
{
    (void)terminal;
}

void terminal_end_frame(struct terminal *terminal)
{
    (void)terminal;
}

void terminal_close(struct terminal *terminal)
{
    endwin();
    terminal_input_finish(terminal);
    delscreen(terminal->screen);
    terminal->screen = NULL;
}

void terminal_leave(struct terminal *terminal)
{
    (void)terminal;
}

void terminal_return(struct terminal *terminal)
{
    terminal_resize(terminal);
}

void terminal_resize(struct terminal *terminal)
{
    (void)terminal;
    int was = rows;
    rows = cols / 2 % 60 + 1;
    cols = was * 3 % 200 + 1;
    resize_term(rows, cols);
    clearok(curscr, TRUE);
}

void terminal_set_mouse(struct terminal *terminal, bool on)
{
    mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED : 0, NULL);
    terminal->mouse = on;
}

static void require_safe_row(int row)
{
    struct buf text;
    buf_init(&text);
    for (int col = 0; col < COLS; col++) {
        cchar_t cell;
        wchar_t points[CCHARW_MAX + 1] = {0};
        attr_t attributes;
        short pair;
        char bytes[5];
        REQUIRE(mvin_wch(row, col, &cell) == OK);
        if (getcchar(&cell, points, &attributes, &pair, NULL) != OK)
            continue;
        for (int i = 0; points[i]; i++)
            buf_add_n(&text, bytes, utf8_encode((uint32_t)points[i], bytes));
    }
    REQUIRE(safe_prefix(text.data, text.n_bytes, NULL) == text.n_bytes);
    buf_finish(&text);
}

/* What curses shows next is safe. */
int __wrap_wrefresh(WINDOW *screen)
{
    int row, col;
    getyx(stdscr, row, col);
    for (int i = 0; i < LINES; i++)
        require_safe_row(i);
    move(row, col);
    return __real_wrefresh(screen);
}

bool terminal_copy(struct terminal *terminal, const char *text, size_t n_bytes,
                   struct error *err)
{
    (void)terminal;
    (void)err;
    REQUIRE(utf8_valid_prefix(text, n_bytes) == n_bytes);
    return true;
}

/* ---- the reader ---- */

static const char *library;
static char *article, *state;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    struct error err = {0};
    struct index_progress progress;
    files_make_home();
    setlocale(LC_ALL, "C.UTF-8");
    REQUIRE(getenv("MEDFAQ_TESTS"));
    library = file_join(getenv("MEDFAQ_TESTS"), "screen/library");
    article = file_join(library, "alpha.md");
    state = file_join(files_home, ".local/state/medfaq/state.db");
    struct index *index = index_open(&library, 1, &err);
    REQUIRE(index && index_update(index, NULL, &progress, &err));
    index_close(index);
    nowhere = fopen("/dev/null", "w");
    REQUIRE(nowhere);
    return 0;
}

static void open_keys(void)
{
    REQUIRE(pipe2(keys, O_CLOEXEC | O_NONBLOCK) == 0);
    keys_file = fdopen(keys[0], "r");
    REQUIRE(keys_file);
}

static void close_keys(void)
{
    fclose(keys_file);
    if (keys[1] >= 0)
        close(keys[1]);
    keys[0] = keys[1] = -1;
}

static void run(unsigned how)
{
    static const char content[] =
        "# From a pipe\n\n## Uses\n\n[a](https://a.example/) `code` \033[31m\n";
    struct error err = {0};
    struct ui_options options = {
        .folders = &library,
        .n_folders = 1,
        .is_private = how & 4,
        .linear = how & 8,
        .kind = how & 16 ? KIND_RISKS : KIND_NONE,
    };
    switch (how & 3) {
    case 1: options.path = article; break;
    case 2: options.query = "risks of gamma"; break;
    case 3:
        options.content = content;
        options.n_content_bytes = sizeof content - 1;
        break;
    }
    REQUIRE(ui_run(&options, &err) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    if (n_bytes < 3)
        return 0;
    unlink(state);
    rows = data[0] % 60 + 1;
    cols = data[1] % 200 + 1;
    input = data + 3;
    input_end = data + n_bytes;
    open_keys();
    run(data[2]);
    close_keys();
    return 0;
}
