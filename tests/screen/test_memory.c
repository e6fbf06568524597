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

/* Reads alpha up to its fifth section and leaves. */
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
    /* from the start, without a message, if it was left there */
    terminal = start(alpha);
    terminal_wait_row(terminal, TEXT_ROW, "Alpha overview");
    assert_false(terminal_shows(terminal, "Continued"));
    leave(terminal);
    /* a kind on the command line takes precedence */
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

static void tells_what_was_read(void **state)
{
    (void)state;
    const struct terminal_options wide = {.rows = 30, .columns = 130};
    struct terminal *terminal = terminal_start(&wide, NULL);
    terminal_wait(terminal, "1 of 4");
    assert_false(terminal_shows(terminal, "last read"));
    leave(terminal);
    read_alpha(alpha);
    terminal = terminal_start(&wide, NULL);
    terminal_wait(terminal, "last read 20");
    leave(terminal);
    terminal = start(alpha);
    terminal_wait(terminal, "Alpha");
    terminal_send(terminal, "i");
    terminal_wait(terminal, "Last read");
    terminal_send(terminal, "q");
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
    terminal_wait_row(terminal, STATUS_ROW, "Marked. Press ' z");
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
    terminal_wait_row(terminal, STATUS_ROW, "64 columns. Saved");
    terminal_send(terminal, "M");
    terminal_wait_row(terminal, STATUS_ROW, "Mouse off");
    terminal_wait_row(terminal, STATUS_ROW, "Saved");
    terminal_send(terminal, "T");
    terminal_wait(terminal, "─ Colours ");
    assert_false(terminal_shows(terminal, "as configured"));
    terminal_send(terminal, "jj\r");
    terminal_wait_row(terminal, STATUS_ROW, "Theme: dark. Saved");
    leave(terminal);

    terminal = start(alpha);
    terminal_wait(terminal, "Alpha overview");
    assert_null(strstr(terminal_raw(terminal, NULL), "\033[?1000h"));
    terminal_send(terminal, "T");
    terminal_wait(terminal, "Chosen here.");
    terminal_wait_cursor_on(terminal, "dark");
    terminal_send(terminal, "G");
    terminal_wait_cursor_on(terminal, "as configured");
    terminal_send(terminal, "\r");
    terminal_wait_row(terminal, STATUS_ROW,
                      "Theme as configured: default. Saved");
    terminal_send(terminal, "+");
    terminal_wait_row(terminal, STATUS_ROW, "Text width: 68 columns");
    terminal_send(terminal, "=");
    terminal_wait_row(terminal, STATUS_ROW, "60 columns. Saved");
    leave(terminal);

    terminal = start(alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "T");
    terminal_wait(terminal, "─ Colours ");
    terminal_send(terminal, "q+");
    terminal_wait_row(terminal, STATUS_ROW, "Text width: 64 columns");
    leave(terminal);

    /* the command line takes precedence */
    terminal = start((const char *const[]){"--width=40", "alpha", NULL});
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "+");
    terminal_wait_row(terminal, STATUS_ROW, "Text width: 44 columns");
    leave(terminal);
}

static void keeps_linear_mode_and_the_order_of_the_list(void **state)
{
    (void)state;
    struct terminal *terminal = start((const char *const[]){NULL});
    terminal_wait(terminal, "Alpha");
    terminal_send(terminal, "O");
    terminal_wait_row(terminal, STATUS_ROW, "Sorted: ");
    terminal_wait_row(terminal, STATUS_ROW, "Saved");
    char *sorted = terminal_row(terminal, STATUS_ROW);
    terminal_send(terminal, "V");
    terminal_wait_row(terminal, STATUS_ROW, "Linear mode on");
    terminal_wait_row(terminal, STATUS_ROW, "Saved");
    leave(terminal);
    terminal = start((const char *const[]){NULL});
    terminal_wait(terminal, "Alpha");
    terminal_send(terminal, "V");
    terminal_wait_row(terminal, STATUS_ROW, "Linear mode off");
    /* back to the first order, which is not the one that was kept */
    terminal_send(terminal, "O");
    terminal_wait_row(terminal, STATUS_ROW, "Sorted: ");
    char *next = terminal_row(terminal, STATUS_ROW);
    assert_string_not_equal(next, sorted);
    free(sorted);
    free(next);
    leave(terminal);
}

static void changes_the_note_of_a_bookmark(void **state)
{
    (void)state;
    home_write("x.md", "# X\n\n## Dose\n\nTake 5 mg at night.\n");
    static const char *const x[] = {"x.md", NULL};
    struct terminal *terminal = start(x);
    terminal_wait(terminal, "Take 5 mg");
    terminal_send(terminal, "U");
    terminal_wait_row(terminal, STATUS_ROW, "Nothing to undo");
    terminal_send(terminal, "afirst\r");
    terminal_wait_row(terminal, STATUS_ROW, "Bookmark saved");
    terminal_send(terminal, "a");
    terminal_wait_row(terminal, STATUS_ROW, "Note: first");
    terminal_send(terminal, "\025second?\r");
    terminal_wait_row(terminal, STATUS_ROW, "Note saved");
    leave(terminal);
    home_write("x.md", "# X\n\n## Dose\n\nNothing of it is left.\n");
    terminal = start(x);
    terminal_wait(terminal, "Nothing of it");
    terminal_send(terminal, "B");
    terminal_wait(terminal, "second?");
    assert_false(terminal_shows(terminal, "first"));
    terminal_send(terminal, "\r");
    terminal_wait_row(terminal, STATUS_ROW,
                      "No longer in the article: \"Dose\"");
    leave(terminal);
}

static void says_where_no_note_is_kept(void **state)
{
    (void)state;
    static const char *const secure[] = {"MEDFAQ_SECURE=1", NULL};
    struct terminal *terminal =
        start((const char *const[]){"--private", "alpha", NULL});
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "a");
    terminal_wait_row(terminal, STATUS_ROW,
                      "Nothing is saved in a private session");
    leave(terminal);
    terminal = terminal_start(&(struct terminal_options){.env = secure}, alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "a");
    terminal_wait_row(terminal, STATUS_ROW, "Not allowed while");
    leave(terminal);
    home_write("x.md", "# X\n\nFrom a pipe.\n");
    struct terminal_options piped = {.input = home_path("x.md")};
    terminal = terminal_start(&piped, (const char *const[]){"-", NULL});
    terminal_wait(terminal, "From a pipe.");
    terminal_send(terminal, "a");
    terminal_wait_row(terminal, STATUS_ROW, "You cannot bookmark or highlight");
    leave(terminal);
    assert_false(file_is_there(home_path(STATE)));
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
    /* and does not show other articles */
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

static void highlights_sentences(void **state)
{
    (void)state;
    home_write("x.md", "# X\n\nIntro.\n\n## Uses\n\nOne is a.[^s] Two is b. "
                       "Three is c.\n\n## Risks\n\nFour is d.\n");
    static const char *const x[] = {"x.md", NULL};
    struct terminal *terminal = start(x);
    terminal_wait(terminal, "Intro.");
    terminal_send(terminal, "]x");
    terminal_wait(terminal, "Esc keep");
    /* down to the first sentence, up to the heading, down to the second */
    terminal_send(terminal, "jkjj");
    terminal_send(terminal, "x]");
    terminal_wait_row(terminal, STATUS_ROW, "Highlight saved");
    terminal_send(terminal, "B");
    terminal_wait_row(terminal, TEXT_ROW,
                      "\"Two is b. Three is c.\" · X · Uses");
    terminal_send(terminal, "q");
    terminal_wait(terminal, "Four is d.");
    /* deleted while it is being written */
    terminal_send(terminal, "x");
    terminal_wait(terminal, "Esc keep");
    terminal_send(terminal, "U");
    terminal_wait_row(terminal, STATUS_ROW, "Highlight removed");
    leave(terminal);
    terminal = start(x);
    terminal_wait(terminal, "Four is d.");
    terminal_send(terminal, "B");
    terminal_wait(terminal, "Bookmarks and notes");
    terminal_send(terminal, "qg");
    terminal_wait_row(terminal, TEXT_ROW, "Intro.");
    assert_true(terminal_style_of(terminal, "Two is b.").colored);
    assert_true(terminal_style_of(terminal, "Three is c.").colored);
    assert_false(terminal_style_of(terminal, "One is a.").colored);
    leave(terminal);
}

static void shows_what_was_deleted_no_more(void **state)
{
    (void)state;
    struct terminal *terminal = start(alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "a\r");
    terminal_wait(terminal, "*Alpha overview");
    terminal_send(terminal, "BD");
    terminal_wait(terminal, "No bookmarks yet");
    terminal_send(terminal, "q");
    terminal_wait(terminal, " Alpha overview");
    leave(terminal);
}

/* The sentence of a note is shown, and another one can be chosen. */
static void notes_the_sentence_that_is_shown(void **state)
{
    (void)state;
    home_write("x.md", "# X\n\nOne is a. Two is b. Three is c.\n");
    const struct terminal_options narrow = {.rows = 15, .columns = 40};
    struct terminal *terminal =
        terminal_start(&narrow, (const char *const[]){"x.md", NULL});
    terminal_wait(terminal, "One is a.");
    terminal_send(terminal, "a");
    terminal_wait_row(terminal, 14, "Enter save  Esc cancel");
    terminal_wait_underlined(terminal, "One is a.");
    terminal_send(terminal, "why" KEY_SEND_DOWN KEY_SEND_DOWN);
    terminal_wait_underlined(terminal, "Three is c.");
    terminal_send(terminal, KEY_SEND_DOWN KEY_SEND_UP);
    terminal_wait_underlined(terminal, "Two is b.");
    terminal_send(terminal, "?\r");
    terminal_wait_row(terminal, 14, "Bookmark saved");
    /* the note of another sentence is shown and not changed */
    terminal_send(terminal, "a" KEY_SEND_DOWN);
    terminal_wait_row(terminal, 14, "Note: why?");
    terminal_send(terminal, KEY_SEND_DOWN);
    terminal_wait_gone(terminal, "why?");
    terminal_send(terminal, "\r");
    terminal_wait_row(terminal, 14, "Bookmark saved");
    terminal_send(terminal, "B");
    terminal_wait_row(terminal, TEXT_ROW, "\"Three is c.\"");
    terminal_wait_row(terminal, TEXT_ROW + 1, "why?");
    terminal_wait_row(terminal, 14, "Enter open  r edit  D delete  q back");
    terminal_send(terminal, "D");
    terminal_wait_row(terminal, 14, "Deleted");
    terminal_send(terminal, "g");
    terminal_wait_row(terminal, 14, "r edit  D delete  U undo  q back");
    leave(terminal);
}

/* Without colours, the margin shows what is highlighted. */
static void shows_highlights_without_colours(void **state)
{
    (void)state;
    static const char *const env[] = {"NO_COLOR=1", NULL};
    home_write("x.md", "# X\n\nOne is a.\n\nTwo is b.\n");
    struct terminal *terminal =
        terminal_start(&(struct terminal_options){.env = env},
                       (const char *const[]){"x.md", NULL});
    terminal_wait(terminal, "One is a.");
    terminal_send(terminal, "xj" KEY_SEND_ESCAPE);
    terminal_wait(terminal, "│Two is b.");
    assert_true(terminal_style_of(terminal, "Two is b.").bold);
    assert_false(terminal_style_of(terminal, "One is a.").bold);
    /* a bookmark is shown beside the bar, not instead of it */
    terminal_send(terminal, "a");
    terminal_wait_row(terminal, STATUS_ROW, "Note:");
    terminal_send(terminal, KEY_SEND_DOWN "\r");
    terminal_wait(terminal, "*│Two is b.");
    leave(terminal);
}

static void makes_a_visit_sheet(void **state)
{
    (void)state;
    struct terminal *terminal = start(alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "]a");
    terminal_wait(terminal, "Note: ");
    terminal_send(terminal, "Is alpha for me?\r");
    terminal_wait_row(terminal, STATUS_ROW, "Bookmark saved");
    terminal_send(terminal, "v");
    terminal_wait(terminal, "My own questions");
    terminal_wait(terminal, "Question: Is alpha for me?");
    assert_false(terminal_shows(terminal, "not medically reviewed"));
    assert_false(terminal_shows(terminal, "More information"));
    terminal_wait_row(terminal, STATUS_ROW, "w save");
    /* follows changes above it; nothing in it can be bookmarked */
    terminal_send(terminal, "x");
    terminal_wait_row(terminal, STATUS_ROW, "You can only bookmark articles");
    terminal_send(terminal, "Br!\r");
    terminal_wait_row(terminal, STATUS_ROW, "Note saved");
    terminal_send(terminal, "q");
    terminal_wait(terminal, "Note: Is alpha for me?!");
    terminal_send(terminal, "w");
    terminal_wait_row(terminal, STATUS_ROW, "visit-sheet.txt");
    terminal_send(terminal, KEY_SEND_BACKSPACE KEY_SEND_BACKSPACE "\177html\r");
    terminal_wait_row(terminal, STATUS_ROW, "visit-sheet.html as html");
    leave(terminal);
    char *page = read_whole(home_path("visit-sheet.html"));
    assert_non_null(strstr(page, "<h1>For my appointment</h1>"));
    assert_non_null(strstr(page, "Is alpha for me?!"));
    assert_null(strstr(page, "not medically reviewed"));
    free(page);
    /* for the picked articles */
    terminal = start((const char *const[]){NULL});
    terminal_wait(terminal, "Beta medicine");
    terminal_send(terminal, "jx");
    terminal_wait_row(terminal, STATUS_ROW, "Picked: Beta medicine");
    terminal_send(terminal, "v");
    terminal_wait(terminal, "For my appointment");
    assert_false(terminal_shows(terminal, "Is alpha for me?"));
    leave(terminal);
}

static void tells_that_the_text_of_a_note_has_changed(void **state)
{
    (void)state;
    home_write("x.md", "# X\n\n## Dose\n\nTake 5 mg at night. Drink water.\n");
    static const char *const x[] = {"x.md", NULL};
    struct terminal *terminal = start(x);
    terminal_wait(terminal, "Take 5 mg");
    terminal_send(terminal, "]"
                            "xjx");
    terminal_wait(terminal, "Esc keep");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_row(terminal, STATUS_ROW, "Highlight saved");
    leave(terminal);
    home_write("x.md", "# X\n\nNew.\n\n## Dose\n\nTake 50 mg at night. Drink "
                       "water.\n");
    terminal = start(x);
    terminal_wait(terminal, "Take 50 mg");
    terminal_wait_row(terminal, STATUS_ROW, "The text at 1 note has changed");
    terminal_send(terminal, "B");
    terminal_wait_row(terminal, TEXT_ROW, "text has changed");
    terminal_send(terminal, "\r");
    terminal_wait(terminal, "It was: \"Take 5 mg at night.");
    leave(terminal);
    home_write("x.md", "# X\n\nNothing of it is left.\n");
    terminal = start(x);
    terminal_wait(terminal, "Nothing of it");
    terminal_send(terminal, "B");
    terminal_wait_row(terminal, TEXT_ROW, "no longer in the article");
    leave(terminal);
}

static void tells_what_changed_since_it_was_read(void **state)
{
    (void)state;
    static const char *const x[] = {"x.md", NULL};
    home_write("x.md", "# X\n\n## Dose\n\nTake 5 mg at night. Drink water.\n");
    struct terminal *terminal = start(x);
    terminal_wait(terminal, "Take 5 mg");
    leave(terminal);
    /* only the lines */
    home_write("x.md",
               "# X\n\n## Dose\n\nTake 5 mg\nat night.\nDrink water.\n");
    terminal = start(x);
    terminal_wait(terminal, "Take 5 mg");
    terminal_send(terminal, "C");
    terminal_wait(terminal, "Nothing has changed since");
    terminal_send(terminal, "q");
    leave(terminal);
    home_write("x.md", "# X\n\n## Dose\n\nTake 50 mg at night. Drink tea.\n");
    terminal = start(x);
    terminal_wait(terminal, "Take 50 mg");
    terminal_wait(terminal, "Changed since 20");
    terminal_wait(terminal, "1 number or safety statement, 2 others. C");
    terminal_send(terminal, "C");
    terminal_wait(terminal, "Doses");
    terminal_wait(terminal, "Take 5 mg at night.");
    terminal_wait(terminal, "Take 50 mg at night.");
    terminal_wait(terminal, "Drink tea.");
    terminal_send(terminal, "q");
    leave(terminal);
    terminal = start(x);
    terminal_wait(terminal, "Take 50 mg");
    terminal_send(terminal, "C");
    terminal_wait(terminal, "Nothing has changed since");
    terminal_send(terminal, "q");
    leave(terminal);
}

static void keeps_a_question_without_an_answer(void **state)
{
    (void)state;
    home_write("x.md", "# X\n\n## Dose\n\nTake it.\n");
    static const char *const asked[] = {"x.md", "interactions", NULL};
    for (int i = 0; i < 2; i++) {
        struct terminal *terminal = start(asked);
        terminal_wait(terminal, "Take it.");
        terminal_wait(terminal, "No section headed");
        leave(terminal);
    }
    struct terminal *terminal = start((const char *const[]){"x.md", NULL});
    terminal_wait(terminal, "Take it.");
    terminal_send(terminal, "B");
    terminal_wait_row(terminal, TEXT_ROW,
                      "No section on \"Interactions\" found · X");
    terminal_wait_row(terminal, STATUS_ROW, "1 of 1");
    terminal_send(terminal, "q");
    leave(terminal);
}

/* Tells whether any file in the home contains a text. */
static bool home_has(const char *text)
{
    char command[256];
    snprintf(command, sizeof command, "grep -raqF -- '%s' '%s'", text,
             home_path(""));
    return system(command) == 0;
}

static int run(const char *arguments)
{
    char command[512];
    snprintf(command, sizeof command, "HOME='%s' '%s' %s </dev/null",
             home_path(""), getenv("MEDFAQ_BINARY"), arguments);
    int status = system(command);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void keeps_searches_where_it_is_told_to(void **state)
{
    (void)state;
    static const char *const configs[] = {"", "searches: yes\n"};
    for (int i = 0; i < 2; i++) {
        home_write(".config/medfaq/config.yaml", configs[i]);
        struct terminal *terminal = start(alpha);
        terminal_wait(terminal, "Alpha overview");
        terminal_send(terminal, "/canary-line\r");
        terminal_wait_row(terminal, STATUS_ROW, "canary-line");
        leave(terminal);
        assert_int_equal(home_has("canary-line"), i == 1);
    }
    struct terminal *terminal = start(alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "/" KEY_SEND_UP);
    terminal_wait_row(terminal, STATUS_ROW, "Find: canary-line");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    leave(terminal);
}

/* After forgetting, no file has the notes and searches. */
static void leaves_no_trace_of_what_was_forgotten(void **state)
{
    (void)state;
    home_write(".config/medfaq/config.yaml", "searches: yes\n");
    struct terminal *terminal = start(alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "/canary-search\r");
    terminal_wait_row(terminal, STATUS_ROW, "canary-search");
    terminal_send(terminal, "a");
    terminal_wait_row(terminal, STATUS_ROW, "Note: ");
    terminal_send(terminal, "canary-note\r");
    terminal_wait_row(terminal, STATUS_ROW, "Bookmark saved");
    leave(terminal);
    assert_true(home_has("canary-search"));
    assert_true(home_has("canary-note"));
    assert_int_equal(run("forget --all --yes"), 0);
    assert_false(home_has("canary"));
    assert_false(home_has("Alpha overview"));
    assert_int_not_equal(
        system("grep -raqsF canary-note /tmp/medfaq-* "
               "/var/tmp/medfaq-* \"${TMPDIR:-/tmp}\"/medfaq-*"),
        0);
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
        AT_HOME(tells_what_was_read),
        AT_HOME(keeps_marks),
        AT_HOME(keeps_what_was_chosen),
        AT_HOME(keeps_linear_mode_and_the_order_of_the_list),
        AT_HOME(changes_the_note_of_a_bookmark),
        AT_HOME(says_where_no_note_is_kept),
        AT_HOME(highlights_sentences),
        AT_HOME(shows_what_was_deleted_no_more),
        AT_HOME(notes_the_sentence_that_is_shown),
        AT_HOME(shows_highlights_without_colours),
        AT_HOME(makes_a_visit_sheet),
        AT_HOME(tells_that_the_text_of_a_note_has_changed),
        AT_HOME(tells_what_changed_since_it_was_read),
        AT_HOME(keeps_a_question_without_an_answer),
        AT_HOME(keeps_searches_where_it_is_told_to),
        AT_HOME(leaves_no_trace_of_what_was_forgotten),
        AT_HOME(private_sessions_leave_nothing),
        AT_HOME(says_what_it_cannot_remember),
        AT_HOME(forgets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
