/* Linear mode, for screen readers and braille: what a line says, and where the
 * cursor is. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "terminal.h"

#define N_KEYS 1000
static struct terminal *open_linear(const char *path)
{
    const char *const arguments[] = {"--linear", path, NULL};
    struct terminal *terminal = terminal_start(NULL, arguments);
    terminal_wait(terminal, path ? "Section: " : "1 of 4. ");
    return terminal;
}

static void leave(struct terminal *terminal)
{
    terminal_send(terminal, "\003");
    terminal_wait_exit(terminal);
    terminal_assert_restored(terminal);
}

/* No box, block or braille character, and no pointer. */
static void assert_plain(struct terminal *terminal)
{
    char *screen = terminal_screen(terminal);
    for (const char *at = screen; *at; at++) {
        const unsigned char *byte = (const unsigned char *)at;
        bool boxes = byte[0] == 0xE2 && byte[1] >= 0x94 && byte[1] <= 0x97;
        bool braille = byte[0] == 0xE2 && byte[1] >= 0xA0 && byte[1] <= 0xA3;
        if (boxes || braille)
            fail_msg("a sign that cannot be read:\n%s", screen);
    }
    free(screen);
}

static void says_the_rows_of_lists(void **state)
{
    (void)state;
    struct terminal *terminal = open_linear(NULL);
    terminal_wait(terminal, "1 of 4. Alpha treatment, procedure, updated 2026, "
                            "not reviewed");
    terminal_wait(terminal,
                  "2 of 4. Beta medicine, medicine, updated 2026, reviewed");
    assert_plain(terminal);
    terminal_send(terminal, "\tjx");
    terminal_wait_cursor_on(terminal, "2 of 4. Beta medicine");
    terminal_wait(terminal, "2 of 4. Beta medicine, picked, medicine");
    leave(terminal);
}

/* What is found is heard on the line that is typed. */
static void says_what_was_found(void **state)
{
    (void)state;
    struct terminal *terminal = open_linear(NULL);
    terminal_send(terminal, "uses beta");
    terminal_wait_row(terminal, TEXT_ROW,
                      "Find: uses beta  [5 results. 1: Beta medicine, Uses of");
    terminal_wait_cursor_on(terminal, "Find: uses beta");
    terminal_wait(terminal, "1 of 5. Beta medicine, Uses of beta");
    terminal_send(terminal, "\025chest pain beta");
    terminal_wait_row(terminal, TEXT_ROW,
                      "chest pain beta  [For emergency advice, press !. ");
    terminal_wait(terminal, "If this may be an emergency");
    assert_false(terminal_shows(terminal, "! If this"));
    assert_plain(terminal);
    leave(terminal);
}

static void says_what_things_are(void **state)
{
    (void)state;
    home_write("one.md", "# One\n\n## Risks\n\nSee [the list](two.md).[^a]\n\n"
                         "> [!WARNING] Hot.\n\n> Said.\n\n"
                         "| Name | Dose |\n|---|---|\n| A | 1 |\n\n"
                         "Last.\n\n[^a]: First House\n");
    struct terminal *terminal = open_linear(home_path("one.md"));
    terminal_wait(terminal, "Section: Risks");
    terminal_wait(terminal, "See link: the list, end of link.[note 1]");
    terminal_wait(terminal, "WARNING: Hot");
    terminal_wait(terminal, "End of WARNING.");
    terminal_wait(terminal, "Quote:");
    terminal_wait(terminal, "End of quote.");
    terminal_wait(terminal, "Table:");
    terminal_wait(terminal, "End of table.");
    assert_plain(terminal);
    terminal_send(terminal, "s");
    terminal_wait(terminal, "Risks and complications, safety");
    assert_plain(terminal);
    leave(terminal);
}

/* The line with the cursor says which box has opened, until a key is pressed;
 * a column is told from the next one by a sign that is spoken. */
static void says_which_box_it_is(void **state)
{
    (void)state;
    struct terminal *terminal = open_linear("alpha");
    terminal_wait_cursor_on(terminal, "Alpha overview");
    terminal_send(terminal, "s");
    terminal_wait_cursor_on(terminal, "Jump to: press a letter. 2 of ");
    terminal_wait(terminal, "o: What it is, section 1");
    terminal_send(terminal, KEY_SEND_DOWN);
    terminal_wait_cursor_on(terminal, "3 of ");
    assert_false(terminal_shows(terminal, "a letter. "));
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_cursor_on(terminal, "Alpha overview");
    terminal_send(terminal, ":theme");
    terminal_wait_row(terminal, TEXT_ROW, "Actions: theme. 1 of ");
    terminal_wait(terminal, "T: Choose the colours, theme");
    leave(terminal);
}

/* j and k go from line to line, past blank ones, and scroll at the edge. */
static void reads_line_by_line(void **state)
{
    (void)state;
    struct terminal *terminal = open_linear("alpha");
    terminal_wait_cursor_on(terminal, "Alpha overview");
    terminal_send(terminal, "j");
    terminal_wait_cursor_on(terminal, "link: its risks, end of link");
    terminal_send(terminal, "j");
    terminal_wait_cursor_on(terminal, ".[source 1]");
    terminal_send(terminal, "j");
    terminal_wait_cursor_on(terminal, "Section: What is alpha?");
    terminal_send(terminal, "j");
    terminal_wait_cursor_on(terminal, "What line 1 of section 1");
    terminal_send(terminal, "kkkk");
    terminal_wait_cursor_on(terminal, "Alpha overview");
    for (int i = 0; i < 40; i++)
        terminal_send(terminal, "j");
    terminal_wait_gone(terminal, "Alpha overview");
    terminal_send(terminal, "G");
    terminal_wait(terminal, "100%");
    terminal_send(terminal, "gjjj");
    terminal_wait_cursor_on(terminal, "Section: What is alpha?");
    leave(terminal);
}

static void says_which_match_it_is(void **state)
{
    (void)state;
    struct terminal *terminal = open_linear("alpha");
    terminal_send(terminal, "/line 6\r");
    terminal_wait(terminal, "(match 1 of 14)");
    terminal_wait_cursor_on(terminal, "(match 1 of 14)");
    terminal_send(terminal, "n");
    terminal_wait_cursor_on(terminal, "(match 2 of 14)");
    terminal_send(terminal, "j");
    terminal_wait_gone(terminal, "(match 2 of 14)");
    leave(terminal);
}

static void says_what_is_kept(void **state)
{
    (void)state;
    struct terminal *terminal = open_linear("alpha");
    terminal_send(terminal, "jjjjj");
    terminal_wait_cursor_on(terminal, "through and to");
    terminal_send(terminal, "a");
    terminal_wait_row(terminal, STATUS_ROW, "Note on \"What line 1 of");
    terminal_send(terminal, KEY_SEND_DOWN);
    terminal_wait_row(terminal, STATUS_ROW, "Note on \"What line 2 of");
    terminal_send(terminal, "\r");
    terminal_wait(terminal, " (bookmark)");
    terminal_send(terminal, "x");
    terminal_wait(terminal, "Highlight: \"What line 2 of");
    terminal_wait_cursor_on(terminal, "line 2 of section 1");
    terminal_send(terminal, "k" KEY_SEND_ESCAPE);
    terminal_wait_row(terminal, STATUS_ROW, "Highlight saved");
    terminal_wait(terminal, "(highlight)");
    assert_plain(terminal);
    leave(terminal);
}

/* What one wrote oneself, too. */
static void says_the_rows_of_notes(void **state)
{
    (void)state;
    struct terminal *terminal = open_linear("alpha");
    terminal_send(terminal, "aask this\rB");
    terminal_wait(terminal, "1 of 1. ask this, Alpha treatment");
    terminal_wait_cursor_on(terminal, "1 of 1. ask this");
    assert_plain(terminal);
    assert_false(terminal_shows(terminal, "▸"));
    leave(terminal);
}

/* Every box and view over an article. */
static void draws_no_sign_anywhere(void **state)
{
    (void)state;
    static const struct {
        const char *keys, *shows;
    } views[] = {
        {"t", "Outline"},  {"s", "Jump to"}, {"i", "Sources"},
        {"K", ""},         {"?", ""},        {":", "type to find"},
        {"T", "contrast"}, {"P", "roblem"},  {"'", ""},
    };
    struct terminal *terminal = open_linear("alpha");
    for (size_t i = 0; i < N_ELEMENTS(views); i++) {
        terminal_send(terminal, views[i].keys);
        terminal_wait(terminal, views[i].shows);
        terminal_wait_idle(terminal);
        assert_plain(terminal);
        terminal_send(terminal, KEY_SEND_ESCAPE);
        terminal_wait(terminal, "jump to");
    }
    terminal_send(terminal, "cbeta\r");
    terminal_wait(terminal, " | ");
    terminal_wait_idle(terminal);
    assert_plain(terminal);
    leave(terminal);
}

/* Where one types to choose, the cursor goes to what an arrow selects, and back
 * to the text. */
static void follows_the_choice(void **state)
{
    (void)state;
    struct terminal *terminal = open_linear("alpha");
    terminal_send(terminal, ":");
    terminal_wait(terminal, "type to find");
    terminal_send(terminal, KEY_SEND_DOWN);
    terminal_wait_cursor_on(terminal, "2 of ");
    terminal_send(terminal, KEY_SEND_UP);
    terminal_wait_cursor_on(terminal, "1 of ");
    terminal_send(terminal, "th");
    terminal_wait_cursor_on(terminal, ": th");
    terminal_send(terminal, KEY_SEND_DOWN KEY_SEND_LEFT);
    terminal_wait_cursor_on(terminal, ": th");
    leave(terminal);
}

/* ---- a walk ---- */

#define N_LINES 60
#define N_LISTED 40

/* Keys that go to the next item, the one before, the first and the last, and
 * what is on the line of the item that has the cursor then. */
struct walk {
    const char *name, *path, *open;
    const char *next[2], *previous[2], *first, *last;
    const char *before, *after; /* on the line, around the number of the item */
    unsigned n;
    bool wraps;
};

static const struct walk walks[] = {
    {"the list",
     "many",
     "\t",
     {"j", KEY_SEND_DOWN},
     {"k", KEY_SEND_UP},
     "g",
     "G",
     "",
     " of 40. Illness",
     N_LISTED,
     false},
    {"the answers",
     "many",
     "moss\tGjg",
     {"j", "n"},
     {"k", "N"},
     "g",
     "G",
     "",
     " of 40. ",
     N_LISTED,
     false},
    {"the prompt",
     "many",
     "",
     {KEY_SEND_DOWN, KEY_SEND_DOWN},
     {KEY_SEND_UP, KEY_SEND_UP},
     NULL,
     NULL,
     "",
     " of 40. Illness",
     N_LISTED,
     false},
    {"the outline",
     "alpha",
     "tg",
     {"j", KEY_SEND_DOWN},
     {"k", KEY_SEND_UP},
     "g",
     "G",
     "",
     " of 15. ",
     15,
     false},
    {"the kinds",
     "alpha",
     "s" KEY_SEND_HOME,
     {KEY_SEND_DOWN, KEY_SEND_DOWN},
     {KEY_SEND_UP, KEY_SEND_UP},
     KEY_SEND_HOME,
     KEY_SEND_END,
     "",
     " of 15. ",
     15,
     false},
    {"an article",
     "lines.md",
     "g",
     {"j", KEY_SEND_DOWN},
     {"k", KEY_SEND_UP},
     "g",
     "G",
     "Line ",
     " of it",
     N_LINES,
     false},
    {"what was found",
     "lines.md",
     "/of it\r",
     {"n", "n"},
     {"N", "N"},
     NULL,
     NULL,
     "(match ",
     " of 60)",
     N_LINES,
     true},
};

static void write_what_is_walked(void)
{
    char path[64], text[64 * N_LINES] = "";
    for (int i = 0; i < N_LISTED; i++) {
        snprintf(path, sizeof path, "many/illness-%02d.md", i);
        home_write(path, "");
        snprintf(text, sizeof text, "# Illness %02d\n\n## Risks\n\nMoss.\n", i);
        home_write(path, text);
    }
    *text = '\0';
    for (int i = 1; i <= N_LINES; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text),
                 "Line %02d of it.\n\n", i);
    home_write("lines.md", text);
}

/* Where a key leads. */
static unsigned go(const struct walk *walk, unsigned at, int by)
{
    if (walk->wraps)
        return (at - 1 + walk->n + (unsigned)by) % walk->n + 1;
    return by > 0 ? at + (at < walk->n) : at - (at > 1);
}

static void walks_at_random(void **state)
{
    const struct walk *walk = *state;
    uint32_t random = 2026;
    unsigned at = 1;
    write_what_is_walked();
    bool is_named = !strcmp(walk->path, "alpha");
    const char *const arguments[] = {
        "--linear", is_named ? walk->path : home_path(walk->path), NULL};
    struct terminal *terminal = terminal_start(NULL, arguments);
    terminal_wait(terminal, !strcmp(walk->path, "many") ? "40 articles ·"
                            : is_named                  ? "Section: "
                                                        : "Line 01");
    terminal_send(terminal, walk->open);
    for (int i = 0; i < N_KEYS; i++) {
        char line[64];
        random = random * 1664525 + 1013904223;
        unsigned turn = random >> 24, which = random >> 20 & 1;
        if (turn < 8 && walk->first) {
            terminal_send(terminal, turn < 4 ? walk->first : walk->last);
            at = turn < 4 ? 1 : walk->n;
        } else {
            terminal_send(terminal,
                          turn & 1 ? walk->next[which] : walk->previous[which]);
            at = go(walk, at, turn & 1 ? 1 : -1);
        }
        bool padded = !strcmp(walk->before, "Line ") && at < 10;
        snprintf(line, sizeof line, "%s%s%u%s", walk->before, padded ? "0" : "",
                 at, walk->after);
        terminal_wait_cursor_on(terminal, line);
        assert_plain(terminal);
    }
    leave(terminal);
}

#define AT_HOME(test)                                                          \
    cmocka_unit_test_setup_teardown(test, home_setup, home_teardown)
#define N_OTHERS 9

int main(void)
{
    struct CMUnitTest tests[N_OTHERS + N_ELEMENTS(walks)] = {
        AT_HOME(says_the_rows_of_lists), AT_HOME(says_what_was_found),
        AT_HOME(says_what_things_are),   AT_HOME(reads_line_by_line),
        AT_HOME(says_which_match_it_is), AT_HOME(says_which_box_it_is),
        AT_HOME(draws_no_sign_anywhere), AT_HOME(follows_the_choice),
        AT_HOME(says_what_is_kept),      AT_HOME(says_the_rows_of_notes),
    };
    for (size_t i = 0; i < N_ELEMENTS(walks); i++)
        tests[N_OTHERS + i] = (struct CMUnitTest){
            .name = walks[i].name,
            .test_func = walks_at_random,
            .setup_func = home_setup,
            .teardown_func = home_teardown,
            .initial_state = (void *)&walks[i],
        };
    return _cmocka_run_group_tests("linear", tests, N_ELEMENTS(tests), NULL,
                                   NULL);
}
