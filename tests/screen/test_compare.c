/* Compares articles that are picked in a list or from an article. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "terminal.h"

static const char *const shelf_env[] = {"MEDFAQ_PATH=shelf", NULL};

static void write_article(const char *name, const char *title, const char *text)
{
    char path[64], whole[4096];
    snprintf(path, sizeof path, "shelf/%s.md", name);
    snprintf(whole, sizeof whole,
             "---\ntitle: %s\nlang: en\ntype: medicine\n---\n\n"
             "Overview of %s.\n\n## What are the benefits?\n\n%s helps.\n\n"
             "%s",
             title, title, title, text);
    home_write(path, whole);
}

static void write_shelf(void)
{
    char long_text[3000] = "## What are the side effects?\n\n";
    write_article("apple", "Apple", "## What are the risks?\n\nApple hurts.\n");
    for (int i = 0; i < 40; i++)
        sprintf(long_text + strlen(long_text), "- effect %d\n", i);
    write_article("bread", "Bread", long_text);
    write_article("cheese", "Cheese",
                  "## What are the risks?\n\nCheese hurts.\n");
    write_article("dates", "Dates", "");
}

static struct terminal *open_shelf(int rows, int columns)
{
    write_shelf();
    struct terminal *terminal = terminal_start(
        &(struct terminal_options){
            .rows = rows, .columns = columns, .env = shelf_env},
        NULL);
    terminal_wait(terminal, "4 articles ·");
    return terminal;
}

static void leave(struct terminal *terminal)
{
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

/* Articles are in the order in which they were picked. */
static void compares_what_was_picked(void **state)
{
    (void)state;
    struct terminal *terminal = open_shelf(30, 120);
    terminal_send(terminal, "c");
    terminal_wait_row(terminal, 29, "Pick two or three articles with x");
    terminal_send(terminal, "jjx");
    terminal_wait_row(terminal, 29, "Picked: Cheese. Pick another, then");
    terminal_wait_cursor_on(terminal, "▸ [x] Cheese");
    terminal_send(terminal, "ggx");
    terminal_wait_row(terminal, 29, "Picked: Apple. Press c to compare");
    terminal_wait_cursor_on(terminal, "▸ [x] Apple");
    terminal_wait(terminal, " [x] Cheese");
    terminal_send(terminal, "c");
    terminal_wait_row(terminal, 0, "Cheese | Apple");
    terminal_wait(terminal, "Cheese helps.");
    terminal_wait(terminal, "Apple helps.");
    /* side by side */
    assert_int_equal(terminal_find_row(terminal, "Cheese helps."),
                     terminal_find_row(terminal, "Apple helps."));
    terminal_send(terminal, "q");
    terminal_wait(terminal, "4 articles ·");
    terminal_wait(terminal, " [x] Cheese");
    leave(terminal);
}

/* Articles are below each other if columns would be too narrow. */
static void stacks_where_it_is_narrow(void **state)
{
    (void)state;
    struct terminal *terminal = open_shelf(ROWS, 80);
    terminal_send(terminal, "xjjxc");
    terminal_wait_row(terminal, 0, "Apple | Cheese");
    terminal_wait(terminal, "Apple helps.");
    terminal_wait(terminal, "Cheese helps.");
    assert_true(terminal_find_row(terminal, "Apple helps.") <
                terminal_find_row(terminal, "Cheese helps."));
    leave(terminal);
}

static void picks_three_at_most(void **state)
{
    (void)state;
    struct terminal *terminal = open_shelf(ROWS, 80);
    terminal_send(terminal, "xjxjxjx");
    terminal_wait(terminal, "You can compare at most 3 articles");
    terminal_send(terminal, "kx");
    terminal_wait_row(terminal, STATUS_ROW, "No longer picked: Cheese");
    terminal_send(terminal, "jx");
    terminal_wait_row(terminal, STATUS_ROW,
                      "Picked: Dates. Press c to compare");
    terminal_send(terminal, "c");
    terminal_wait_row(terminal, 0, "Apple | Bread | Dates");
    leave(terminal);
}

/* If only one is picked, it is compared with the selected one. */
static void compares_with_the_selected_one(void **state)
{
    (void)state;
    struct terminal *terminal = open_shelf(ROWS, 80);
    terminal_send(terminal, "xc");
    terminal_wait_row(terminal, STATUS_ROW,
                      "Pick two or three articles with x");
    terminal_send(terminal, "jc");
    terminal_wait_row(terminal, 0, "Apple | Bread");
    leave(terminal);
}

static void compares_results(void **state)
{
    (void)state;
    struct terminal *terminal = open_shelf(ROWS, 80);
    terminal_send(terminal, "Shelps");
    terminal_wait(terminal, "1 of 4");
    terminal_send(terminal, "\tx");
    terminal_wait_row(terminal, STATUS_ROW, "Picked:");
    terminal_wait_cursor_on(terminal, "▸ [x] Apple");
    terminal_send(terminal, "jjc");
    terminal_wait_row(terminal, 0, " | ");
    terminal_wait(terminal, "helps.");
    leave(terminal);
}

/* From within an article, the other one is found by typing. */
static void asks_for_the_other_one(void **state)
{
    (void)state;
    struct terminal *terminal = open_shelf(ROWS, 80);
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait(terminal, "Overview of Apple");
    terminal_send(terminal, "c");
    terminal_wait(terminal, " Compare Apple with ");
    terminal_wait(terminal, "1 of 3"); /* not with itself */
    terminal_send(terminal, "zzz");
    terminal_wait(terminal, "No titles match");
    terminal_send(terminal, KEY_SEND_ENTER "\025chee");
    terminal_wait(terminal, "1 of 1");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, 0, "Apple | Cheese");
    terminal_send(terminal, "q");
    terminal_wait(terminal, "Overview of Apple");
    leave(terminal);
}

static void goes_from_question_to_question(void **state)
{
    (void)state;
    struct terminal *terminal = open_shelf(ROWS, 80);
    terminal_send(terminal, "xjxc");
    terminal_wait_row(terminal, 0, "Apple | Bread");
    terminal_send(terminal, KEY_SEND_LEFT);
    terminal_wait_row(terminal, STATUS_ROW, "This is the first question");
    terminal_send(terminal, "]");
    terminal_wait_row(terminal, STATUS_ROW, "1/");
    terminal_send(terminal, "]]");
    terminal_wait_row(terminal, STATUS_ROW, "3/");
    terminal_send(terminal, "j" KEY_SEND_LEFT);
    terminal_wait_row(terminal, STATUS_ROW, "3/");
    terminal_send(terminal, KEY_SEND_LEFT);
    terminal_wait_row(terminal, STATUS_ROW, "2/");
    /* the question stays in place when the width changes */
    terminal_resize(terminal, 23, 60);
    terminal_wait_row(terminal, 22, "2/");
    terminal_send(terminal, "/effect 39\r");
    terminal_wait_cursor_on(terminal, "effect 39");
    terminal_send(terminal, "/nowhere\r");
    terminal_wait_row(terminal, 22, "No matches for \"nowhere\"");
    terminal_send(terminal, "]]]]]]]]]]]]]]");
    terminal_wait_row(terminal, 22, "This is the last question");
    terminal_send(terminal, "?");
    terminal_wait(terminal, "Go to the previous or next question");
    leave(terminal);
}

static void says_what_has_gone(void **state)
{
    (void)state;
    struct terminal *terminal = open_shelf(ROWS, 80);
    terminal_send(terminal, "xjxc");
    terminal_wait_row(terminal, 0, "Apple | Bread");
    char *path = strdup(home_path("shelf/bread.md"));
    assert_int_equal(unlink(path), 0);
    terminal_send(terminal, "R");
    terminal_wait_row(terminal, STATUS_ROW,
                      "still showing the earlier version");
    terminal_wait_row(terminal, 0, "Apple | Bread");
    terminal_send(terminal, "q");
    terminal_wait(terminal, "3 articles ·");
    terminal_send(terminal, "c");
    terminal_wait(terminal, "bread.md: No such file");
    write_shelf();
    terminal_wait(terminal, "4 articles ·");
    terminal_send(terminal, "c");
    terminal_wait_row(terminal, 0, "Apple | Bread");
    terminal_send(terminal, "R");
    terminal_wait_row(terminal, STATUS_ROW, "Reloaded");
    leave(terminal);
    free(path);
}

#define AT_HOME(test)                                                          \
    cmocka_unit_test_setup_teardown(test, home_setup_in_list, home_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_HOME(compares_what_was_picked),
        AT_HOME(stacks_where_it_is_narrow),
        AT_HOME(picks_three_at_most),
        AT_HOME(compares_with_the_selected_one),
        AT_HOME(compares_results),
        AT_HOME(asks_for_the_other_one),
        AT_HOME(goes_from_question_to_question),
        AT_HOME(says_what_has_gone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
