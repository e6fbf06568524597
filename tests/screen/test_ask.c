/* The first screen: a prompt above the library, and its answers to what is
 * typed. */
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

static struct terminal *open_prompt(int rows, int columns)
{
    struct terminal *terminal = start(rows, columns, no_arguments);
    terminal_wait(terminal, "Beta medicine");
    return terminal;
}

/* ^D on an empty prompt. */
static void leave(struct terminal *terminal)
{
    terminal_send(terminal, "\005\025\004");
    terminal_assert_clean_exit(terminal);
}

static struct terminal *open_some(int rows, int columns)
{
    struct terminal *terminal =
        start(rows, columns, (const char *const[]){"some", NULL});
    terminal_wait(terminal, "articles · A-Z");
    return terminal;
}

/* The prompt has the focus, with the library below it. */
static void begins_with_a_prompt(void **state)
{
    (void)state;
    struct terminal *terminal = open_prompt(ROWS, 80);
    terminal_wait_row(terminal, TEXT_ROW, "Find: type a word or a question");
    terminal_wait_row(terminal, TEXT_ROW + 2, "▸ Alpha treatment");
    terminal_wait_row(terminal, STATUS_ROW,
                      "Enter open  ↑↓ select  Esc list  ! emergency");
    terminal_wait_cursor_on(terminal, "Find: ");
    terminal_send(terminal, "q");
    terminal_wait_cursor_on(terminal, "Find: q");
    terminal_send(terminal, KEY_SEND_BACKSPACE "Q");
    terminal_wait_cursor_on(terminal, "Find: Q");
    leave(terminal);
}

/* As over a slow line that splits characters; an invalid byte affects nothing
 * else. */
static void takes_a_character_in_pieces(void **state)
{
    (void)state;
    static const char *const pieces[] = {"d",    "\xE1", "\xBB", "\xB1", "\xE1",
                                         "\xBB", "e",    "\xFF", "n"};
    struct terminal *terminal = open_prompt(ROWS, 80);
    for (size_t i = 0; i < N_ELEMENTS(pieces); i++) {
        terminal_send(terminal, pieces[i]);
        terminal_wait_idle(terminal);
    }
    terminal_wait_cursor_on(terminal, "Find: d\u1EF1en");
    leave(terminal);
}

/* If nothing is found: other ways to ask, where there is room for them; and how
 * to go back. */
static void shows_examples(void **state)
{
    (void)state;
    static const char *const shown[] = {"title:", "reviewed:", "\"a phrase\"",
                                        "-word"};
    struct terminal *terminal = open_prompt(ROWS, 80);
    terminal_send(terminal, "zzzz");
    terminal_wait(terminal, "risks: scar");
    terminal_wait(terminal, "Press Esc to see all articles");
    assert_false(terminal_shows(terminal, "Enter open"));
    for (size_t i = 0; i < N_ELEMENTS(shown); i++)
        terminal_wait(terminal, shown[i]);
    leave(terminal);
}

/* Esc goes from the text to the library and from there to the list. Tab
 * switches between both, and the text is kept. */
static void moves_the_focus(void **state)
{
    (void)state;
    struct terminal *terminal = open_prompt(ROWS, 80);
    terminal_send(terminal, "beta");
    terminal_wait(terminal, "Uses of beta");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_cursor_on(terminal, "Find: type a word");
    terminal_wait(terminal, "▸ Beta medicine");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_cursor_on(terminal, "▸ Beta medicine");
    terminal_send(terminal, "j");
    terminal_wait_cursor_on(terminal, "▸ Gamma condition");
    terminal_send(terminal, "/beta\t");
    terminal_wait_cursor_on(terminal, "▸ Beta medicine");
    terminal_wait_row(terminal, TEXT_ROW, "Find: beta");
    terminal_send(terminal, KEY_SEND_BACK_TAB "x");
    terminal_wait_cursor_on(terminal, "Find: betax");
    terminal_send(terminal, "\tS" KEY_SEND_BACKSPACE);
    terminal_wait_cursor_on(terminal, "Find: beta");
    leave(terminal);
}

/* The terminal's cursor is where the last key took effect. */
static void follows_the_last_key(void **state)
{
    (void)state;
    struct terminal *terminal = open_prompt(ROWS, 80);
    terminal_send(terminal, KEY_SEND_DOWN);
    terminal_wait_cursor_on(terminal, "▸ Beta medicine");
    terminal_send(terminal, "b");
    terminal_wait_cursor_on(terminal, "Find: b");
    terminal_send(terminal, "eta" KEY_SEND_DOWN);
    terminal_wait_cursor_on(terminal, "▸ Beta medicine · ");
    terminal_send(terminal, KEY_SEND_LEFT);
    terminal_wait_cursor_on(terminal, "Find: beta");
    leave(terminal);
}

/* A character that cannot begin a question is a key while nothing is typed. */
static void has_keys_while_it_is_empty(void **state)
{
    (void)state;
    struct terminal *terminal = open_prompt(ROWS, 80);
    terminal_send(terminal, "?");
    terminal_wait(terminal, "Move down one line");
    terminal_send(terminal, KEY_SEND_ESCAPE ":");
    terminal_wait(terminal, "type to find");
    terminal_send(terminal, KEY_SEND_ESCAPE "/a?:/");
    terminal_wait_cursor_on(terminal, "Find: a?:/");
    leave(terminal);
}

/* After returning from an article, the first letter replaces the text. */
static void types_over_what_was_asked(void **state)
{
    (void)state;
    struct terminal *terminal = open_prompt(ROWS, 80);
    terminal_send(terminal, "beta\r");
    terminal_wait_row(terminal, 0, "Beta medicine");
    terminal_send(terminal, "q");
    terminal_wait_cursor_on(terminal, "Find: beta");
    terminal_wait(terminal, "▸ Beta medicine");
    terminal_send(terminal, "g");
    terminal_wait_cursor_on(terminal, "Find: g");
    terminal_send(terminal, "amma\r");
    terminal_wait_row(terminal, 0, "Gamma condition");
    terminal_send(terminal, "q" KEY_SEND_END "x");
    terminal_wait_cursor_on(terminal, "Find: gammax");
    leave(terminal);
}

/* Typed quickly, pasted or piped: Enter opens the answer to all of the text. */
static void waits_for_the_answer(void **state)
{
    (void)state;
    static const char *const keys[] = {"beta risks\r",
                                       "\033[200~beta risks\033[201~\r"};
    for (size_t i = 0; i < N_ELEMENTS(keys); i++) {
        struct terminal *terminal = open_prompt(ROWS, 80);
        terminal_send(terminal, keys[i]);
        terminal_wait_row(terminal, TEXT_ROW, "Risks of beta");
        terminal_send(terminal, "Q");
        terminal_assert_clean_exit(terminal);
    }
}

/* "!" is a key in the prompt, but not in what is pasted. */
static void asks_what_to_do_in_an_emergency(void **state)
{
    (void)state;
    struct terminal *terminal = open_prompt(ROWS, 80);
    terminal_send(terminal, "!");
    terminal_wait(terminal, "call your local emergency number now");
    terminal_wait(terminal, "▸ Alpha treatment · Emergency");
    terminal_send(terminal, KEY_SEND_ESCAPE "\033[200~hot!\033[201~");
    terminal_wait_row(terminal, TEXT_ROW, "Find: hot!");
    assert_false(terminal_shows(terminal, "emergency number now"));
    terminal_send(terminal, "\025gamma!");
    terminal_wait_row(terminal, TEXT_ROW, "Find: gamma");
    terminal_wait(terminal, "call your local emergency number now");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait(terminal, "▸ Gamma condition");
    leave(terminal);
}

/* The row is complete on every screen, however far the list is scrolled. */
static void keeps_the_emergency_first(void **state)
{
    (void)state;
    static const struct {
        int rows, columns;
        const char *text;
    } sizes[] = {{24, 80, "! If this may be an emergency, call your local"},
                 {15, 40, "! If this may be an emergency, call"},
                 {7, 40, "! Emergency? Press !"},
                 {5, 20, "! Emergency? Press !"}};
    for (size_t i = 0; i < N_ELEMENTS(sizes); i++) {
        struct terminal *terminal =
            open_prompt(sizes[i].rows, sizes[i].columns);
        int row = sizes[i].rows < 8 ? 1 : sizes[i].rows < 18 ? 3 : 4;
        terminal_send(terminal, "chest pain line");
        terminal_wait_row(terminal, row, sizes[i].text);
        terminal_send(terminal, KEY_SEND_PAGE_DOWN KEY_SEND_PAGE_DOWN);
        terminal_wait_cursor_on(terminal, "▸ ");
        terminal_wait_row(terminal, row, sizes[i].text);
        leave(terminal);
    }
}

/* A condition that a sign of an emergency may come from is named before tests
 * and treatments that it may follow. */
static void says_first_what_it_may_be(void **state)
{
    (void)state;
    static const char text[] =
        "## Emergency\n\nCall now if you have chest pain.\n";
    static const struct {
        const char *file, *title, *type;
    } articles[] = {{"some/a.md", "Aspic", "medicine"},
                    {"some/b.md", "Bile", "test"},
                    {"some/c.md", "Croup", "condition"}};
    for (size_t i = 0; i < N_ELEMENTS(articles); i++) {
        char article[256];
        snprintf(article, sizeof article, "---\ntitle: %s\ntype: %s\n---\n\n%s",
                 articles[i].title, articles[i].type, text);
        home_write(articles[i].file, article);
    }
    struct terminal *terminal = open_some(15, 40);
    terminal_send(terminal, "chest pain");
    terminal_wait(terminal, "▸ Croup · Emergency");
    terminal_wait_row(terminal, TEXT_ROW + 3, "Emergency advice in these");
    terminal_wait_row(terminal, TEXT_ROW + 4, "▸ Croup · Emergency");
    terminal_send(terminal, "\005\025chest pain aspic");
    terminal_wait(terminal, "▸ Aspic · Emergency");
    leave(terminal);
}

/* The sentence on a correction stays in view, also where there are few rows. A
 * word that is only begun is none. */
static void keeps_the_correction_in_view(void **state)
{
    (void)state;
    struct terminal *terminal = open_prompt(15, 40);
    terminal_send(terminal, "uses betta");
    terminal_wait_row(terminal, TEXT_ROW + 2,
                      "Showing results for \"uses beta");
    terminal_send(terminal, KEY_SEND_DOWN KEY_SEND_DOWN KEY_SEND_DOWN);
    terminal_wait(terminal, "▸ Beta medicine · What it is");
    terminal_wait_row(terminal, TEXT_ROW + 2,
                      "Showing results for \"uses beta");
    terminal_send(terminal, "\005\025medici");
    terminal_wait_gone(terminal, "Showing results");
    terminal_wait(terminal, "▸ Beta medicine");
    leave(terminal);
}

static void says_what_is_not_there(void **state)
{
    (void)state;
    struct terminal *terminal = open_prompt(ROWS, 80);
    terminal_send(terminal, "zz");
    terminal_wait(terminal, "No name begins with \"zz\"");
    assert_false(terminal_shows(terminal, "another word"));
    assert_false(terminal_shows(terminal, "No results"));
    terminal_send(terminal, "\025side effects of metformin");
    terminal_wait(terminal, "No article mentions \"metformin\"");
    terminal_send(terminal, "\025beta metformin");
    terminal_wait(terminal, "Showing results for the other words");
    terminal_wait(terminal, "Uses of beta");
    leave(terminal);
}

static void says_an_emergency_first(void **state)
{
    (void)state;
    struct terminal *terminal = open_prompt(ROWS, 80);
    terminal_send(terminal, "chest x-ray beta");
    terminal_wait(terminal, "Uses of beta");
    assert_false(terminal_shows(terminal, "emergency number"));
    terminal_send(terminal, "\025chest pain beta");
    terminal_wait(terminal, "! If this may be an emergency, call your local "
                            "emergency number now.");
    terminal_wait(terminal, "Uses of beta");
    leave(terminal);
}

/* A text that no article is called is searched for, and leaving returns to
 * where the search began. */
static void searches_what_no_article_is_called(void **state)
{
    (void)state;
    static const char *const arguments[] = {"keloid", "scarring", NULL};
    struct terminal *terminal = start(24, 80, arguments);
    terminal_wait(terminal, "No article titled \"keloid scarring\"");
    terminal_wait(terminal, "Who should not have alpha");
    terminal_wait_cursor_on(terminal, "Find: keloid scarring");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait(terminal, "updated");
    terminal_send(terminal, "q");
    terminal_wait(terminal, "1 of ");
    leave(terminal);
}

static void searches_no_empty_library(void **state)
{
    (void)state;
    static const char *const arguments[] = {"keloid", NULL};
    static const char *const env[] = {"MEDFAQ_PATH=/nowhere", NULL};
    struct terminal_options options = {.env = env};
    struct terminal *terminal = terminal_start(&options, arguments);
    terminal_wait(terminal, "/nowhere: No such file");
    terminal_wait(terminal, "no article called");
    assert_int_not_equal(terminal_wait_exit(terminal), 0);
}

/* The line about a correction does not count as a result. */
static void counts_results_alone(void **state)
{
    (void)state;
    struct terminal *terminal = open_prompt(ROWS, 80);
    terminal_send(terminal, "uses betta");
    terminal_wait(terminal, "1 of 5");
    terminal_send(terminal, KEY_SEND_DOWN);
    terminal_wait(terminal, "2 of 5");
    leave(terminal);
}

static void goes_back_to_what_was_corrected(void **state)
{
    (void)state;
    struct terminal *terminal = open_prompt(ROWS, 80);
    terminal_send(terminal, "betta");
    terminal_wait(terminal, "Showing results for \"beta\"");
    terminal_wait(terminal, "Search for \"betta\" instead");
    terminal_send(terminal, KEY_SEND_UP KEY_SEND_UP "\r");
    terminal_wait(terminal, "Searched for exactly what you typed");
    terminal_send(terminal, "\r");
    terminal_wait(terminal, "Showing results for \"beta\"");
    terminal_wait(terminal, "▸ Beta medicine · ");
    leave(terminal);
}

/* An amount in another unit is mentioned; Enter on that line searches for it,
 * too. */
static void looks_for_amounts_in_other_units(void **state)
{
    (void)state;
    home_write("some/a.md", "# Apple\n\n## Dose\n\nTake 500 micrograms.\n");
    home_write("some/b.md", "# Bread\n\n## Dose\n\nTake 0.5 mg at night.\n");
    struct terminal *terminal = open_some(24, 80);
    terminal_send(terminal, "take 0.5 mg");
    terminal_wait(terminal, "also be written 500 mcg, which was not included");
    terminal_wait(terminal, "Include other units");
    terminal_wait(terminal, "▸ Bread · Dose");
    terminal_send(terminal, KEY_SEND_UP "\r");
    terminal_wait(terminal, "Also searching for \"500 mcg\"");
    terminal_send(terminal, "\005 ");
    terminal_wait(terminal, "which was not included");
    leave(terminal);
}
/* P and ^N recall earlier questions; the arrow keys select. */

static void remembers_what_was_asked(void **state)
{
    (void)state;
    struct terminal *terminal = open_prompt(ROWS, 80);
    terminal_send(terminal, "beta");
    terminal_wait(terminal, "Uses of beta");
    terminal_send(terminal, KEY_SEND_ESCAPE "gamma\r");
    terminal_wait_row(terminal, 0, "Gamma");
    terminal_send(terminal, "q\025\020");
    terminal_wait_cursor_on(terminal, "Find: gamma");
    terminal_send(terminal, "\020");
    terminal_wait_cursor_on(terminal, "Find: beta");
    terminal_wait(terminal, "Uses of beta");
    terminal_send(terminal, "\016");
    terminal_wait_cursor_on(terminal, "Find: gamma");
    leave(terminal);
}

static void remembers_nothing_in_private(void **state)
{
    (void)state;
    struct terminal *terminal =
        start(24, 80, (const char *const[]){"--private", NULL});
    terminal_wait(terminal, "Beta medicine");
    terminal_send(terminal, "beta" KEY_SEND_ESCAPE);
    terminal_wait_cursor_on(terminal, "Find: type a word");
    terminal_send(terminal, "\020x");
    terminal_wait_cursor_on(terminal, "Find: x");
    leave(terminal);
}

static void says_the_keys_where_it_is_narrow(void **state)
{
    (void)state;
    struct terminal *terminal = open_prompt(15, 40);
    terminal_wait_row(terminal, 14, "Enter open  ! emergency  F1 help");
    terminal_send(terminal, "beta");
    terminal_wait_row(terminal, 14, "Enter open  ! emergency  F1 help");
    terminal_send(terminal, "\005\025\033");
    terminal_wait_row(terminal, TEXT_ROW, "Find: press / to type");
    terminal_send(terminal, "/");
    leave(terminal);
}

/* With few rows, only the prompt and the list are shown. */
static void gives_the_rows_to_the_list(void **state)
{
    (void)state;
    struct terminal *terminal = open_prompt(5, 20);
    terminal_wait_row(terminal, 0, "Find:");
    terminal_wait_row(terminal, 4, "plain");
    terminal_send(terminal, "beta");
    terminal_wait_row(terminal, 0, "Find: beta");
    terminal_wait(terminal, "▸ Beta medicine");
    leave(terminal);
}

/* } and { step through the articles in the results. */
static void goes_through_what_was_found(void **state)
{
    (void)state;
    home_write("some/a.md", "# Apple\n\n## Risks\n\nMoss.\n");
    home_write("some/b.md", "# Bread\n\n## Risks\n\nMould.\n");
    home_write("some/c.md", "# Cheese\n\n## Risks\n\nMoss. Moss.\n");
    struct terminal *terminal = open_some(ROWS, 80);
    terminal_send(terminal, "moss");
    terminal_wait(terminal, "1 of 2");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, 0, "Cheese");
    terminal_send(terminal, "}");
    terminal_wait_row(terminal, 0, "Apple");
    terminal_send(terminal, "}");
    terminal_wait(terminal, "No later article has");
    terminal_send(terminal, "q"); /* the results are updated */
    terminal_wait(terminal, "2 of 2");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, 0, "Apple");
    terminal_send(terminal, "{");
    terminal_wait_row(terminal, 0, "Cheese");
    terminal_send(terminal, "q");
    terminal_wait(terminal, "1 of 2");
    leave(terminal);
}

/* Also if the part that was asked for comes first in each article. */
static void goes_through_each_article_once(void **state)
{
    (void)state;
    home_write("some/a.md",
               "# Apple\n\n## Risks\n\nMoss.\n\n## Uses\n\nMoss.\n");
    home_write("some/b.md",
               "# Bread\n\n## Risks\n\nMoss.\n\n## Uses\n\nMoss.\n");
    struct terminal *terminal = open_some(ROWS, 80);
    terminal_send(terminal, "moss risks");
    terminal_wait_cursor_on(terminal, "Find: moss risks");
    terminal_wait(terminal, "1 of 4");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, 0, "Apple");
    terminal_send(terminal, "}");
    terminal_wait_row(terminal, 0, "Bread");
    terminal_send(terminal, "}");
    terminal_wait(terminal, "No later article has");
    terminal_send(terminal, "q");
    leave(terminal);
}

/* All rare words are marked, but not the name of the article; in the next
 * article, too, until Esc. */
static void marks_what_was_searched(void **state)
{
    (void)state;
    home_write("some/a.md", "# Apple\n\n## Risks\n\nFerns, moss. Fern.\n");
    home_write("some/b.md", "# Bread\n\n## Risks\n\nThe apple. Moss.\n");
    home_write("some/c.md", "# Cheese\n\n## Risks\n\nMould.\n");
    struct terminal *terminal = open_some(ROWS, 80);
    terminal_send(terminal, "is moss or fern safe with apple");
    terminal_wait(terminal, "1 of 2");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, STATUS_ROW, "\"Ferns, moss\" 1 of 3");
    terminal_wait_cursor_on(terminal, "Ferns");
    assert_true(terminal_style_of(terminal, "moss").colored);
    terminal_send(terminal, "nn");
    terminal_wait_row(terminal, STATUS_ROW, "3 of 3");
    terminal_send(terminal, "}");
    terminal_wait_row(terminal, 0, "Bread");
    terminal_send(terminal, "n");
    terminal_wait_row(terminal, STATUS_ROW, "\"apple, Moss\" 1 of 2");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_gone(terminal, "1 of 2");
    terminal_send(terminal, "n");
    terminal_wait(terminal, "Nothing to repeat. Press / to search");
    terminal_send(terminal, "q");
    leave(terminal);
}

/* The word is everywhere in the article. */
static void marks_no_name_alone(void **state)
{
    (void)state;
    struct terminal *terminal = open_prompt(ROWS, 80);
    terminal_send(terminal, "beta uses");
    terminal_wait(terminal, "Beta uses text");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, TEXT_ROW, "Uses of beta");
    terminal_wait_row(terminal, STATUS_ROW, "jump to");
    terminal_send(terminal, "n");
    terminal_wait(terminal, "No matches in this article");
    terminal_send(terminal, "q");
    leave(terminal);
}

/* Keys of other lists work in the results. */
static void obeys_the_keys_of_other_views(void **state)
{
    (void)state;
    struct terminal *terminal = open_prompt(ROWS, 80);
    terminal_send(terminal, "uses betta");
    terminal_wait(terminal, "1 of 5");
    terminal_send(terminal, "\tn");
    terminal_wait(terminal, "2 of 5");
    terminal_send(terminal, "N");
    terminal_wait(terminal, "1 of 5");
    terminal_send(terminal, "M");
    terminal_wait(terminal, "Mouse on");
    terminal_send(terminal, "T");
    terminal_wait(terminal, "high-contrast");
    terminal_send(terminal, KEY_SEND_ESCAPE "P");
    terminal_wait(terminal, "Problems");
    terminal_send(terminal, KEY_SEND_ESCAPE ":");
    terminal_wait(terminal, "type to find");
    terminal_send(terminal, KEY_SEND_ESCAPE "V");
    terminal_wait(terminal, "Linear mode on");
    terminal_send(terminal, "/");
    terminal_wait_cursor_on(terminal, "Find: uses betta");
    leave(terminal);
}

/* Also while typing: Enter opens what is selected. A click on the prompt gives
 * it the focus. */
static void clicks_select_and_open(void **state)
{
    (void)state;
    home_write(".config/medfaq/config.yaml", "mouse: yes\n");
    home_write("some/a.md", "# Apple\n\n## Risks\n\nMoss.\n");
    home_write("some/b.md", "# Bread\n\n## Dangers\n\nMoss, fern, mould.\n");
    struct terminal *terminal = open_some(ROWS, 80);
    terminal_send(terminal, "moss");
    terminal_wait(terminal, "1 of 2");
    terminal_wait_row(terminal, TEXT_ROW + 6, "Bread · Dangers");
    terminal_click(terminal, TEXT_ROW + 6, "Dangers");
    terminal_wait_row(terminal, TEXT_ROW + 6, "▸ Bread · Dangers");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, 0, "Bread");
    terminal_send(terminal, "q");
    terminal_wait(terminal, "2 of 2");
    terminal_click(terminal, TEXT_ROW + 6, "Dangers");
    terminal_wait_row(terminal, TEXT_ROW, "Dangers");
    terminal_send(terminal, "q\t");
    terminal_wait_cursor_on(terminal, "▸ Bread · Dangers");
    terminal_click(terminal, TEXT_ROW, "moss");
    terminal_wait_cursor_on(terminal, "Find: moss");
    leave(terminal);
}

/* On a wide screen, the selected section is shown beside the list, and the next
 * one when the selection moves. */
static void shows_the_section_beside(void **state)
{
    (void)state;
    home_write("some/a.md", "# Apple\n\n## Risks\n\nMoss.\n\nApple text.\n");
    home_write("some/b.md", "# Bread\n\n## Dangers\n\nMoss, fern, mould.\n\n"
                            "Bread text.\n");
    struct terminal *terminal = open_some(30, 120);
    terminal_send(terminal, "moss");
    terminal_wait(terminal, "│ Apple text.");
    terminal_send(terminal, KEY_SEND_DOWN);
    terminal_wait(terminal, "│ Bread text.");
    terminal_resize(terminal, 30, 109);
    terminal_wait_gone(terminal, "│ Bread text.");
    leave(terminal);
}

/* One row of text for each result, up to three for the selected one. */
static void shows_more_of_what_is_selected(void **state)
{
    (void)state;
    static const char text[] =
        "Moss is a plant that grows where it is wet and dark, and it grows "
        "slowly, for years and years, and on stones and on walls and on trees "
        "and on the roofs of houses, on benches and on gravestones in winter, "
        "in spring, in summer, and in autumn, and nobody minds it at all.\n";
    char article[sizeof text + 64];
    for (int i = 0; i < 2; i++) {
        snprintf(article, sizeof article, "# %s\n\n## History\n\n%s",
                 i ? "Bread" : "Apple", text);
        home_write(i ? "some/b.md" : "some/a.md", article);
    }
    struct terminal *terminal = open_some(ROWS, 80);
    terminal_send(terminal, "moss");
    terminal_wait_row(terminal, TEXT_ROW + 3, "▸ Apple · History");
    terminal_wait_row(terminal, TEXT_ROW + 4, "Moss is a plant");
    terminal_wait_row(terminal, TEXT_ROW + 6, "…");
    terminal_wait_row(terminal, TEXT_ROW + 8, "Bread · History");
    terminal_wait_row(terminal, TEXT_ROW + 9, "Moss is a plant");
    terminal_send(terminal, KEY_SEND_DOWN);
    terminal_wait_row(terminal, TEXT_ROW + 6, "▸ Bread · History");
    terminal_wait_row(terminal, TEXT_ROW + 7, "Moss is a plant");
    terminal_wait_row(terminal, TEXT_ROW + 9, "…");
    leave(terminal);
}

/* What is said about safety is not cut within a sentence, and a share does not
 * stand without the one that it is compared with. */
static void cuts_no_sentence_about_safety(void **state)
{
    (void)state;
    home_write("some/a.md", "# Apple\n\n## Risks\n\nMoss.\n");
    home_write("some/b.md",
               "# Bread\n\n## Interactions\n\nMoss, when it is eaten in large "
               "amounts by people who are old, makes bleeding much more likely "
               "than it is.\n\nMore.\n");
    home_write("some/c.md",
               "# Cheese\n\n## History\n\nMoss: 15 in 1,000 have a "
               "stroke; 985 do not.\n\nMore text that follows.\n");
    struct terminal *terminal = open_some(30, 80);
    terminal_send(terminal, "moss");
    terminal_wait(terminal, "▸ Apple · Risks");
    terminal_wait(terminal, "much more likely than it is.");
    terminal_wait(terminal, "Cheese · History");
    assert_false(terminal_shows(terminal, "15 in 1,000"));
    leave(terminal);
}

#define N_MANY 80

static void write_many(void)
{
    for (int i = 0; i < N_MANY; i++) {
        char path[64], text[128];
        snprintf(path, sizeof path, "many/illness-%02d.md", i);
        snprintf(text, sizeof text, "# Illness %02d\n\n## Risks\n\nMoss.\n", i);
        home_write(path, text);
    }
}

static void shows_thirty_more(void **state)
{
    (void)state;
    write_many();
    struct terminal *terminal =
        start(24, 80, (const char *const[]){"many", NULL});
    terminal_wait(terminal, "80 articles ·");
    terminal_send(terminal, "moss\tG");
    terminal_wait_cursor_on(terminal, "▸ Show 30 more");
    terminal_send(terminal, "\r");
    terminal_wait(terminal, "31 of 80");
    terminal_send(terminal, "G\rG");
    terminal_wait(terminal, "80 of 80");
    terminal_wait_cursor_on(terminal, "▸ Illness");
    terminal_send(terminal, "\t");
    leave(terminal);
}

/* Moving past the row opens it, too, from the list and from the prompt. */
static void goes_on_past_thirty(void **state)
{
    (void)state;
    static const char *const ways[] = {"\tGkjj", "\tG ", "\tG\t\033OB"};
    write_many();
    for (size_t i = 0; i < N_ELEMENTS(ways); i++) {
        struct terminal *terminal =
            start(24, 80, (const char *const[]){"many", NULL});
        terminal_wait(terminal, "80 articles ·");
        terminal_send(terminal, "moss");
        terminal_wait(terminal, "1 of 80");
        terminal_send(terminal, ways[i]);
        terminal_wait(terminal, "31 of 80");
        terminal_wait_cursor_on(terminal, "▸ Illness");
        terminal_send(terminal, i < 2 ? "\t" : "");
        leave(terminal);
    }
}

/* On any size of screen, and whatever is typed meanwhile. */
static void survives_any_size(void **state)
{
    (void)state;
    static const int sizes[][2] = {{1, 1},  {1, 80}, {80, 1}, {2, 2},   {7, 10},
                                   {5, 20}, {3, 3},  {8, 8},  {60, 300}};
    struct terminal *terminal = open_prompt(24, 80);
    for (size_t i = 0; i < N_ELEMENTS(sizes); i++) {
        terminal_resize(terminal, sizes[i][0], sizes[i][1]);
        terminal_send(terminal, "chest pain" KEY_SEND_DOWN
                                "\tjk/!" KEY_SEND_UP KEY_SEND_PAGE_DOWN
                                "\005\025!\005\025zzz\025");
        terminal_send(terminal, "?\033");
        terminal_send(terminal, "\033");
        terminal_send(terminal, "/");
    }
    terminal_resize(terminal, ROWS, 80);
    terminal_wait(terminal, "▸ Alpha treatment");
    leave(terminal);
}

/* Only the first 4 KB are kept, and the prompt says so. */
static void takes_a_paste_of_a_megabyte(void **state)
{
    (void)state;
    size_t n_bytes = 1024 * 1024;
    char *text = malloc(n_bytes + 16);
    assert_non_null(text);
    size_t n = (size_t)sprintf(text, "\033[200~");
    for (size_t i = 0; i < n_bytes; i++)
        text[n + i] = i % 7 ? 'm' : ' ';
    sprintf(text + n + n_bytes, "\033[201~");
    struct terminal *terminal = open_prompt(24, 80);
    terminal_send(terminal, text);
    terminal_wait_row(terminal, TEXT_ROW, "Only the first 4 KB fit here");
    terminal_send(terminal, "\025beta");
    terminal_wait_cursor_on(terminal, "Find: beta");
    terminal_wait(terminal, "▸ Beta medicine");
    leave(terminal);
    free(text);
}

/* The files and the index disappear while the user types. */
static void goes_on_without_a_library(void **state)
{
    (void)state;
    static const char *const folders[] = {"some", ".cache"};
    home_write("some/a.md", "# Apple\n\n## Risks\n\nMoss.\n");
    home_write("some/b.md", "# Bread\n\n## Risks\n\nMoss.\n");
    struct terminal *terminal = open_some(24, 80);
    terminal_send(terminal, "mos");
    terminal_wait(terminal, "▸ Apple · Risks");
    for (size_t i = 0; i < N_ELEMENTS(folders); i++) {
        char command[256];
        /* The reader may be writing a file there. */
        snprintf(command, sizeof command, "rm -rf '%s' || rm -rf '%s'",
                 home_path(folders[i]), home_path(folders[i]));
        assert_int_equal(system(command), 0);
    }
    terminal_send(terminal, "s" KEY_SEND_DOWN KEY_SEND_UP);
    terminal_wait(terminal, "no articles");
    terminal_wait(terminal, "No article mentions \"moss\"");
    terminal_send(terminal, "\r!\005\025");
    terminal_wait(terminal, "There are no articles yet");
    home_write("some/c.md", "# Cheese\n\n## Risks\n\nMoss.\n");
    terminal_wait(terminal, "▸ Cheese");
    terminal_send(terminal, "moss\r");
    terminal_wait_row(terminal, 0, "Cheese");
    terminal_send(terminal, "q");
    leave(terminal);
}

#define AT_HOME(test)                                                          \
    cmocka_unit_test_setup_teardown(test, home_setup, home_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_HOME(begins_with_a_prompt),
        AT_HOME(takes_a_character_in_pieces),
        AT_HOME(shows_examples),
        AT_HOME(moves_the_focus),
        AT_HOME(follows_the_last_key),
        AT_HOME(has_keys_while_it_is_empty),
        AT_HOME(types_over_what_was_asked),
        AT_HOME(waits_for_the_answer),
        AT_HOME(asks_what_to_do_in_an_emergency),
        AT_HOME(keeps_the_emergency_first),
        AT_HOME(says_first_what_it_may_be),
        AT_HOME(keeps_the_correction_in_view),
        AT_HOME(says_what_is_not_there),
        AT_HOME(says_an_emergency_first),
        AT_HOME(searches_what_no_article_is_called),
        AT_HOME(searches_no_empty_library),
        AT_HOME(counts_results_alone),
        AT_HOME(goes_back_to_what_was_corrected),
        AT_HOME(looks_for_amounts_in_other_units),
        AT_HOME(remembers_what_was_asked),
        AT_HOME(remembers_nothing_in_private),
        AT_HOME(says_the_keys_where_it_is_narrow),
        AT_HOME(gives_the_rows_to_the_list),
        AT_HOME(goes_through_what_was_found),
        AT_HOME(goes_through_each_article_once),
        AT_HOME(marks_what_was_searched),
        AT_HOME(marks_no_name_alone),
        AT_HOME(obeys_the_keys_of_other_views),
        AT_HOME(clicks_select_and_open),
        AT_HOME(shows_the_section_beside),
        AT_HOME(shows_more_of_what_is_selected),
        AT_HOME(cuts_no_sentence_about_safety),
        AT_HOME(shows_thirty_more),
        AT_HOME(goes_on_past_thirty),
        AT_HOME(survives_any_size),
        AT_HOME(takes_a_paste_of_a_megabyte),
        AT_HOME(goes_on_without_a_library),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
