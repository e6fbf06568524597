/* What each view shows, at common sizes of terminals. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "terminal.h"

#define MAX_TEXTS 8

struct size {
    int rows, columns;
};

/* Waits for the first text; the others must be there at the same time. */
struct picture {
    const char *name;
    struct size size;
    const char *arguments[2]; /* NULL: the library */
    const char *keys;
    const char *shows[MAX_TEXTS];
};

/* Two articles with the same title from different publishers. */
static const char *const imported[] = {
    "---\ntitle: Delta\ntype: condition\nsummary: As the first says.\n"
    "origin: {publisher: First Institute}\n---\n\n## What is delta?\n\nOne.\n",
    "---\ntitle: Delta\ntype: condition\nsummary: As the second says.\n"
    "origin: {publisher: Second Library}\n---\n\n## What is delta?\n\nTwo.\n",
};

/* Frequencies and a picture of figures. */
static const char figures[] =
    "---\ntitle: Figures\ntype: medicine\n---\n\n"
    "It happens to 1 in 200 people, fever to 3% of people.\n\n"
    "```risk\ntitle: Having a fever\nevent: have a fever\n"
    "population: adults\nperiod: a day\nper: 100\noutcome: harm\n"
    "rows:\n- {label: With, n: 3}\n```\n\n"
    "## Side effects\n\n- Uncommon: fits\n\nThey are rare.\n";

static const struct picture pictures[] = {
    {"the list on a phone",
     {15, 40},
     {NULL},
     "",
     {"Beta medicine", "Enter open", "! emergency", "? help"}},
    {"the list",
     {24, 80},
     {NULL},
     "j",
     {"updated",
      "Beta medicine                           "
      "reviewed      2026     medicine",
      "2 of", "/ find", "! emergency", "? help", "q leave"}},
    {"the list beside a preview",
     {30, 100},
     {NULL},
     "j",
     {"A medicine made up for these tests.",
      "medicine · reviewed by Dr. Test"}},
    {"the list on a wide terminal",
     {50, 200},
     {NULL},
     "j",
     {"A medicine made up for these tests.",
      "reviewed      2026     medicine"}},
    {"articles of one title on a phone",
     {15, 40},
     {"imported"},
     "",
     {"Delta  First Institute", "Delta  Second Library"}},
    {"articles of one title",
     {40, 120},
     {"imported"},
     "j",
     {"As the second says.", "Delta  First Institute", "Delta  Second Library",
      "from Second Library"}},
    {"found by its publisher",
     {24, 80},
     {"imported"},
     "/second\t",
     {"▸ Delta", "Second Library  condition", "Find: second"}},
    {"an article on a phone",
     {15, 40},
     {"alpha"},
     "",
     {"Alpha overview", "s jump to", "! emergency"}},
    {"notes on frequencies in the margin",
     {40, 120},
     {"figures.md"},
     "",
     {"5 in 1,000; 3 in 100", "1 to 9 in 1,000"}},
    {"a figure is drawn",
     {24, 80},
     {"figures.md"},
     "",
     {"┌─ Having a fever ─", "With: 3 in 100 have a fever; 97 do not.",
      "▮▮▮▯▯▯▯▯▯▯ ▯▯▯▯▯▯▯▯▯▯", "Who: adults; time: a day"}},
    {"an article",
     {24, 80},
     {"alpha"},
     "",
     {"Alpha overview", "! emergency", "s jump to", "? help", "q leave"}},
    {"the outline on a phone",
     {15, 40},
     {"alpha"},
     "t",
     {"─ Outline ", "Enter go", "Esc close"}},
    {"the outline begins with the overview",
     {24, 80},
     {"alpha"},
     "t",
     {"▸  1  What it is ", "   2  What is alpha?", "1 of"}},
};

static void shows(void **state)
{
    const struct picture *picture = *state;
    const char *const arguments[] = {picture->arguments[0], NULL};
    struct terminal_options options = {.rows = picture->size.rows,
                                       .columns = picture->size.columns};
    home_write("imported/first.md", imported[0]);
    home_write("imported/second.md", imported[1]);
    home_write("figures.md", figures);
    struct terminal *terminal = terminal_start(&options, arguments);
    terminal_wait(terminal, picture->arguments[0] ? "" : "Beta medicine");
    terminal_send(terminal, picture->keys);
    for (size_t i = 0; i < MAX_TEXTS && picture->shows[i]; i++)
        terminal_wait(terminal, picture->shows[i]);
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void frequencies_are_explained(void **state)
{
    (void)state;
    static const char *const arguments[] = {"figures.md", NULL};
    home_write("figures.md", figures);
    struct terminal *terminal = terminal_start(
        &(struct terminal_options){.rows = 30, .columns = 80}, arguments);
    terminal_wait(terminal, "1 in 200 people");
    terminal_send(terminal, "K");
    terminal_wait(terminal, "1 in 200: That is 5 in 1,000.");
    terminal_wait(terminal,
                  "Uncommon: In European leaflets this word means 1 to 9");
    terminal_send(terminal, "/leaflets\r");
    terminal_wait_cursor_on(terminal, "leaflets");
    terminal_send(terminal, "\033");
    terminal_wait(terminal, "! emergency");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

/* The overview is an item like the headings. */
static void the_outline_leads_to_the_overview(void **state)
{
    (void)state;
    static const char *const arguments[] = {"alpha", NULL};
    struct terminal *terminal = terminal_start(NULL, arguments);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "3t");
    terminal_wait(terminal, "3 of");
    terminal_send(terminal, "g\r");
    terminal_wait_row(terminal, TEXT_ROW, "Alpha overview");
    terminal_send(terminal, "t");
    terminal_wait(terminal, "1 of");
    terminal_send(terminal, "j\r");
    terminal_wait_row(terminal, TEXT_ROW, "What is alpha?");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

int main(void)
{
    struct CMUnitTest tests[N_ELEMENTS(pictures) + 2];
    for (size_t i = 0; i < N_ELEMENTS(pictures); i++)
        tests[i] = (struct CMUnitTest){
            .name = pictures[i].name,
            .test_func = shows,
            .setup_func = home_setup_in_list,
            .teardown_func = home_teardown,
            .initial_state = (void *)&pictures[i],
        };
    tests[N_ELEMENTS(pictures)] =
        (struct CMUnitTest)cmocka_unit_test_setup_teardown(
            the_outline_leads_to_the_overview, home_setup_in_list,
            home_teardown);
    tests[N_ELEMENTS(pictures) + 1] =
        (struct CMUnitTest)cmocka_unit_test_setup_teardown(
            frequencies_are_explained, home_setup_in_list, home_teardown);
    return _cmocka_run_group_tests("views", tests, N_ELEMENTS(tests), NULL,
                                   NULL);
}
