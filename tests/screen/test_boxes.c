/* The boxes over an article: languages, links, sources, facts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "terminal.h"

static void leave(struct terminal *terminal)
{
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static struct terminal *open_book(const char *const *env)
{
    static char path[512];
    const char *const arguments[] = {path, NULL};
    struct terminal_options options = {.env = env};
    snprintf(path, sizeof path, "%s", home_path("book/one.md"));
    struct terminal *terminal = terminal_start(&options, arguments);
    terminal_wait(terminal, "updated");
    return terminal;
}

/* What was sent to the clipboard after the first n_before bytes. */
static void wait_copied(struct terminal *terminal, size_t n_before,
                        const char *base64)
{
    char sequence[1024];
    snprintf(sequence, sizeof sequence, "\033]52;c;%s\a", base64);
    terminal_wait_raw_after(terminal, n_before, sequence);
}

static size_t n_sent(struct terminal *terminal)
{
    size_t n_bytes;
    terminal_raw(terminal, &n_bytes);
    return n_bytes;
}

/* ---- languages ---- */

static void write_translations(int n)
{
    home_write("book/one.md",
               "---\ntitle: Gout\nlang: en\nupdated: 2026-11-01\n---\n\n"
               "Overview.\n\n## What is gout?\n\nEnglish.\n\n## Risks\n\nR.\n");
    home_write("book/one.es.md",
               "---\ntitle: La gota\nlang: es\nupdated: 2026-11-01\n---\n\n"
               "Resumen.\n\n## Qué es la gota\n\nEn español.\n\n## Riesgos\n\n"
               "R.\n");
    if (n > 2)
        home_write("book/one.vi.md",
                   "---\ntitle: Bệnh gút\nlang: vi\n---\n\nTổng quan.\n\n"
                   "## Bệnh gút là gì?\n\nTiếng Việt.\n");
}

static const char *const book_env[] = {"MEDFAQ_PATH=book", NULL};

/* The current language is selected; sections have the same order. */
static void chooses_among_three_languages(void **state)
{
    (void)state;
    write_translations(3);
    struct terminal *terminal = open_book(book_env);
    terminal_send(terminal, "2");
    terminal_wait_row(terminal, TEXT_ROW, "What is gout?");
    terminal_send(terminal, "L");
    terminal_wait(terminal, " Language ");
    terminal_wait(terminal, "English         Gout");
    terminal_wait(terminal, "Tiếng Việt      Bệnh gút");
    terminal_wait_cursor_on(terminal, "English");
    terminal_send(terminal, "/gota\r");
    terminal_wait_cursor_on(terminal, "Español");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, TEXT_ROW, "Qué es la gota");
    /* back at the exact place; open the box again and close it without a choice
     */
    terminal_send(terminal, KEY_SEND_BACKSPACE);
    terminal_wait_row(terminal, TEXT_ROW, "What is gout?");
    terminal_send(terminal, "L");
    terminal_wait(terminal, " Language ");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_gone(terminal, " Language ");
    terminal_wait_row(terminal, TEXT_ROW, "What is gout?");
    leave(terminal);
}

static void changes_between_two_languages(void **state)
{
    (void)state;
    write_translations(2);
    struct terminal *terminal = open_book(book_env);
    terminal_send(terminal, "3L");
    terminal_wait_row(terminal, TEXT_ROW, "Riesgos");
    terminal_send(terminal, "L");
    terminal_wait_row(terminal, TEXT_ROW, "Risks");
    leave(terminal);
}

static void says_that_there_is_one_language(void **state)
{
    (void)state;
    home_write("book/one.md", "---\nupdated: 2026-11-01\n---\nText.\n");
    struct terminal *terminal = open_book(book_env);
    terminal_send(terminal, "L");
    terminal_wait_row(terminal, STATUS_ROW, "Only available in");
    leave(terminal);
}

/* ---- links ---- */

static void write_browser(void)
{
    home_write("browser.sh", "#!/bin/sh\necho \"$#:$1\" >>\"$HOME/opened\"\n");
    assert_int_equal(chmod(home_path("browser.sh"), 0700), 0);
}

static void write_links(void)
{
    home_write("book/one.md",
               "---\nupdated: 2026-11-01\nsources:\n"
               "  - {id: a, title: A source, publisher: House, year: 2020, "
               "url: \"https://one.example/s\"}\n---\n"
               "A [page](https://web.example/a?b=1&c=$(x)) and more.[^a]\n");
}

static void wait_opened(const char *line)
{
    for (int i = 0; i < WAIT_SECONDS * 100; i++) {
        if (file_is_there(home_path("opened"))) {
            char *text = read_whole(home_path("opened"));
            bool is_there = strstr(text, line);
            free(text);
            if (is_there)
                return;
        }
        wait_briefly();
    }
    fail_msg("the browser did not get \"%s\"", line);
}

/* The browser gets the address as one argument, whatever is in it. */
static void opens_a_link_in_the_browser(void **state)
{
    (void)state;
    char browser[600];
    write_browser();
    write_links();
    snprintf(browser, sizeof browser, "BROWSER=%s", home_path("browser.sh"));
    struct terminal *terminal = open_book((const char *const[]){browser, NULL});
    terminal_send(terminal, "\t\r");
    terminal_wait(terminal, "https://web.example/a?b=1&c=$(x)");
    size_t n_before = n_sent(terminal);
    terminal_send(terminal, KEY_SEND_ENTER);
    wait_copied(terminal, n_before,
                "aHR0cHM6Ly93ZWIuZXhhbXBsZS9hP2I9MSZjPSQoeCk=");
    terminal_wait_row(terminal, STATUS_ROW, "Address copied");
    terminal_send(terminal, "\r");
    terminal_wait(terminal, "Open it in");
    terminal_send(terminal, "j\r");
    wait_opened("1:https://web.example/a?b=1&c=$(x)\n");
    terminal_wait(terminal, "and more");
    leave(terminal);
}

static void opens_nothing_where_it_may_not(void **state)
{
    (void)state;
    char browser[600];
    write_browser();
    write_links();
    snprintf(browser, sizeof browser, "BROWSER=%s", home_path("browser.sh"));
    struct terminal *terminal =
        open_book((const char *const[]){browser, "MEDFAQ_SECURE=1", NULL});
    terminal_send(terminal, "\t\r");
    terminal_wait(terminal, "Copy the address");
    assert_false(terminal_shows(terminal, "Open it in"));
    terminal_send(terminal, "j\r");
    terminal_wait_row(terminal, STATUS_ROW, "Address copied");
    assert_false(file_is_there(home_path("opened")));
    leave(terminal);
}

/* Without $BROWSER, and for a file beside the article, whose path is shown in
 * full. */
static void opens_with_xdg_open(void **state)
{
    (void)state;
    char path[600], real[600];
    write_browser();
    write_links();
    mkdir(home_path("bin"), 0700);
    home_write("bin/xdg-open", "#!/bin/sh\necho \"xdg $#:$1\" "
                               ">>\"$HOME/opened\"\n");
    assert_int_equal(chmod(home_path("bin/xdg-open"), 0700), 0);
    home_write("book/a leaf.pdf", "%PDF-1.4\n");
    home_write("book/pic.PNG", "x");
    home_write("book/notes.txt", "x");
    home_write("book/one.md",
               "---\nupdated: 2026-11-01\n---\n[web](https://web.example/b) "
               "[leaf](a%20leaf.pdf) ![pic](pic.PNG) [notes](notes.txt) "
               "[gone](gone.pdf) [mail](mailto:a@b.example) "
               "[far](https://web.example/x.pdf?a) [folder](../book/.)\n");
    snprintf(path, sizeof path, "PATH=%s:/usr/bin:/bin", home_path("bin"));
    struct terminal *terminal = open_book((const char *const[]){path, NULL});
    terminal_send(terminal, "\t\r");
    terminal_wait(terminal, " Web page ");
    terminal_wait(terminal, "Open it in xdg-open");
    terminal_send(terminal, "j\r");
    wait_opened("xdg 1:https://web.example/b\n");
    terminal_send(terminal, "\t\r");
    terminal_wait(terminal, " PDF ");
    terminal_wait(terminal, "book/a leaf.pdf");
    terminal_send(terminal, "j\r");
    assert_non_null(realpath(home_path("book/a leaf.pdf"), real));
    snprintf(path, sizeof path, "xdg 1:%s\n", real);
    wait_opened(path);
    terminal_send(terminal, "\t\r");
    terminal_wait(terminal, " Picture ");
    terminal_send(terminal, "\r");
    terminal_wait_row(terminal, STATUS_ROW, "Path copied");
    terminal_send(terminal, "\t\r");
    terminal_wait(terminal, " File ");
    terminal_send(terminal, KEY_SEND_ESCAPE "\t\r");
    terminal_wait_row(terminal, STATUS_ROW,
                      "No file \"gone.pdf\" next to this article");
    terminal_send(terminal, "\t\r");
    terminal_wait(terminal, " E-mail address ");
    assert_false(terminal_shows(terminal, "Open it in"));
    terminal_send(terminal, KEY_SEND_ESCAPE "\t\r");
    terminal_wait(terminal, " PDF ");
    terminal_wait(terminal, "https://web.example/x.pdf?a");
    terminal_send(terminal, KEY_SEND_ESCAPE "\t\r");
    terminal_wait_row(terminal, STATUS_ROW, "No file");
    leave(terminal);
}

static void copies_a_source(void **state)
{
    (void)state;
    char browser[600];
    write_browser();
    write_links();
    snprintf(browser, sizeof browser, "BROWSER=%s", home_path("browser.sh"));
    struct terminal *terminal = open_book((const char *const[]){browser, NULL});
    terminal_send(terminal, KEY_SEND_BACK_TAB "\r");
    terminal_wait(terminal, "[1] A source");
    terminal_wait(terminal, "House, 2020");
    terminal_wait(terminal, "Cited 1 time");
    terminal_wait(terminal, "1 of 3");
    size_t n_before = n_sent(terminal);
    terminal_send(terminal, "G\r");
    /* "[1] A source" and the lines below it */
    terminal_wait_raw_after(terminal, n_before, "\033]52;c;WzFdIEEgc291cmNl");
    terminal_wait_row(terminal, STATUS_ROW, "Reference copied");
    terminal_send(terminal, "\rj\r");
    wait_opened("1:https://one.example/s\n");
    terminal_send(terminal, "\r");
    terminal_wait(terminal, "1 of 3");
    n_before = n_sent(terminal);
    terminal_send(terminal, "\r");
    wait_copied(terminal, n_before, "aHR0cHM6Ly9vbmUuZXhhbXBsZS9z");
    leave(terminal);
}

/* ---- sources and dates ---- */

static void write_facts(void)
{
    home_write(
        "book/one.md",
        "---\ntitle: Gout\nlang: en\ntype: condition\n"
        "synonyms: [podagra, crystal arthritis]\nsummary: All of it.\n"
        "authors: [{name: Ann, role: writer}, {name: Ben}]\n"
        "updated: 2026-11-01\nreviewed: 2026-10-01\nreview_due: 2028-11-01\n"
        "audience: patient\ncodes: {mesh: D006073, icd10: M10}\n"
        "licence: CC-BY-4.0\norigin: {publisher: An Institute, "
        "url: \"https://origin.example\", id: g1, retrieved: 2026-09-01}\n"
        "related: [two, nowhere]\nsources:\n"
        "  - {id: a, title: A source, url: \"https://one.example/s\"}\n---\n"
        "Text.[^a]\n");
    home_write("book/two.md", "---\ntitle: The other one\n---\n\nTwo.\n");
}

static const char *const facts[] = {
    "All of it.",
    "Reviewed      2026-10-01",
    "Updated       2026-11-01",
    "Review due    2028-11-01",
    "Written by    Ann (writer); Ben",
    "Type          condition",
    "Written for   patients",
    "Also called   podagra, crystal arthritis",
    "Language      English",
    "Licence       CC-BY-4.0",
    "D006073",
    "ICD-10 M10",
    "Publisher     An Institute",
    "Web address   https://origin.example",
    "ID            g1",
    "Retrieved     2026-09-01",
    "[1] A source",
    "The other one",
};

static void shows_what_is_known(void **state)
{
    (void)state;
    static char path[512];
    write_facts();
    snprintf(path, sizeof path, "%s", home_path("book/one.md"));
    struct terminal *terminal =
        terminal_start(&(struct terminal_options){.rows = 60, .env = book_env},
                       (const char *const[]){path, NULL});
    terminal_wait(terminal, "An Institute · retrieved 2026-09");
    terminal_send(terminal, "i");
    for (size_t i = 0; i < N_ELEMENTS(facts); i++)
        terminal_wait(terminal, facts[i]);
    /* a source opens its box, and an article in the library is opened */
    terminal_send(terminal, "\t\r");
    terminal_wait(terminal, "Copy the full reference");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_gone(terminal, "Copy the full reference");
    terminal_send(terminal, "\t\t\r");
    terminal_wait(terminal, "No article \"nowhere\" in the library");
    terminal_send(terminal, KEY_SEND_BACK_TAB "\r");
    terminal_wait_row(terminal, 0, "The other one");
    terminal_send(terminal, KEY_SEND_BACKSPACE);
    terminal_wait_row(terminal, 0, "Gout");
    leave(terminal);
}

static void shows_what_is_known_from_the_list(void **state)
{
    (void)state;
    write_facts();
    struct terminal *terminal = terminal_start(
        &(struct terminal_options){.rows = 60, .env = book_env}, NULL);
    terminal_wait_cursor_on(terminal, "Gout");
    terminal_send(terminal, "i");
    terminal_wait(terminal, "Written by    Ann (writer); Ben");
    terminal_send(terminal, "\t\t\r");
    terminal_wait_row(terminal, TEXT_ROW, "Two.");
    terminal_send(terminal, "q");
    terminal_wait(terminal, "1 of 2");
    leave(terminal);
}

/* ---- marks and themes ---- */

static const char *const alpha[] = {"alpha", NULL};

static void takes_back_a_theme_that_was_tried(void **state)
{
    (void)state;
    struct terminal *terminal = terminal_start(NULL, alpha);
    terminal_wait(terminal, "Alpha overview");
    assert_true(terminal_style_of(terminal, "[1]").colored);
    terminal_send(terminal, "T");
    terminal_wait(terminal, "high-contrast");
    terminal_send(terminal, "G");
    terminal_wait(terminal, "5 of 5");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_gone(terminal, "high-contrast");
    assert_true(terminal_style_of(terminal, "[1]").colored);
    terminal_send(terminal, "TG\r");
    terminal_wait_row(terminal, STATUS_ROW, "Theme: mono");
    assert_false(terminal_style_of(terminal, "[1]").colored);
    leave(terminal);
}

static void lists_marks(void **state)
{
    (void)state;
    struct terminal *terminal = terminal_start(NULL, alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "m1");
    terminal_wait_row(terminal, STATUS_ROW, "Use a letter from a to z");
    terminal_send(terminal, "3mb5mz");
    terminal_wait_row(terminal, STATUS_ROW, "Marked. Press ' z");
    terminal_send(terminal, "g'");
    terminal_wait(terminal, "b  Alpha treatment: What is alpha used for?");
    terminal_wait(terminal, "z  Alpha treatment: What are the benefits");
    terminal_wait(terminal, "1 of 3");
    terminal_send(terminal, KEY_SEND_DOWN KEY_SEND_DOWN KEY_SEND_ENTER);
    terminal_wait_row(terminal, TEXT_ROW, "benefits");
    terminal_send(terminal, "'" KEY_SEND_DOWN "\r");
    terminal_wait_row(terminal, TEXT_ROW, "used for?");
    /* where the last jump began */
    terminal_send(terminal, "'\r");
    terminal_wait_row(terminal, TEXT_ROW, "benefits");
    terminal_send(terminal, "'x");
    terminal_wait_row(terminal, STATUS_ROW, "No mark x");
    /* in another view */
    terminal_send(terminal, "Sbeta\t");
    terminal_wait(terminal, "1 of ");
    terminal_send(terminal, "'b");
    terminal_wait_row(terminal, TEXT_ROW, "used for?");
    leave(terminal);
}

/* ---- the mouse ---- */

static void clicks_in_boxes(void **state)
{
    (void)state;
    home_write(".config/medfaq/config.yaml", "mouse: yes\n");
    struct terminal *terminal = terminal_start(NULL, alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "t");
    terminal_wait(terminal, "1 of 15");
    terminal_click(terminal, terminal_find_row(terminal, "7  What happens"),
                   "What happens");
    terminal_wait_row(terminal, TEXT_ROW, "What happens");
    terminal_send(terminal, "t");
    terminal_wait(terminal, "7 of 15");
    terminal_send(terminal, "\033[<65;20;8M");
    terminal_wait(terminal, "8 of 15");
    terminal_send(terminal, "\033[<64;20;8M");
    terminal_wait(terminal, "7 of 15");
    /* beside it */
    terminal_send(terminal, "\033[<0;1;10M\033[<0;1;10m");
    terminal_wait_gone(terminal, "7 of 15");
    terminal_wait_row(terminal, TEXT_ROW, "What happens");
    leave(terminal);
}

static void clicks_in_the_list_of_sections(void **state)
{
    (void)state;
    home_write(".config/medfaq/config.yaml", "mouse: yes\n");
    struct terminal_options options = {.rows = 40, .columns = 120};
    struct terminal *terminal = terminal_start(&options, alpha);
    terminal_wait(terminal, "Side effects");
    terminal_click(terminal, terminal_find_row(terminal, " 9 "), "9");
    terminal_wait(terminal, "▸ 9");
    terminal_wait_row(terminal, TEXT_ROW, "What are the side effects");
    terminal_send(terminal, KEY_SEND_BACKSPACE);
    terminal_wait(terminal, "▸ 1");
    /* a link in the text */
    terminal_click(terminal, TEXT_ROW, "the beta page");
    terminal_wait_row(terminal, TEXT_ROW, "Risks of beta");
    leave(terminal);
}

static void chooses_a_kind_from_the_list(void **state)
{
    (void)state;
    struct terminal *terminal =
        terminal_start(&(struct terminal_options){0}, alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "s");
    terminal_wait(terminal, "Jump to");
    terminal_wait(terminal, "e  Emergency and overdose !");
    terminal_send(terminal, KEY_SEND_HOME "\r");
    terminal_wait_gone(terminal, "Jump to");
    terminal_wait_row(terminal, TEXT_ROW, "Emergency");
    terminal_send(terminal, "s");
    terminal_wait(terminal, "Jump to");
    terminal_send(terminal, KEY_SEND_HOME KEY_SEND_DOWN "\r");
    terminal_wait_row(terminal, TEXT_ROW, "Alpha overview");
    terminal_wait_row(terminal, STATUS_ROW, "What it is");
    leave(terminal);
    home_write("x.md", "# X\n\n## Zzz\n\nWords.\n");
    terminal = terminal_start(&(struct terminal_options){0},
                              (const char *const[]){"x.md", NULL});
    terminal_wait(terminal, "Words.");
    terminal_send(terminal, "s");
    terminal_wait(terminal, "No heading in this article");
    terminal_send(terminal, "q");
    leave(terminal);
}

static void shows_notes_and_what_is_not_explained(void **state)
{
    (void)state;
    home_write("x.md", "---\ntitle: X\nsources:\n  - {id: s, title: Unused}\n"
                       "---\n\nOne.[^n] Two.[^gone]\n\n"
                       "[^n]: A note\n    of two lines.\n");
    struct terminal *terminal = terminal_start(
        &(struct terminal_options){0}, (const char *const[]){"x.md", NULL});
    terminal_wait(terminal, "One.");
    terminal_send(terminal, "\t\r");
    terminal_wait(terminal, "┌─ Source");
    terminal_wait(terminal, "[2] A note of two lines.");
    terminal_wait(terminal, "Cited 1 time");
    terminal_send(terminal, KEY_SEND_ESCAPE "i");
    terminal_wait(terminal, "Not cited in the text.");
    terminal_send(terminal, "q");
    leave(terminal);
}

#define AT_HOME(test)                                                          \
    cmocka_unit_test_setup_teardown(test, home_setup_in_list, home_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_HOME(chooses_among_three_languages),
        AT_HOME(changes_between_two_languages),
        AT_HOME(says_that_there_is_one_language),
        AT_HOME(opens_a_link_in_the_browser),
        AT_HOME(opens_nothing_where_it_may_not),
        AT_HOME(opens_with_xdg_open),
        AT_HOME(copies_a_source),
        AT_HOME(shows_what_is_known),
        AT_HOME(shows_what_is_known_from_the_list),
        AT_HOME(takes_back_a_theme_that_was_tried),
        AT_HOME(lists_marks),
        AT_HOME(clicks_in_boxes),
        AT_HOME(clicks_in_the_list_of_sections),
        AT_HOME(chooses_a_kind_from_the_list),
        AT_HOME(shows_notes_and_what_is_not_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
