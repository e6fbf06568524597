/* The search of the library on the screen. */
#include <stdio.h>
#include <stdlib.h>

#include "terminal.h"

static const char *const no_arguments[] = {NULL};

static struct terminal *start(int rows, int columns,
                              const char *const *arguments)
{
    struct terminal_options options = {.rows = rows, .columns = columns};
    return terminal_start(&options, arguments);
}

static struct terminal *open_search(int rows, int columns)
{
    struct terminal *terminal = start(rows, columns, no_arguments);
    terminal_wait(terminal, "medfaq");
    terminal_send(terminal, "S");
    terminal_wait(terminal, "Esc");
    return terminal;
}

static void leave(struct terminal *terminal)
{
    terminal_send(terminal, KEY_SEND_ESCAPE "Q");
    terminal_assert_clean_exit(terminal);
}

static void shows_examples(void **state)
{
    (void)state;
    static const char *const shown[] = {"kind:",  "type:",     "lang:",
                                        "title:", "reviewed:", "\"a phrase\"",
                                        "-word",  "Esc cancel"};
    struct terminal *terminal = open_search(15, 40);
    for (size_t i = 0; i < N_ELEMENTS(shown); i++)
        terminal_wait(terminal, shown[i]);
    terminal_wait_row(terminal, 4, "   risks: keloid");
    leave(terminal);
}

/* With nothing typed there is nothing to cancel but the search itself. */
static void closes_when_nothing_is_typed(void **state)
{
    (void)state;
    static const char *const keys[] = {KEY_SEND_ESCAPE, KEY_SEND_BACKSPACE};
    struct terminal *terminal = open_search(24, 80);
    for (size_t i = 0; i < N_ELEMENTS(keys); i++) {
        terminal_send(terminal, keys[i]);
        terminal_wait(terminal, "articles by title");
        terminal_send(terminal, "S");
        terminal_wait(terminal, "Type words");
    }
    terminal_send(terminal, "beta");
    terminal_wait(terminal, "Uses of beta");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait(terminal, "1 of ");
    leave(terminal);
}

static void says_what_is_not_there(void **state)
{
    (void)state;
    struct terminal *terminal = open_search(24, 80);
    terminal_send(terminal, "zz");
    terminal_wait(terminal, "no name begins with \"zz\"");
    assert_false(terminal_shows(terminal, "another word"));
    assert_false(terminal_shows(terminal, "Nothing found"));
    terminal_send(terminal, "\025side effects of metformin");
    terminal_wait(terminal, "no article has \"metformin\"");
    terminal_send(terminal, "\025beta metformin");
    terminal_wait(terminal, "showing what the other words find");
    terminal_wait(terminal, "Uses of beta");
    leave(terminal);
}

static void says_an_emergency_first(void **state)
{
    (void)state;
    struct terminal *terminal = open_search(24, 80);
    terminal_send(terminal, "chest x-ray beta");
    terminal_wait(terminal, "Uses of beta");
    assert_false(terminal_shows(terminal, "emergency number"));
    terminal_send(terminal, "\025chest pain beta");
    terminal_wait(terminal, "! If this may be an emergency, call your local "
                            "emergency number now.");
    terminal_wait(terminal, "Uses of beta");
    leave(terminal);
}

/* What no article is called is searched, and one leaves where one came in. */
static void searches_what_no_article_is_called(void **state)
{
    (void)state;
    static const char *const arguments[] = {"keloid", "scarring", NULL};
    struct terminal *terminal = start(24, 80, arguments);
    terminal_wait(terminal, "no article is called \"keloid scarring\"");
    terminal_wait(terminal, "Who should not have alpha");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait(terminal, "updated");
    terminal_send(terminal, "q");
    terminal_wait(terminal, "1 of ");
    terminal_send(terminal, "q");
    terminal_assert_clean_exit(terminal);
}

static void searches_no_empty_library(void **state)
{
    (void)state;
    static const char *const arguments[] = {"keloid", NULL};
    static const char *const env[] = {"MEDFAQ_PATH=/nowhere", NULL};
    struct terminal_options options = {.env = env};
    struct terminal *terminal = terminal_start(&options, arguments);
    terminal_wait(terminal, "/nowhere: No such file");
    terminal_wait(terminal, "no article is called");
    assert_int_not_equal(terminal_wait_exit(terminal), 0);
}

/* The line of a correction is none of the results. */
static void counts_results_alone(void **state)
{
    (void)state;
    struct terminal *terminal = open_search(24, 80);
    terminal_send(terminal, "uses betta");
    terminal_wait(terminal, "5 found");
    terminal_wait(terminal, "4 articles searched");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait(terminal, "1 of 5");
    terminal_send(terminal, KEY_SEND_DOWN);
    terminal_wait(terminal, "2 of 5");
    leave(terminal);
}

static void goes_back_to_what_was_corrected(void **state)
{
    (void)state;
    struct terminal *terminal = open_search(24, 80);
    terminal_send(terminal, "betta");
    terminal_wait(terminal, "showing \"beta\" (Enter here: as typed)");
    terminal_send(terminal, KEY_SEND_ESCAPE "k\r");
    terminal_wait(terminal, "searched as typed");
    terminal_send(terminal, "\r");
    terminal_wait(terminal, "showing \"beta\"");
    terminal_wait_cursor_on(terminal, "Uses of beta");
    leave(terminal);
}

static void types_over_what_was_typed(void **state)
{
    (void)state;
    struct terminal *terminal = open_search(24, 80);
    terminal_send(terminal, "beta");
    terminal_wait(terminal, "Uses of beta");
    terminal_send(terminal, KEY_SEND_ESCAPE "S");
    terminal_wait_cursor_on(terminal, "Search: beta");
    terminal_send(terminal, "gamma");
    terminal_wait_cursor_on(terminal, "Search: gamma");
    terminal_send(terminal, KEY_SEND_ESCAPE "S" KEY_SEND_BACKSPACE);
    terminal_wait_cursor_on(terminal, "Search: gamm");
    terminal_send(terminal, "a" KEY_SEND_ESCAPE "S" KEY_SEND_LEFT "x");
    terminal_wait_cursor_on(terminal, "Search: gammxa");
    leave(terminal);
}

static void remembers_what_was_searched(void **state)
{
    (void)state;
    struct terminal *terminal = open_search(24, 80);
    terminal_send(terminal, "beta");
    terminal_wait(terminal, "Uses of beta");
    terminal_send(terminal, KEY_SEND_ESCAPE "Sgamma");
    terminal_wait_cursor_on(terminal, "Search: gamma");
    terminal_send(terminal, KEY_SEND_ESCAPE "qS");
    terminal_wait(terminal, "Up earlier");
    terminal_send(terminal, KEY_SEND_UP);
    terminal_wait_cursor_on(terminal, "Search: gamma");
    terminal_send(terminal, KEY_SEND_UP);
    terminal_wait_cursor_on(terminal, "Search: beta");
    terminal_wait(terminal, "Uses of beta");
    terminal_send(terminal, KEY_SEND_DOWN);
    terminal_wait_cursor_on(terminal, "Search: gamma");
    leave(terminal);
}

static void says_the_keys_where_it_is_narrow(void **state)
{
    (void)state;
    struct terminal *terminal = open_search(15, 40);
    terminal_send(terminal, "beta");
    terminal_wait_row(terminal, 14, "Enter open Esc list");
    leave(terminal);
    terminal = open_search(5, 20);
    terminal_send(terminal, "beta");
    terminal_wait_row(terminal, 4, "Enter Esc");
    leave(terminal);
}

/* } and { go through the articles that were found. */
static void goes_through_what_was_found(void **state)
{
    (void)state;
    home_write("some/a.md", "# Apple\n\n## Risks\n\nMoss.\n");
    home_write("some/b.md", "# Bread\n\n## Risks\n\nMould.\n");
    home_write("some/c.md", "# Cheese\n\n## Risks\n\nMoss. Moss.\n");
    struct terminal *terminal =
        start(24, 80, (const char *const[]){"some", NULL});
    terminal_wait(terminal, "3 articles");
    terminal_send(terminal, "Smoss");
    terminal_wait(terminal, "2 found");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, 0, "Cheese");
    terminal_send(terminal, "}");
    terminal_wait_row(terminal, 0, "Apple");
    terminal_send(terminal, "}");
    terminal_wait(terminal, "no article after this");
    terminal_send(terminal, "q"); /* the results follow */
    terminal_wait(terminal, "2 of 2");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, 0, "Apple");
    terminal_send(terminal, "{");
    terminal_wait_row(terminal, 0, "Cheese");
    terminal_send(terminal, "q");
    terminal_wait(terminal, "1 of 2");
    leave(terminal);
}

/* Also where what was asked for stands before the rest of each. */
static void goes_through_each_article_once(void **state)
{
    (void)state;
    home_write("some/a.md",
               "# Apple\n\n## Risks\n\nMoss.\n\n## Uses\n\nMoss.\n");
    home_write("some/b.md",
               "# Bread\n\n## Risks\n\nMoss.\n\n## Uses\n\nMoss.\n");
    struct terminal *terminal =
        start(24, 80, (const char *const[]){"some", NULL});
    terminal_wait(terminal, "2 articles");
    terminal_send(terminal, "Smoss risks");
    terminal_wait_cursor_on(terminal, "Search: moss risks");
    terminal_wait(terminal, "4 found");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, 0, "Apple");
    terminal_send(terminal, "}");
    terminal_wait_row(terminal, 0, "Bread");
    terminal_send(terminal, "}");
    terminal_wait(terminal, "no article after this");
    leave(terminal);
}

/* All rare words, and not what the article is called; in the next article too,
 * and until Esc. */
static void marks_what_was_searched(void **state)
{
    (void)state;
    home_write("some/a.md", "# Apple\n\n## Risks\n\nFerns, moss. Fern.\n");
    home_write("some/b.md", "# Bread\n\n## Risks\n\nThe apple. Moss.\n");
    home_write("some/c.md", "# Cheese\n\n## Risks\n\nMould.\n");
    struct terminal *terminal =
        start(24, 80, (const char *const[]){"some", NULL});
    terminal_wait(terminal, "3 articles");
    terminal_send(terminal, "Sis moss or fern safe with apple");
    terminal_wait(terminal, "2 found");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, 23, "\"Ferns, moss\" 1 of 3");
    terminal_wait_cursor_on(terminal, "Ferns");
    assert_true(terminal_style_of(terminal, "moss").colored);
    terminal_send(terminal, "nn");
    terminal_wait_row(terminal, 23, "3 of 3");
    terminal_send(terminal, "}");
    terminal_wait_row(terminal, 0, "Bread");
    terminal_send(terminal, "n");
    terminal_wait_row(terminal, 23, "\"apple, Moss\" 1 of 2");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_gone(terminal, "1 of 2");
    terminal_send(terminal, "n");
    terminal_wait(terminal, "nothing to find: / finds");
    leave(terminal);
}

/* It stands everywhere in it. */
static void marks_no_name_alone(void **state)
{
    (void)state;
    struct terminal *terminal = open_search(24, 80);
    terminal_send(terminal, "beta uses");
    terminal_wait(terminal, "Beta uses text");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, 1, "Uses of beta");
    terminal_wait_row(terminal, 23, "jump to");
    terminal_send(terminal, "n");
    terminal_wait(terminal, "nothing of the search is marked here");
    leave(terminal);
}

/* What works elsewhere works in the results. */
static void obeys_the_keys_of_other_views(void **state)
{
    (void)state;
    struct terminal *terminal = open_search(24, 80);
    terminal_send(terminal, "beta");
    terminal_wait(terminal, "5 found");
    terminal_send(terminal, KEY_SEND_ESCAPE "n");
    terminal_wait(terminal, "2 of 5");
    terminal_send(terminal, "N");
    terminal_wait(terminal, "1 of 5");
    terminal_send(terminal, "M");
    terminal_wait(terminal, "mouse off");
    terminal_send(terminal, "V");
    terminal_wait(terminal, "linear");
    terminal_send(terminal, "T");
    terminal_wait(terminal, "high-contrast");
    terminal_send(terminal, KEY_SEND_ESCAPE "P");
    terminal_wait(terminal, "Problems");
    terminal_send(terminal, KEY_SEND_ESCAPE ":");
    terminal_wait(terminal, "type to find");
    terminal_send(terminal, KEY_SEND_ESCAPE "/");
    terminal_wait_cursor_on(terminal, "Search: beta");
    leave(terminal);
}

/* While one types too: what is selected stays what Enter opens. */
static void clicks_select_and_open(void **state)
{
    (void)state;
    home_write("some/a.md", "# Apple\n\n## Risks\n\nMoss.\n");
    home_write("some/b.md", "# Bread\n\n## Dangers\n\nMoss, fern, mould.\n");
    struct terminal *terminal =
        start(24, 80, (const char *const[]){"some", NULL});
    terminal_wait(terminal, "2 articles");
    terminal_send(terminal, "Smoss");
    terminal_wait(terminal, "2 found");
    terminal_wait_cursor_on(terminal, "Search: moss");
    terminal_wait_row(terminal, 6, "Moss, fern");
    terminal_click(terminal, 5, "Dangers");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, 0, "Bread");
    terminal_send(terminal, "qS" KEY_SEND_LEFT);
    terminal_wait(terminal, "2 found");
    terminal_click(terminal, 5, "Dangers");
    terminal_wait_row(terminal, 1, "Dangers");
    terminal_send(terminal, "q");
    terminal_wait(terminal, "2 of 2");
    leave(terminal);
}

/* On a wide screen: the section, and the next as one goes on. */
static void shows_the_section_beside(void **state)
{
    (void)state;
    home_write("some/a.md", "# Apple\n\n## Risks\n\nMoss.\n\nApple text.\n");
    home_write("some/b.md", "# Bread\n\n## Dangers\n\nMoss, fern, mould.\n\n"
                            "Bread text.\n");
    struct terminal *terminal =
        start(30, 120, (const char *const[]){"some", NULL});
    terminal_wait(terminal, "2 articles");
    terminal_send(terminal, "Smoss");
    terminal_wait(terminal, "│ Apple text.");
    terminal_send(terminal, KEY_SEND_DOWN);
    terminal_wait(terminal, "│ Bread text.");
    terminal_resize(terminal, 30, 119);
    terminal_wait_gone(terminal, "│ Bread text.");
    leave(terminal);
}

/* No row of a single word below two that are full. */
static void shows_two_rows_of_text(void **state)
{
    (void)state;
    home_write(
        "some/a.md",
        "# Apple\n\n## Risks\n\nMoss is a plant that grows where it is "
        "wet and dark, and it grows slowly, for years and years, and on "
        "stones and on walls and on trees and on the roofs of houses.\n");
    struct terminal *terminal =
        start(24, 80, (const char *const[]){"some", NULL});
    terminal_wait(terminal, "1 article");
    terminal_send(terminal, "Smoss");
    terminal_wait_row(terminal, 3, "Moss is a plant");
    terminal_wait_row(terminal, 4, "…");
    char *row = terminal_row(terminal, 5);
    assert_string_equal(row, "");
    free(row);
    leave(terminal);
}

#define N_MANY 80

static void shows_more_as_one_goes_down(void **state)
{
    (void)state;
    for (int i = 0; i < N_MANY; i++) {
        char path[64], text[128];
        snprintf(path, sizeof path, "many/illness-%02d.md", i);
        snprintf(text, sizeof text, "# Illness %02d\n\n## Risks\n\nMoss.\n", i);
        home_write(path, text);
    }
    struct terminal *terminal =
        start(24, 80, (const char *const[]){"many", NULL});
    terminal_wait(terminal, "80 articles");
    terminal_send(terminal, "Smoss");
    terminal_wait(terminal, "80 found");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait(terminal, "1 of 80");
    for (int i = 0; i < 40; i++)
        terminal_send(terminal, "j");
    terminal_wait(terminal, "of 80");
    terminal_send(terminal, "G");
    terminal_wait(terminal, "80 of 80");
    terminal_wait_cursor_on(terminal, "Risks");
    terminal_send(terminal, "g");
    terminal_wait(terminal, " 1 of 80");
    leave(terminal);
}

#define AT_HOME(test)                                                          \
    cmocka_unit_test_setup_teardown(test, home_setup, home_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_HOME(shows_examples),
        AT_HOME(closes_when_nothing_is_typed),
        AT_HOME(says_what_is_not_there),
        AT_HOME(says_an_emergency_first),
        AT_HOME(searches_what_no_article_is_called),
        AT_HOME(searches_no_empty_library),
        AT_HOME(counts_results_alone),
        AT_HOME(goes_back_to_what_was_corrected),
        AT_HOME(types_over_what_was_typed),
        AT_HOME(remembers_what_was_searched),
        AT_HOME(says_the_keys_where_it_is_narrow),
        AT_HOME(goes_through_what_was_found),
        AT_HOME(goes_through_each_article_once),
        AT_HOME(marks_what_was_searched),
        AT_HOME(marks_no_name_alone),
        AT_HOME(obeys_the_keys_of_other_views),
        AT_HOME(clicks_select_and_open),
        AT_HOME(shows_the_section_beside),
        AT_HOME(shows_two_rows_of_text),
        AT_HOME(shows_more_as_one_goes_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
