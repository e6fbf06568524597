/* Signals, odd terminals, sizes and files: the reader continues, or ends with
 * the terminal restored. */
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "terminal.h"

static const char *const alpha[] = {"alpha", NULL};

static struct terminal *open_alpha(void)
{
    struct terminal *terminal = terminal_start(NULL, alpha);
    terminal_wait(terminal, "Alpha overview");
    return terminal;
}

/* ---- the end ---- */

static void a_signal_restores_the_terminal(void **state)
{
    int number = *(const int *)*state;
    struct terminal *terminal = open_alpha();
    kill(terminal_pid(terminal), number);
    int status = terminal_wait_exit(terminal);
    terminal_assert_restored(terminal);
    /* ended by the signal, or with a status of its own */
    assert_true(WIFSIGNALED(status) ? WTERMSIG(status) == number
                                    : WIFEXITED(status));
}

/* Signals that end a program that does not handle them: sent, or caused by a
 * fault; 0 stands for the first real-time signal. */
static const int deadly[] = {SIGUSR1, SIGUSR2, SIGABRT,   SIGSEGV, SIGBUS,
                             SIGFPE,  SIGILL,  SIGTRAP,   SIGSYS,  SIGXCPU,
                             SIGPROF, SIGIO,   SIGVTALRM, 0};

static void restores_the_terminal_whatever_ends_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(deadly); i++) {
        struct terminal *terminal = open_alpha();
        int number = deadly[i] ? deadly[i] : SIGRTMIN;
        kill(terminal_pid(terminal), number);
        int status = terminal_wait_exit(terminal);
        terminal_assert_restored(terminal);
        /* a sanitizer turns some of them into a report and a status */
        assert_true(WIFSIGNALED(status) ? WTERMSIG(status) == number
                                        : WIFEXITED(status) && status != 0);
    }
}

/* What the kernel sends to a program in the background, sent by hand. */
static void is_stopped_by_any_stop(void **state)
{
    (void)state;
    static const int stops[] = {SIGTTIN, SIGTTOU};
    for (size_t i = 0; i < N_ELEMENTS(stops); i++) {
        struct terminal *terminal = open_alpha();
        size_t n_before;
        terminal_raw(terminal, &n_before);
        kill(terminal_pid(terminal), stops[i]);
        terminal_wait_stopped(terminal);
        terminal_wait_raw_after(terminal, n_before, "\033[?1049l");
        terminal_assert_restored(terminal);
        terminal_continue(terminal);
        terminal_wait(terminal, "Alpha overview");
        terminal_send(terminal, "Q");
        terminal_assert_clean_exit(terminal);
    }
}

/* The index does not fit, so it is kept in memory. */
static void goes_on_under_a_limit_of_file_sizes(void **state)
{
    (void)state;
    struct rlimit before, limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    limit = before;
    limit.rlim_cur = 5000;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    struct terminal *terminal = terminal_start(NULL, NULL);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    terminal_wait(terminal, "Cannot save the index");
    terminal_wait(terminal, "Alpha");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}
/* C leaves from an input, a box or the library, whatever has the focus. */

static void leaves_from_everywhere(void **state)
{
    (void)state;
    static const struct {
        const char *keys, *shows;
    } cases[] = {
        {"/alp", "Find: alp"},
        {"?", "Move down one line"},
        {"Sfever", "Find: fever"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct terminal *terminal = open_alpha();
        terminal_send(terminal, cases[i].keys);
        terminal_wait(terminal, cases[i].shows);
        terminal_send(terminal, "\003");
        int status = terminal_wait_exit(terminal);
        terminal_assert_restored(terminal);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 128 + SIGINT);
    }
}

static void leaves_when_the_terminal_is_closed(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    terminal_hang_up(terminal);
    int status = terminal_wait_exit(terminal);
    assert_true(WIFSIGNALED(status) || WIFEXITED(status));
}

/* The program blocks in write(), where it would not see a flag. */
static void leaves_a_terminal_that_nobody_reads(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    if (!terminal_stall(terminal, '\014')) {
        print_message("SKIPPED: cannot see whether the program is stalled\n");
        return;
    }
    kill(terminal_pid(terminal), SIGTERM);
    assert_true(terminal_ends_stalled(terminal, 2));
}

static void stops_and_goes_on(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    terminal_send(terminal, "]]");
    terminal_wait_row(terminal, TEXT_ROW, "What is alpha used for?");
    size_t n_before;
    terminal_raw(terminal, &n_before);
    kill(terminal_pid(terminal), SIGTSTP);
    terminal_wait_stopped(terminal);
    terminal_wait_raw_after(terminal, n_before, "\033[?1049l");
    terminal_assert_restored(terminal);
    terminal_raw(terminal, &n_before);
    terminal_continue(terminal);
    terminal_wait_raw_after(terminal, n_before, "\033[?1049h");
    terminal_wait_raw_after(terminal, n_before, "\033[?2004h");
    terminal_wait_row(terminal, TEXT_ROW, "What is alpha used for?");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

/* ---- sizes ---- */

static void keeps_the_place_when_resized(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    terminal_send(terminal, "9");
    terminal_wait_row(terminal, TEXT_ROW, "side effects of alpha?");
    static const int sizes[][2] = {{15, 40}, {50, 200}, {5, 20}, {24, 80}};
    for (size_t i = 0; i < N_ELEMENTS(sizes); i++) {
        terminal_resize(terminal, sizes[i][0], sizes[i][1]);
        int rows = sizes[i][0];
        terminal_wait_row(terminal,
                          rows < 8    ? 0
                          : rows < 10 ? 1
                                      : TEXT_ROW,
                          "What are the");
        terminal_wait_row(terminal, sizes[i][0] - 1, "9/15");
    }
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void survives_any_size(void **state)
{
    (void)state;
    static const int sizes[][2] = {{1, 1},   {1, 80}, {80, 1},    {2, 2},
                                   {5, 20},  {3, 10}, {200, 500}, {4, 300},
                                   {100, 2}, {24, 80}};
    struct terminal *terminal = open_alpha();
    for (size_t i = 0; i < N_ELEMENTS(sizes); i++) {
        terminal_resize(terminal, sizes[i][0], sizes[i][1]);
        terminal_send(terminal, " b]t\033");
        terminal_send(terminal, "s\033?\033/a\033");
    }
    terminal_send(terminal, "g");
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void works_from_20_by_5_up(void **state)
{
    (void)state;
    struct terminal_options options = {.rows = 5, .columns = 20};
    struct terminal *terminal = terminal_start(&options, NULL);
    terminal_wait_row(terminal, 0, "Find:");
    terminal_wait_row(terminal, 4, "plain");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait(terminal, "1/15");
    terminal_wait_row(terminal, 0, "Alpha overview");
    terminal_send(terminal, "sc");
    terminal_wait_row(terminal, 0, "Who should not");
    terminal_send(terminal, "qq");
    terminal_assert_clean_exit(terminal);
}

static void shows_sections_at_the_side_when_wide(void **state)
{
    (void)state;
    struct terminal_options options = {.rows = 40, .columns = 120};
    struct terminal *terminal = terminal_start(&options, alpha);
    terminal_wait(terminal, "▸ 1");
    terminal_wait(terminal, "Side effects");
    terminal_send(terminal, "9");
    terminal_wait(terminal, "▸ 9");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void shows_a_preview_in_a_wide_library(void **state)
{
    (void)state;
    struct terminal_options options = {.rows = 40, .columns = 120};
    struct terminal *terminal = terminal_start(&options, NULL);
    terminal_wait(terminal, "A treatment made up for these tests.");
    terminal_send(terminal, "j");
    terminal_wait(terminal, "A medicine made up for these tests.");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

/* ---- terminals ---- */

static void prints_text_where_it_cannot_draw(void **state)
{
    const char *term = *state;
    struct terminal_options options = {.term = term};
    struct terminal *terminal = terminal_start(&options, alpha);
    terminal_wait_exit(terminal);
    assert_non_null(strstr(terminal_raw(terminal, NULL), "Alpha overview"));
    terminal_assert_restored(terminal);
}

static void draws_on(void **state)
{
    const char *term = *state;
    /* For "linux", curses would load the console's mouse library. */
    static const char *const env[] = {"NCURSES_GPM_TERMS=none", NULL};
    struct terminal_options options = {.term = term, .env = env};
    struct terminal *terminal = terminal_start(&options, alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "!");
    terminal_wait(terminal, "EMERGENCY");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

/* What is drawn comes between the marks of its frame. */
static void tells_where_frames_end(void **state)
{
    const char *term = *state;
    struct terminal_options options = {.term = term};
    struct terminal *terminal = terminal_start(&options, alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_wait_raw_after(terminal, 0, "\033[?2026l");
    const char *begin = strstr(terminal_raw(terminal, NULL), "\033[?2026h");
    assert_non_null(begin);
    const char *end = strstr(begin, "\033[?2026l");
    const char *text = strstr(terminal_raw(terminal, NULL), "Alpha overview");
    assert_true(begin < text && text < end);
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void tells_no_frames(void **state)
{
    const char *term = *state;
    struct terminal_options options = {.term = term};
    struct terminal *terminal = terminal_start(&options, alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
    assert_null(strstr(terminal_raw(terminal, NULL), "?2026"));
}

/* Drawing without changes would keep an idle terminal awake. */
static void draws_nothing_when_nothing_changed(void **state)
{
    (void)state;
    size_t n_before, n_after;
    struct terminal *terminal = terminal_start(NULL, alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "G");
    terminal_wait(terminal, "100%");
    terminal_wait_idle(terminal);
    terminal_raw(terminal, &n_before);
    for (int i = 0; i < 3; i++) {
        terminal_send(terminal, "G");
        terminal_wait_idle(terminal);
    }
    terminal_raw(terminal, &n_after);
    assert_int_equal(n_after, n_before);
    terminal_send(terminal, "g");
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

/* An emoji is always sent with all of its parts, even if only one has changed,
 * for terminals that join them. */
static void keeps_clusters_whole(void **state)
{
    (void)state;
    struct buf text;
    buf_init(&text);
    buf_add(&text, "## One\n\n🇻🇳 👨‍👩‍👧 moss\n\n");
    buf_add_repeat(&text, "Line.\n\n", 60);
    buf_add(&text, "## Two\n\n🇻🇦 👨‍👩‍👦 moss\n\n");
    buf_add_repeat(&text, "Line.\n\n", 60);
    home_write("emoji.md", text.data);
    buf_finish(&text);
    struct terminal *terminal = terminal_start(
        NULL, (const char *const[]){home_path("emoji.md"), NULL});
    terminal_wait(terminal, "One");
    terminal_wait_idle(terminal);
    size_t n_bytes;
    terminal_raw(terminal, &n_bytes);
    terminal_send(terminal, "2");
    terminal_wait_raw_after(terminal, n_bytes, "🇻🇦 👨‍👩‍👦");
    /* a match in a part marks the whole emoji */
    terminal_send(terminal, "/👦\r");
    terminal_wait(terminal, "1 of 1");
    terminal_wait_raw_after(terminal, n_bytes, "m👨‍👩‍👦\033");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void draws_in_ascii(void **state)
{
    (void)state;
    static const char *const env[] = {"LC_ALL=C", NULL};
    struct terminal_options options = {.env = env};
    struct terminal *terminal = terminal_start(&options, alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "!");
    terminal_wait(terminal, "EMERGENCY");
    terminal_send(terminal, "/muller\r");
    terminal_wait(terminal, "a Muller sign");
    terminal_send(terminal, "?");
    terminal_wait(terminal, "Move down one line");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
    size_t n_bytes;
    const char *raw = terminal_raw(terminal, &n_bytes);
    for (size_t i = 0; i < n_bytes; i++)
        assert_true((unsigned char)raw[i] < 0x80);
}

/* 30 to 39; 3 alone is italic. */
static bool sets_a_colour(const char *raw)
{
    while ((raw = strstr(raw, "\033[3"))) {
        raw += 2;
        size_t n = strspn(raw, "0123456789");
        if (n > 1 && raw[strspn(raw, "0123456789;")] == 'm')
            return true;
    }
    return false;
}

static void uses_no_colour_when_asked(void **state)
{
    (void)state;
    static const char *const env[] = {"NO_COLOR=1", NULL};
    struct terminal_options options = {.env = env};
    struct terminal *terminal = terminal_start(&options, alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "!");
    terminal_wait(terminal, "EMERGENCY");
    assert_false(terminal_style_of(terminal, "EMERGENCY").colored);
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
    /* neither 8, 16 nor 256 colours */
    assert_false(sets_a_colour(terminal_raw(terminal, NULL)));
}

/* ---- files ---- */

static void opens_standard_input(void **state)
{
    (void)state;
    home_write("in.md", "# Piped in\n\nPiped text.\n");
    static const char *const arguments[] = {"-", NULL};
    struct terminal_options options = {.input = home_path("in.md")};
    struct terminal *terminal = terminal_start(&options, arguments);
    terminal_wait(terminal, "Piped text.");
    terminal_send(terminal, "?");
    terminal_wait(terminal, "Move down one line");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void reads_a_changed_file_again(void **state)
{
    (void)state;
    home_write("live.md", "# Live\n\nFirst text.\n");
    const char *const arguments[] = {"live.md", NULL};
    struct terminal *terminal = terminal_start(NULL, arguments);
    terminal_wait(terminal, "First text.");
    home_write("live.md", "# Live\n\nSecond text.\n");
    terminal_wait(terminal, "Second text.");
    /* as editors save: a new file, renamed */
    home_write("new.md", "# Live\n\nThird text.\n");
    char from[512];
    snprintf(from, sizeof from, "%s", home_path("new.md"));
    assert_int_equal(rename(from, home_path("live.md")), 0);
    terminal_wait(terminal, "Third text.");
    /* when it is deleted, the text that was read stays */
    assert_int_equal(unlink(home_path("live.md")), 0);
    terminal_send(terminal, "R");
    terminal_wait(terminal, "live.md");
    terminal_wait(terminal, "Third text.");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void write_lines(const char *before)
{
    char text[4096];
    int n = snprintf(text, sizeof text, "# Live\n\n%s## One\n\n", before);
    for (int i = 0; i < 40; i++)
        n += snprintf(text + n, sizeof text - (size_t)n, "- first %d\n", i);
    n += snprintf(text + n, sizeof text - (size_t)n, "\n## Two\n\n");
    for (int i = 0; i < 60; i++)
        n += snprintf(text + n, sizeof text - (size_t)n, "- second %d\n", i);
    home_write("live.md", text);
}

/* Text added before the current section does not move the screen. */
static void keeps_the_place_in_a_section_when_read_again(void **state)
{
    (void)state;
    const char *const arguments[] = {"live.md", NULL};
    write_lines("");
    struct terminal *terminal = terminal_start(NULL, arguments);
    terminal_wait(terminal, "first 3");
    terminal_send(terminal, "]]]]jjjjjjjj");
    terminal_wait_row(terminal, TEXT_ROW, "second 6");
    write_lines("Some words that were not there before, and a few more.\n\n");
    terminal_wait_row(terminal, STATUS_ROW, "The file has changed. Reloaded");
    terminal_wait_row(terminal, TEXT_ROW, "second 6");
    write_lines("Other words.\n\n");
    terminal_send(terminal, "R");
    terminal_wait_row(terminal, TEXT_ROW, "second 6");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void sees_what_comes_into_the_library(void **state)
{
    (void)state;
    home_write("shelf/one.md", "# First of the shelf\n");
    const char *const arguments[] = {"shelf", NULL};
    struct terminal *terminal = terminal_start(NULL, arguments);
    terminal_wait(terminal, "First of the shelf");
    /* a folder made later, with its file, then another in it, then a file */
    home_write("shelf/new/two.md", "# Second of the shelf\n");
    terminal_wait(terminal, "Second of the shelf");
    mkdir(home_path("shelf/new/empty"), 0700);
    home_write("shelf/new/three.md", "# Third of the shelf\n");
    terminal_wait(terminal, "Third of the shelf");
    home_write("shelf/new/empty/four.md", "# Fourth of the shelf\n");
    terminal_wait(terminal, "Fourth of the shelf");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

/* Faster than the program can check: when it does, the path leads to another
 * folder. */
static void sees_a_library_that_is_replaced(void **state)
{
    (void)state;
    const char *const arguments[] = {"shelf", NULL};
    home_write("shelf/one.md", "# Generation 0\n");
    struct terminal *terminal = terminal_start(NULL, arguments);
    terminal_wait(terminal, "Generation 0");
    for (int i = 1; i <= 8; i++) {
        char text[40], moved[40], old[PATH_MAX];
        snprintf(moved, sizeof moved, "shelf-%d", i);
        snprintf(text, sizeof text, "# Generation %d\n", i);
        snprintf(old, sizeof old, "%s", home_path("shelf"));
        assert_int_equal(rename(old, home_path(moved)), 0);
        home_write("shelf/two.md", text);
        text[strlen(text) - 1] = '\0';
        terminal_wait(terminal, text + 2);
        snprintf(text, sizeof text, "# Later of %d\n", i);
        home_write("shelf/later.md", text);
        text[strlen(text) - 1] = '\0';
        terminal_wait(terminal, text + 2);
    }
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void sees_a_link_that_leads_elsewhere(void **state)
{
    (void)state;
    const char *const arguments[] = {"shelf", NULL};
    char link[PATH_MAX];
    home_write("0/a.md", "# Generation 0\n");
    snprintf(link, sizeof link, "%s", home_path("shelf"));
    assert_int_equal(symlink("0", link), 0);
    struct terminal *terminal = terminal_start(NULL, arguments);
    terminal_wait(terminal, "Generation 0");
    for (int i = 1; i <= 4; i++) {
        char name[40], text[40];
        snprintf(name, sizeof name, "%d/a.md", i);
        snprintf(text, sizeof text, "# Generation %d\n", i);
        home_write(name, text);
        name[1] = text[strlen(text) - 1] = '\0';
        assert_int_equal(symlink(name, home_path("shelf.new")), 0);
        assert_int_equal(rename(home_path("shelf.new"), link), 0);
        terminal_wait(terminal, text + 2);
    }
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

/* The user's own folder, which does not exist yet. */
static void sees_a_library_that_comes_later(void **state)
{
    (void)state;
    static const char *const env[] = {"MEDFAQ_PATH=later/articles", NULL};
    struct terminal_options options = {.env = env};
    struct terminal *terminal = terminal_start(&options, NULL);
    terminal_wait(terminal, "There are no articles yet");
    terminal_wait(terminal, "later/articles (does not exist)");
    home_write("later/articles/one.md", "# First of all\n");
    terminal_wait(terminal, "First of all");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void says_what_to_do_in_an_empty_library(void **state)
{
    (void)state;
    mkdir(home_path("empty"), 0700);
    static const char *const arguments[] = {"empty", NULL};
    struct terminal *terminal = terminal_start(NULL, arguments);
    terminal_wait(terminal, "There are no articles yet");
    terminal_wait(terminal, "q");
    terminal_send(terminal, "q");
    terminal_assert_clean_exit(terminal);
}

static void reads_an_article_without_sections(void **state)
{
    (void)state;
    static const char *const arguments[] = {"plain", NULL};
    struct terminal *terminal = terminal_start(NULL, arguments);
    terminal_wait(terminal, "Plain text without a heading");
    terminal_send(terminal, "]");
    terminal_wait(terminal, "section");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void lists_odd_files_and_goes_on(void **state)
{
    (void)state;
    home_write("odd/good.md", "# Good one\n\nText.\n");
    home_write("odd/empty.md", "");
    home_write("odd/x.md/inner.md", "# Inner one\n\nText.\n");
    home_write("odd/bad\033[31m.md", "# Bad \xFF\xFE bytes \x01\033[2J\n");
    home_write("odd/yaml.md", "---\ntitle: \"x\\u001b[2Jy\"\n---\nText.\n");
    mkfifo(home_path("odd/fifo.md"), 0600);
    assert_int_equal(symlink(".", home_path("odd/loop")), 0);
    home_write("odd/shut.md", "# Shut\n");
    chmod(home_path("odd/shut.md"), 0);
    static const char *const arguments[] = {"odd", NULL};
    struct terminal *terminal = terminal_start(NULL, arguments);
    terminal_wait(terminal, "Good one");
    terminal_wait(terminal, "Inner one");
    terminal_wait(terminal, "x^[[2Jy");
    size_t n_before;
    terminal_raw(terminal, &n_before);
    terminal_send(terminal, "P");
    terminal_wait(terminal, "fifo.md");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void marks_all_that_is_found(void **state)
{
    (void)state;
    char text[2048] = "";
    for (int line = 0; line < 18; line++)
        strcat(text, "e e e e e e e e e e e e e e e e e e e e e e e e e e  \n");
    strcat(text, "exit\n");
    home_write("book/one.md", text);
    struct terminal *terminal = terminal_start(
        NULL, (const char *const[]){home_path("book/one.md"), NULL});
    terminal_wait(terminal, "exit");
    terminal_send(terminal, "/e\r");
    terminal_wait(terminal, "1 of 469");
    assert_true(terminal_style_of(terminal, "exit").colored ||
                terminal_style_of(terminal, "exit").reverse);
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void leaves_a_link_that_has_scrolled_away(void **state)
{
    (void)state;
    char text[2048] = "A [link](https://example.org/there).\n";
    for (int line = 0; line < 40; line++)
        strcat(text, "\nA paragraph.\n");
    home_write("book/one.md", text);
    struct terminal *terminal = terminal_start(
        NULL, (const char *const[]){home_path("book/one.md"), NULL});
    terminal_wait(terminal, "A paragraph.");
    terminal_send(terminal, "\t");
    terminal_wait_row(terminal, STATUS_ROW, "https://example.org/there");
    terminal_send(terminal, "G");
    terminal_wait_row(terminal, STATUS_ROW, "100%");
    terminal_send(terminal, "g\t");
    terminal_wait_row(terminal, STATUS_ROW, "https://example.org/there");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

/* If the choices are below the screen, the text above them is read first. */
static void shows_a_source_from_its_top(void **state)
{
    (void)state;
    home_write("book/one.md",
               "---\nsources:\n  - {id: a, title: First words of a long title "
               "that takes more lines than a small screen has to show at once "
               "in a box with a frame, publisher: Somebody, url: "
               "\"https://example.org\"}\n---\nText.[^a]\n");
    struct terminal *terminal =
        terminal_start(&(struct terminal_options){.rows = 8, .columns = 40},
                       (const char *const[]){home_path("book/one.md"), NULL});
    terminal_wait(terminal, "Text.");
    terminal_send(terminal, "\t\r");
    terminal_wait(terminal, "[1] First words");
    terminal_send(terminal, "j");
    terminal_wait_gone(terminal, "[1] First words");
    terminal_send(terminal, "\t");
    terminal_wait(terminal, "Copy the address");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

/* A box refers to the version of the article that is current when the user
 * chooses. */
static void keeps_boxes_true_when_the_file_changes(void **state)
{
    (void)state;
    home_write("book/one.md", "## A\n\n## B\n\n## C\n\n## D\n");
    struct terminal *terminal = terminal_start(
        NULL, (const char *const[]){home_path("book/one.md"), NULL});
    terminal_wait(terminal, "1/4");
    terminal_send(terminal, "tG");
    terminal_wait(terminal, "4 of 4");
    home_write("book/one.md", "No headings.\n");
    terminal_wait(terminal, "This article has no headings");
    terminal_send(terminal, KEY_SEND_ENTER KEY_SEND_ESCAPE);
    terminal_wait_row(terminal, TEXT_ROW, "No headings.");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void goes_to_a_mark_in_what_cannot_be_read(void **state)
{
    (void)state;
    home_write("book/one.md", "Text with a [link](https://example.org).\n");
    char *path = strdup(home_path("book/one.md"));
    home_write("book/two.md", "Two.\n");
    struct terminal *terminal = terminal_start(
        &(struct terminal_options){
            .env = (const char *const[]){"MEDFAQ_PATH=book", NULL}},
        NULL);
    terminal_wait(terminal, "two");
    terminal_send(terminal, "/one\r");
    terminal_wait(terminal, "i sources");
    terminal_send(terminal, "\tmaq");
    terminal_wait(terminal, "Esc clear");
    assert_int_equal(unlink(path), 0);
    terminal_send(terminal, "\t'a");
    terminal_wait(terminal, "This file cannot be read");
    terminal_send(terminal, "'a");
    terminal_wait(terminal, "No such file");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
    free(path);
}

static void tells_errors_of_the_configuration(void **state)
{
    (void)state;
    home_write(".config/medfaq/config.yaml",
               "theme: light\nkeys:\n  down: [z]\n  fly: [y]\n");
    struct terminal *terminal = terminal_start(NULL, alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_wait_row(terminal, STATUS_ROW - 1,
                      "config.yaml:4: Unknown action");
    terminal_wait_row(terminal, STATUS_ROW, "press P to see all 1");
    terminal_send(terminal, "P");
    terminal_wait(terminal, "Line 4: Unknown action");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_gone(terminal, "Line 4: Unknown action");
    terminal_send(terminal, "zzz");
    terminal_wait_row(terminal, TEXT_ROW, "What is alpha?");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void follows_the_mouse(void **state)
{
    (void)state;
    struct terminal *terminal = terminal_start(NULL, NULL);
    terminal_wait(terminal, "Beta medicine");
    terminal_send(terminal, "M");
    terminal_wait(terminal, "Mouse on");
    /* a click on the second row of the list selects or opens it */
    terminal_click(terminal, TEXT_ROW + 3, "Beta");
    terminal_wait_cursor_on(terminal, "Beta");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void scrolls_with_the_wheel(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    terminal_send(terminal, "M");
    terminal_wait(terminal, "Mouse on");
    terminal_send(terminal, "\033[<65;10;3M");
    terminal_wait_gone(terminal, "Alpha overview");
    terminal_send(terminal, "\033[<64;10;3M");
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void clicks_hints(void **state)
{
    (void)state;
    home_write(".config/medfaq/config.yaml", "mouse: yes\n");
    struct terminal *terminal = open_alpha();
    terminal_click(terminal, STATUS_ROW, "section");
    terminal_wait_row(terminal, TEXT_ROW, "What is alpha?");
    terminal_click(terminal, STATUS_ROW, "←");
    terminal_wait(terminal, "Alpha overview");
    terminal_click(terminal, STATUS_ROW, "? help");
    terminal_wait(terminal, "Move down one line");
    terminal_click(terminal, STATUS_ROW, "close");
    terminal_wait_gone(terminal, "Move down one line");
    terminal_click(terminal, STATUS_ROW, "leave");
    terminal_assert_clean_exit(terminal);
}

static void takes_pasted_text_for_text(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    terminal_wait_raw_after(terminal, 0, "\033[?2004h");
    terminal_send(terminal, "\033[200~Qq\rx\033[201~");
    terminal_wait_row(terminal, STATUS_ROW, "Paste ignored");
    terminal_send(terminal, "/\033[200~what is\r\nal\033[201~pha");
    terminal_wait_row(terminal, STATUS_ROW, "Find: what is  alpha");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    /* its end was lost */
    terminal_send(terminal, "/\033[200~what");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_row(terminal, STATUS_ROW, "Find: what");
    size_t n_before;
    terminal_raw(terminal, &n_before);
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_gone(terminal, "Find:");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
    terminal_wait_raw_after(terminal, n_before, "\033[?2004l");
}

static const int numbers[] = {SIGTERM, SIGINT, SIGHUP};

#define AT_HOME(test)                                                          \
    cmocka_unit_test_setup_teardown(test, home_setup_in_list, home_teardown)
#define AT_HOME_WITH(test, given)                                              \
    {                                                                          \
#test " " #given, test, home_setup_in_list, home_teardown,             \
            (void *)(given)                                                    \
    }

/* ---- nothing written, nothing started ---- */

/* Runs under strace, by a program that replaces medfaq. */
static void write_tracer(void)
{
    char script[600];
    snprintf(script, sizeof script,
             "#!/bin/sh\nASAN_OPTIONS=detect_leaks=0 exec strace -f -o "
             "\"$HOME/trace\" -e trace=%%file,%%process,%%network,ftruncate,"
             "memfd_create '%s' \"$@\"\n",
             getenv("MEDFAQ_BINARY"));
    home_write("traced", script);
    assert_int_equal(chmod(home_path("traced"), 0755), 0);
}

static bool can_trace(void)
{
    return system("strace -o /dev/null true 2>/dev/null") == 0;
}

/* Tells whether a call writes, starts or sends something. Calls that failed for
 * any reason but a refusal had nothing to write to. */
static bool is_forbidden(const char *line)
{
    static const char *const calls[] = {
        "O_WRONLY",  "O_RDWR",   "O_CREAT",     "O_TRUNC", "mkdir", "rename",
        "unlink",    "rmdir",    "link(",       "linkat(", "chmod", "chown",
        "truncate(", "utimens",  "mknod",       "execve(", "fork(", "socket(",
        "connect(",  "setxattr", "memfd_create"};
    static const char *const allowed[] = {"\"/dev/null\"", "\"/dev/tty\"",
                                          "readlink(", "readlinkat(", "ENOENT"};
    for (size_t i = 0; i < N_ELEMENTS(allowed); i++)
        if (strstr(line, allowed[i]))
            return false;
    for (size_t i = 0; i < N_ELEMENTS(calls); i++)
        if (strstr(line, calls[i]))
            return true;
    return false;
}

static void assert_only_reads(void)
{
    char *trace = read_whole(home_path("trace")), *rest = trace, *line;
    int n_lines = 0, n_started = 0;
    while ((line = strsep(&rest, "\n"))) {
        bool is_start = strstr(line, "execve(");
        n_lines++;
        n_started += is_start;
        if (is_forbidden(line) && !(is_start && n_started == 1))
            fail_msg("not allowed: %s", line);
    }
    assert_true(n_lines > 20 && n_started == 1);
    free(trace);
}

static void use_everything(struct terminal *terminal)
{
    static const char *const keys[] = {
        "w",  "ew",   "jxk",  "aNote\r", "mz'z", "y", "/line\rn", "q",
        "TV", "V+=-", "i",    "q",       "c",    "q", "K",        "q",
        "M",  "R",    "\t\r", "\017",    "B",    "q", "H",        "q",
        "v",  "q",    "?",    "q",       "P",    "q", "U",        "L",
    };
    for (size_t i = 0; i < N_ELEMENTS(keys); i++) {
        terminal_send(terminal, keys[i]);
        terminal_wait_idle(terminal);
    }
}

static void only_reads_when_secure(void **state)
{
    (void)state;
    if (!can_trace()) {
        printf("# skipped: strace is not there, or may not trace\n");
        return;
    }
    char binary[600];
    write_tracer();
    snprintf(binary, sizeof binary, "MEDFAQ_BINARY=%s", home_path("traced"));
    const char *const env[] = {"MEDFAQ_SECURE=1", "EDITOR=touch edited",
                               "BROWSER=touch seen", binary, NULL};
    struct terminal *terminal =
        terminal_start(&(struct terminal_options){.env = env}, NULL);
    terminal_wait(terminal, "Find:");
    terminal_send(terminal, "overview");
    terminal_wait(terminal, "Alpha");
    terminal_send(terminal, "\025alpha\r");
    terminal_wait(terminal, "Alpha overview");
    use_everything(terminal);
    terminal_resize(terminal, 20, 60);
    terminal_send(terminal, "\003");
    terminal_wait_exit(terminal);
    assert_only_reads();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_HOME_WITH(a_signal_restores_the_terminal, &numbers[0]),
        AT_HOME_WITH(a_signal_restores_the_terminal, &numbers[1]),
        AT_HOME_WITH(a_signal_restores_the_terminal, &numbers[2]),
        AT_HOME(restores_the_terminal_whatever_ends_it),
        AT_HOME(is_stopped_by_any_stop),
        AT_HOME(goes_on_under_a_limit_of_file_sizes),
        AT_HOME(leaves_when_the_terminal_is_closed),
        AT_HOME(leaves_a_terminal_that_nobody_reads),
        AT_HOME(keeps_the_place_in_a_section_when_read_again),
        AT_HOME(stops_and_goes_on),
        AT_HOME(keeps_the_place_when_resized),
        AT_HOME(survives_any_size),
        AT_HOME(works_from_20_by_5_up),
        AT_HOME(shows_sections_at_the_side_when_wide),
        AT_HOME(shows_a_preview_in_a_wide_library),
        AT_HOME_WITH(prints_text_where_it_cannot_draw, "dumb"),
        AT_HOME_WITH(prints_text_where_it_cannot_draw, ""),
        AT_HOME_WITH(prints_text_where_it_cannot_draw, "nosuchterm"),
        AT_HOME_WITH(draws_on, "linux"),
        AT_HOME_WITH(draws_on, "vt100"),
        AT_HOME_WITH(draws_on, "xterm"),
        AT_HOME_WITH(draws_on, "screen-256color"),
        AT_HOME_WITH(draws_on, "xterm-of-the-future"),
        AT_HOME_WITH(draws_on, "foot-of-the-future"),
        AT_HOME_WITH(draws_on, "tmux-of-the-future"),
        AT_HOME_WITH(tells_where_frames_end, "xterm"),
        AT_HOME_WITH(tells_where_frames_end, "tmux-256color"),
        AT_HOME_WITH(tells_where_frames_end, "alacritty-of-the-future"),
        AT_HOME_WITH(tells_no_frames, "vt100"),
        AT_HOME(draws_nothing_when_nothing_changed),
        AT_HOME(keeps_clusters_whole),
        AT_HOME(draws_in_ascii),
        AT_HOME(uses_no_colour_when_asked),
        AT_HOME(opens_standard_input),
        AT_HOME(reads_a_changed_file_again),
        AT_HOME(sees_what_comes_into_the_library),
        AT_HOME(sees_a_library_that_is_replaced),
        AT_HOME(sees_a_link_that_leads_elsewhere),
        AT_HOME(sees_a_library_that_comes_later),
        AT_HOME(says_what_to_do_in_an_empty_library),
        AT_HOME(reads_an_article_without_sections),
        AT_HOME(lists_odd_files_and_goes_on),
        AT_HOME(tells_errors_of_the_configuration),
        AT_HOME(follows_the_mouse),
        AT_HOME(clicks_hints),
        AT_HOME(leaves_a_link_that_has_scrolled_away),
        AT_HOME(shows_a_source_from_its_top),
        AT_HOME(marks_all_that_is_found),
        AT_HOME(keeps_boxes_true_when_the_file_changes),
        AT_HOME(goes_to_a_mark_in_what_cannot_be_read),
        AT_HOME(takes_pasted_text_for_text),
        AT_HOME(leaves_from_everywhere),
        AT_HOME(scrolls_with_the_wheel),
        cmocka_unit_test_setup_teardown(only_reads_when_secure, home_setup,
                                        home_teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
