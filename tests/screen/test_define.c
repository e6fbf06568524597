/* Words of the glossary: marked in the text, and explained by K. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "terminal.h"

static const char glossary[] =
    "- {term: keloid, means: A raised scar.}\n"
    "- {term: laser, means: Strong light.}\n"
    "- {term: acne, forms: [zits], means: Spots on the skin.}\n"
    "- {term: biopsy, means: A small piece that is looked at.}\n";

static const char article[] =
    "# Skin\n\nKeloids first, keloids again. A [laser link](x.md) here.\n\n"
    "## Acne and lasers\n\nThe acne of this section.\n\n"
    "> [!EMERGENCY]\n> Biopsies at once.\n\n"
    "Two biopsies of it.\n\n## More\n\nAcne once more.\n\n"
    "## Far\n\nF.\n\nF.\n\nF.\n\nF.\n\nF.\n\nF.\n\nF.\n\nF.\n\nF.\n\nF.\n\n"
    "F.\n\nF.\n";

static const char *const book_env[] = {"MEDFAQ_PATH=book", NULL};

static struct terminal *open_skin(void)
{
    static char path[512];
    const char *const arguments[] = {path, NULL};
    home_write("book/glossary.yaml", glossary);
    home_write("book/skin.md", article);
    snprintf(path, sizeof path, "%s", home_path("book/skin.md"));
    struct terminal *terminal =
        terminal_start(&(struct terminal_options){.env = book_env}, arguments);
    terminal_wait(terminal, "Keloids first");
    return terminal;
}

static void leave(struct terminal *terminal)
{
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void underlines_a_word_once_a_section(void **state)
{
    (void)state;
    struct terminal *terminal = open_skin();
    terminal_wait_underlined(terminal, "Keloids first");
    assert_false(terminal_style_of(terminal, " first").underline);
    assert_false(terminal_style_of(terminal, "keloids again").underline);
    /* a word in a heading or emergency advice is marked in the text instead */
    assert_true(terminal_style_of(terminal, "acne of this").underline);
    assert_false(terminal_style_of(terminal, "Biopsies at once").underline);
    assert_true(terminal_style_of(terminal, "biopsies of it").underline);
    assert_true(terminal_style_of(terminal, "Acne once more").underline);
    leave(terminal);
}

/* A match in a marked word is shown as a match. */
static void matches_hide_the_underline(void **state)
{
    (void)state;
    struct terminal *terminal = open_skin();
    terminal_wait_underlined(terminal, "Acne once more");
    terminal_send(terminal, "/once more\r");
    terminal_wait_row(terminal, STATUS_ROW, "1 of 1");
    assert_true(terminal_style_of(terminal, "Acne once more").underline);
    terminal_send(terminal, "/acne once\r");
    terminal_wait_row(terminal, STATUS_ROW, "\"acne once\" 1 of 1");
    assert_true(terminal_style_of(terminal, "Acne once more").colored);
    leave(terminal);
}

/* Each word on the screen is listed once; the nearest one is selected. */
static void explains_what_is_on_the_screen(void **state)
{
    (void)state;
    struct terminal *terminal = open_skin();
    terminal_send(terminal, "K");
    terminal_wait(terminal, " Words on this screen ");
    terminal_wait(terminal, "keloid: A raised scar.");
    terminal_wait(terminal, "biopsy: A small piece");
    terminal_wait_cursor_on(terminal, "keloid: A raised");
    terminal_wait_row(terminal, STATUS_ROW, "1 of 5");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_gone(terminal, " Words on this screen ");
    /* nearest to the selected link, and to the match */
    terminal_send(terminal, "\tK");
    terminal_wait_cursor_on(terminal, "laser: Strong light.");
    terminal_send(terminal, KEY_SEND_ESCAPE "/of it\r");
    terminal_wait_row(terminal, STATUS_ROW, "1 of 1");
    terminal_send(terminal, "K");
    terminal_wait_cursor_on(terminal, "biopsy: A small");
    leave(terminal);
}

static void lists_all_terms(void **state)
{
    (void)state;
    struct terminal *terminal = open_skin();
    terminal_send(terminal, "KG");
    terminal_wait_cursor_on(terminal, "Show all 4 terms");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, 0, "4 terms");
    terminal_wait_cursor_on(terminal, "acne");
    terminal_wait(terminal, "acne  zits");
    terminal_send(terminal, "j");
    terminal_wait_cursor_on(terminal, "biopsy");
    terminal_send(terminal, "/zit");
    terminal_wait_row(terminal, 0, "filter: zit, 1 term");
    terminal_send(terminal, "x");
    terminal_wait_row(terminal, 0, "0 terms");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, STATUS_ROW,
                      "Not in the glossary. Esc: show all");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_row(terminal, 0, " 4 terms");
    terminal_send(terminal, "/kel\r");
    terminal_wait_cursor_on(terminal, "keloid");
    /* it stays selected when all are listed */
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_row(terminal, STATUS_ROW, "3 of 4");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait(terminal, "Keloids first");
    leave(terminal);
}

/* If there is none on the screen, all are listed at once. */
static void lists_all_where_none_is_shown(void **state)
{
    (void)state;
    struct terminal *terminal = open_skin();
    terminal_send(terminal, "G");
    terminal_wait_gone(terminal, "Acne once more");
    terminal_send(terminal, "K");
    terminal_wait_row(terminal, 0, "4 terms");
    terminal_send(terminal, "q");
    terminal_wait_gone(terminal, "4 terms");
    leave(terminal);
}

static void says_that_there_is_no_glossary(void **state)
{
    (void)state;
    home_write("book/a.md", "# A\n\nText.\n");
    struct terminal *terminal =
        terminal_start(&(struct terminal_options){.env = book_env}, NULL);
    terminal_wait_cursor_on(terminal, "A");
    terminal_send(terminal, "\rK");
    terminal_wait_row(terminal, STATUS_ROW, "No glossary.yaml");
    leave(terminal);
}

/* A malformed term is reported, and the others work. */
static void names_what_is_broken(void **state)
{
    (void)state;
    struct terminal *terminal = open_skin();
    terminal_wait(terminal, "Keloids first");
    home_write("book/glossary.yaml",
               "- {term: keloid, means: New words.}\n- {term: lost}\n"
               "- {term: Keloid, means: Twice.}\n");
    terminal_send(terminal, "RK");
    terminal_wait(terminal, "keloid: New words.");
    terminal_send(terminal, KEY_SEND_ESCAPE "P");
    terminal_wait(terminal, "glossary.yaml:2: a term must be");
    terminal_wait(terminal, "glossary.yaml:3: \"Keloid\" is already");
    leave(terminal);
}

#define N_TERMS 50000

/* Paging and opening are as fast with many terms as with few. */
static void takes_many_terms(void **state)
{
    (void)state;
    char *text = malloc((size_t)N_TERMS * 64), *at = text;
    for (int i = 0; i < N_TERMS; i++)
        at += sprintf(at, "- {term: word%dly, means: The meaning of %d.}\n", i,
                      i);
    home_write("book/a.md", "# A\n\nThe word77ly and word49999ly.\n");
    home_write("book/glossary.yaml", text);
    free(text);
    struct terminal *terminal =
        terminal_start(&(struct terminal_options){.env = book_env},
                       (const char *const[]){home_path("book/a.md"), NULL});
    terminal_wait(terminal, "The word77ly");
    terminal_send(terminal, "K");
    terminal_wait(terminal, "word77ly: The meaning of 77.");
    terminal_send(terminal, "G\r");
    terminal_wait_row(terminal, 0, "50000 terms");
    terminal_send(terminal, "G");
    terminal_wait_row(terminal, STATUS_ROW, "50000 of 50000");
    terminal_send(terminal, "/word4999");
    terminal_wait_row(terminal, 0, "11 terms");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_row(terminal, 0, " 50000 terms");
    leave(terminal);
}

#define AT_HOME(test)                                                          \
    cmocka_unit_test_setup_teardown(test, home_setup_in_list, home_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_HOME(underlines_a_word_once_a_section),
        AT_HOME(matches_hide_the_underline),
        AT_HOME(explains_what_is_on_the_screen),
        AT_HOME(lists_all_terms),
        AT_HOME(lists_all_where_none_is_shown),
        AT_HOME(says_that_there_is_no_glossary),
        AT_HOME(names_what_is_broken),
        AT_HOME(takes_many_terms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
