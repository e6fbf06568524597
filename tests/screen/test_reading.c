/* Reading an article: moving, going back, finding, kinds, languages. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
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

/* Writes a file with this text into the home and opens it. */
static struct terminal *open_text(const char *text)
{
    static char path[512];
    const char *const arguments[] = {path, NULL};
    home_write("book/one.md", text);
    snprintf(path, sizeof path, "%s", home_path("book/one.md"));
    struct terminal *terminal = terminal_start(NULL, arguments);
    terminal_wait_row(terminal, STATUS_ROW, "?");
    return terminal;
}

static void leave(struct terminal *terminal)
{
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

/* Other files are converted, which the status line says. */
static void says_that_a_page_is_not_kept(void **state)
{
    (void)state;
    home_write("wax.html", "<!DOCTYPE html><main><h1>Ear wax</h1>"
                           "<h2>Uses</h2><p>It cleans ears.</main>");
    const char *const arguments[] = {"./wax.html", NULL};
    struct terminal *terminal = terminal_start(NULL, arguments);
    terminal_wait(terminal, "It cleans ears.");
    terminal_wait_row(terminal, STATUS_ROW,
                      "converted but not saved; to keep it");
    terminal_send(terminal, "j");
    terminal_wait_gone(terminal, "converted but not saved");
    leave(terminal);
}

/* ---- moving ---- */

static void the_wheel_moves_three_rows(void **state)
{
    (void)state;
    home_write(".config/medfaq/config.yaml", "mouse: yes\n");
    struct terminal *terminal = open_alpha();
    terminal_wait_row(terminal, TEXT_ROW + 3, "What is alpha?");
    terminal_send(terminal, "\033[<65;10;3M");
    terminal_wait_row(terminal, TEXT_ROW, "What is alpha?");
    terminal_send(terminal, "\033[<64;10;3M");
    terminal_wait_row(terminal, TEXT_ROW + 3, "What is alpha?");
    leave(terminal);
}

static void goes_to_the_heading_of_a_section_first(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    terminal_send(terminal, "3jjj");
    terminal_wait_gone(terminal, "used for?");
    terminal_send(terminal, KEY_SEND_LEFT);
    terminal_wait_row(terminal, TEXT_ROW, "used for?");
    terminal_send(terminal, KEY_SEND_LEFT);
    terminal_wait_row(terminal, TEXT_ROW, "What is alpha?");
    leave(terminal);
}

static void wants_a_number_before_per_cent(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    terminal_send(terminal, "%");
    terminal_wait_row(terminal, STATUS_ROW, "a number first");
    terminal_send(terminal, "5j%");
    terminal_wait_row(terminal, STATUS_ROW, "a number first");
    terminal_send(terminal, "50%");
    terminal_wait_row(terminal, STATUS_ROW, " 49%");
    /* an unknown key ends a number too */
    terminal_send(terminal, "5X%");
    terminal_wait_row(terminal, STATUS_ROW, "a number first");
    leave(terminal);
}

static void keeps_the_section_listed_in_sight(void **state)
{
    (void)state;
    struct terminal_options options = {.rows = 12, .columns = 120};
    struct terminal *terminal = terminal_start(&options, alpha);
    terminal_wait(terminal, "▸ 1");
    terminal_send(terminal, "14");
    terminal_wait(terminal, "▸14");
    terminal_send(terminal, "2");
    terminal_wait(terminal, "▸ 2");
    leave(terminal);
}

/* The outline takes the place of the margin; the focus moves to it and back. */
static void goes_to_the_list_of_sections(void **state)
{
    (void)state;
    struct terminal_options options = {.rows = 40, .columns = 120};
    struct terminal *terminal = terminal_start(&options, alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "t");
    terminal_wait_row(terminal, 39, "1 of 15");
    terminal_send(terminal, "jjj");
    terminal_wait_cursor_on(terminal, "How does alpha work?");
    /* the text beside it is unchanged */
    assert_true(terminal_shows(terminal, "Alpha overview"));
    assert_false(terminal_shows(terminal, "Outline"));
    terminal_send(terminal, KEY_SEND_RIGHT);
    terminal_wait_row(terminal, TEXT_ROW, "How does alpha work?");
    terminal_send(terminal, "t");
    terminal_wait_row(terminal, 39, "4 of 15");
    terminal_send(terminal, "t");
    terminal_wait_row(terminal, 39, "4/15");
    terminal_send(terminal, "t" KEY_SEND_LEFT);
    terminal_wait_row(terminal, 39, "4/15");
    /* on a screen that is not wide enough, it is a box */
    terminal_send(terminal, "t");
    terminal_wait_row(terminal, 39, "4 of 15");
    terminal_resize(terminal, ROWS, 80);
    terminal_wait(terminal, "─ Outline ");
    leave(terminal);
}

/* Keys that the list of sections does not use act on the article. */
static void passes_keys_on_to_the_article(void **state)
{
    (void)state;
    struct terminal_options options = {.rows = 40, .columns = 120};
    struct terminal *terminal = terminal_start(&options, alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "t");
    terminal_wait_row(terminal, 39, "1 of 15");
    terminal_send(terminal, "x");
    terminal_wait(terminal, "add next sentence");
    terminal_send(terminal, KEY_SEND_ESCAPE "t");
    terminal_wait_row(terminal, 39, "1 of 15");
    terminal_send(terminal, "H");
    terminal_wait(terminal, "─ Recently opened ");
    terminal_send(terminal, KEY_SEND_ESCAPE "t");
    terminal_wait_row(terminal, 39, "1 of 15");
    terminal_send(terminal, "K");
    terminal_wait_gone(terminal, "1 of 15");
    terminal_send(terminal, KEY_SEND_ESCAPE "t");
    terminal_wait_row(terminal, 39, "1 of 15");
    terminal_send(terminal, "Z");
    terminal_wait_row(terminal, 39, "No action for Z here");
    leave(terminal);
}

/* Sections in the order of the text, and the current one. */
static void orders_kinds_as_the_text_does(void **state)
{
    (void)state;
    struct terminal *terminal =
        open_text("# One\n\nO.\n\n## Risks\n\nR.\n\n## Uses\n\nU.\n\n"
                  "## Benefits\n\nB.\n");
    terminal_send(terminal, "3s");
    terminal_wait(terminal, "press a letter");
    terminal_wait_cursor_on(terminal, "u  What it is used for");
    int risks = terminal_find_row(terminal, "r  Risks");
    assert_int_equal(terminal_find_row(terminal, "u  What it"), risks + 1);
    assert_int_equal(terminal_find_row(terminal, "b  Benefits"), risks + 2);
    leave(terminal);
}

static void has_no_list_beside_in_linear_mode(void **state)
{
    (void)state;
    static const char *const linear[] = {"--linear", "alpha", NULL};
    struct terminal_options options = {.rows = 40, .columns = 120};
    struct terminal *terminal = terminal_start(&options, linear);
    terminal_wait(terminal, "Section: ");
    assert_false(terminal_shows(terminal, "▸"));
    terminal_send(terminal, "V");
    terminal_wait(terminal, "▸ 1");
    leave(terminal);
}

/* If the top line has no room for it. */
static void says_that_nobody_reviewed_it(void **state)
{
    (void)state;
    struct terminal_options options = {.rows = 15, .columns = 40};
    struct terminal *terminal = terminal_start(&options, alpha);
    terminal_wait(terminal, "Alpha overview");
    terminal_wait(terminal, "not medically reviewed");
    terminal_resize(terminal, ROWS, 80);
    terminal_wait_row(terminal, 0, "not medically reviewed");
    leave(terminal);
}

/* ---- going back ---- */

static void drops_what_lay_ahead(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    terminal_send(terminal, "5");
    terminal_wait_row(terminal, TEXT_ROW, "benefits");
    terminal_send(terminal, KEY_SEND_BACKSPACE);
    terminal_wait_row(terminal, TEXT_ROW, "Alpha overview");
    terminal_send(terminal, "7");
    terminal_wait_row(terminal, TEXT_ROW, "What happens");
    terminal_send(terminal, "\016");
    terminal_wait_row(terminal, STATUS_ROW, "Already at the newest place");
    terminal_send(terminal, KEY_SEND_BACKSPACE);
    terminal_wait_row(terminal, TEXT_ROW, "Alpha overview");
    terminal_send(terminal, "\016");
    terminal_wait_row(terminal, TEXT_ROW, "What happens");
    leave(terminal);
}

/* Of more than a hundred places, the oldest are forgotten. */
static void forgets_the_oldest_places(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    for (int i = 0; i < 55; i++)
        terminal_send(terminal, "Gg");
    for (int i = 0; i < 100; i++)
        terminal_send(terminal, KEY_SEND_BACKSPACE);
    terminal_wait_row(terminal, TEXT_ROW, "Alpha overview");
    terminal_send(terminal, KEY_SEND_BACKSPACE);
    terminal_wait_row(terminal, STATUS_ROW, "No earlier place");
    leave(terminal);
}

/* ---- finding ---- */

static void says_that_it_went_round(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    terminal_send(terminal, "/line 6\rN");
    terminal_wait_row(terminal, STATUS_ROW, "Continued from the end");
    terminal_send(terminal, "n");
    terminal_wait_row(terminal, STATUS_ROW, "Continued from the start");
    leave(terminal);
}

/* ---- kinds ---- */

static const char two_of_each[] =
    "# One\n\nOverview.\n\n## Risks\n\nFirst.\n\n> [!EMERGENCY]\n> Call.\n\n"
    "## Uses\n\nUse.\n\n## Dangers\n\nSecond.\n\n> [!EMERGENCY]\n> Go.\n\n"
    "## Last\n\nL.\n\nL.\n\nL.\n\nL.\n\nL.\n\nL.\n\nL.\n\nL.\n\nL.\n\nL.\n";

static void goes_through_the_emergency_advice(void **state)
{
    (void)state;
    struct terminal *terminal = open_text(two_of_each);
    terminal_send(terminal, "!");
    terminal_wait_row(terminal, STATUS_ROW, "1 of 2");
    terminal_send(terminal, "!");
    terminal_wait_row(terminal, STATUS_ROW, "2 of 2");
    terminal_send(terminal, "!");
    terminal_wait_row(terminal, STATUS_ROW, "1 of 2");
    /* the menu counts the same */
    terminal_send(terminal, "se");
    terminal_wait_row(terminal, STATUS_ROW, "Emergency and overdose · 2 of 2");
    leave(terminal);
}

static void walks_a_kind(void **state)
{
    (void)state;
    struct terminal *terminal = open_text(two_of_each);
    terminal_send(terminal, "/use\r");
    terminal_wait_row(terminal, STATUS_ROW, "1 of 2");
    terminal_send(terminal, "sr");
    terminal_wait_row(terminal, STATUS_ROW,
                      "n next  N previous  ? help  Esc stop");
    terminal_wait_row(terminal, STATUS_ROW, "Risks and complications · 1 of 2");
    terminal_send(terminal, "n");
    terminal_wait_row(terminal, STATUS_ROW, "Risks and complications · 2 of 2");
    terminal_wait_row(terminal, TEXT_ROW, "Dangers");
    terminal_send(terminal, "n");
    terminal_wait_row(terminal, TEXT_ROW, "Risks");
    terminal_send(terminal, "N");
    terminal_wait_row(terminal, TEXT_ROW, "Dangers");
    /* moving does not end the filter, and letters keep their meanings */
    terminal_send(terminal, "j");
    terminal_wait_row(terminal, STATUS_ROW, "2 of 2");
    terminal_send(terminal, "r");
    terminal_wait_row(terminal, STATUS_ROW, "No action for");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_row(terminal, STATUS_ROW, "\"use\" 1 of 2");
    terminal_send(terminal, "n");
    terminal_wait_row(terminal, STATUS_ROW, "\"use\" 2 of 2");
    terminal_send(terminal, "sr");
    terminal_wait_row(terminal, STATUS_ROW, "Esc stop");
    terminal_send(terminal, "/text" KEY_SEND_ESCAPE);
    terminal_wait_row(terminal, STATUS_ROW, "\"use\" 2 of 2");
    leave(terminal);
}

/* ---- the title line ---- */

static void tells_an_overdue_review(void **state)
{
    (void)state;
    struct terminal *terminal =
        open_text("---\ntitle: Old\nreview_due: 2020-05-01\n---\nText.\n");
    terminal_wait_row(terminal, 0, "review overdue since 2020-05");
    leave(terminal);
}

static void tells_where_an_import_is_from(void **state)
{
    (void)state;
    struct terminal *terminal =
        open_text("---\ntitle: Imported\norigin:\n  publisher: NIH\n"
                  "  retrieved: 2020-01-15\n---\nText.\n");
    terminal_wait_row(terminal, 0,
                      "NIH · retrieved 2020-01 · not medically reviewed");
    terminal_resize(terminal, ROWS, 40);
    terminal_wait_row(terminal, 0, "NIH · retrieved 2020-01");
    terminal_wait(terminal, "not medically reviewed");
    leave(terminal);
}

static void names_publishers_as_people_do(void **state)
{
    (void)state;
    struct terminal *terminal = open_text(
        "---\ntitle: Imported\norigin:\n"
        "  publisher: Genetic and Rare Diseases Information Center\n"
        "  retrieved: 2020-01-15\nsources:\n"
        "  - {id: a, title: A page, publisher: US Centers for Disease Control "
        "and Prevention}\n---\nText.[^a]\n");
    terminal_wait_row(terminal, 0, "GARD · retrieved 2020-01");
    terminal_send(terminal, "\t");
    terminal_wait_row(terminal, STATUS_ROW, "[1] CDC: A page");
    leave(terminal);
}

/* ---- files ---- */

static void reads_a_file_that_came_back(void **state)
{
    (void)state;
    struct terminal *terminal = open_text("# One\n\nText.\n");
    char *path = strdup(home_path("book/one.md"));
    char *away = strdup(home_path("book/one.away"));
    assert_int_equal(rename(path, away), 0);
    terminal_wait(terminal, "is gone");
    assert_int_equal(rename(away, path), 0);
    terminal_wait_row(terminal, STATUS_ROW, "The file has changed. Reloaded");
    leave(terminal);
    free(path);
    free(away);
}

/* ---- the library ---- */

static const char risks[] = "---\ntitle: %s\nlang: %s\n---\n\n## %s\n\nText.\n";

static void write_article(const char *name, const char *title, const char *lang)
{
    char text[256];
    snprintf(text, sizeof text, risks, title, lang,
             strcmp(lang, "es") == 0 ? "Riesgos" : "Risks");
    home_write(name, text);
}

static const char *const shelf_env[] = {"MEDFAQ_PATH=shelf", NULL};

static struct terminal *open_shelf(void)
{
    write_article("shelf/a.md", "Apple", "en");
    write_article("shelf/a.es.md", "Manzana", "es");
    write_article("shelf/b.md", "Bread", "en");
    write_article("shelf/b.es.md", "Pan", "es");
    struct terminal *terminal =
        terminal_start(&(struct terminal_options){.env = shelf_env}, NULL);
    terminal_wait(terminal, "2 articles ·");
    terminal_wait_row(terminal, STATUS_ROW, "1 of 2");
    return terminal;
}

static void goes_through_translations(void **state)
{
    (void)state;
    struct terminal *terminal = open_shelf();
    terminal_wait_cursor_on(terminal, "Apple");
    terminal_send(terminal, "L");
    terminal_wait_cursor_on(terminal, "Manzana");
    terminal_send(terminal, "L");
    terminal_wait_cursor_on(terminal, "Apple");
    /* a refreshed list keeps the chosen language */
    terminal_send(terminal, "L");
    terminal_wait_cursor_on(terminal, "Manzana");
    home_write("shelf/c.md", "# Cheese\n");
    terminal_wait(terminal, "3 articles ·");
    terminal_wait_cursor_on(terminal, "Manzana");
    terminal_send(terminal, "j");
    terminal_wait_cursor_on(terminal, "Bread");
    leave(terminal);
}

/* The next article with the kind is opened in the current language. */
static void keeps_the_language_in_the_next_article(void **state)
{
    (void)state;
    struct terminal *terminal = open_shelf();
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, 0, "Apple");
    terminal_send(terminal, "L");
    terminal_wait_row(terminal, 0, "Manzana");
    terminal_send(terminal, "}");
    terminal_wait_row(terminal, 0, "Pan");
    leave(terminal);
}

static void tells_what_hides_an_article(void **state)
{
    (void)state;
    static const char *const env[] = {"MEDFAQ_PATH=first:second", NULL};
    write_article("first/a.md", "Apple", "en");
    write_article("second/a.md", "Apple, too", "en");
    struct terminal_options options = {.columns = 90, .env = env};
    struct terminal *terminal = terminal_start(&options, NULL);
    terminal_wait(terminal, "(in second; hidden by first)");
    leave(terminal);
}

/* ---- where nothing may be written ---- */

static void starts_and_writes_nothing_when_secure(void **state)
{
    (void)state;
    static const char *const env[] = {"MEDFAQ_SECURE=1", "EDITOR=touch edited",
                                      NULL};
    static const char *const keys[] = {"w", "|", "e"};
    struct terminal_options options = {.env = env};
    struct terminal *terminal = terminal_start(&options, alpha);
    terminal_wait(terminal, "Alpha overview");
    for (size_t i = 0; i < N_ELEMENTS(keys); i++) {
        terminal_send(terminal, keys[i]);
        terminal_wait_row(terminal, STATUS_ROW, "Not allowed while");
        terminal_send(terminal, "jk");
        terminal_wait_gone(terminal, "Not allowed while");
    }
    assert_false(file_is_there(home_path("edited")));
    assert_false(file_is_there(home_path("alpha.txt")));
    leave(terminal);
}

/* ---- signals ---- */

/* While a command runs, ^C is for the command, and so is a resize. */
static void leaves_ctrl_c_to_a_command(void **state)
{
    (void)state;
    struct terminal *terminal = open_alpha();
    home_write("file", "begun\n");
    terminal_send(terminal, "|exec tail -f file\r");
    terminal_wait(terminal, "begun");
    terminal_send(terminal, "\003");
    terminal_wait(terminal, "Press Enter");
    terminal_resize(terminal, ROWS, 81);
    terminal_resize(terminal, ROWS, 80);
    terminal_wait_idle(terminal);
    /* the terminal echoes what is typed now */
    terminal_send(terminal, "jk");
    terminal_wait(terminal, "to medfaq. jk");
    kill(terminal_pid(terminal), SIGWINCH);
    terminal_send(terminal, "\r");
    terminal_wait(terminal, "Alpha overview");
    leave(terminal);
}

/* Writes a start that is parsed at once, and n KB that would take libcmark
 * hours. */
static void write_slow(struct buf *out, size_t n)
{
    buf_init(out);
    buf_add(out, "# Slow\n\nThe start.\n\n");
    for (int i = 0; i < 500; i++)
        buf_printf(out, "Paragraph %d is not the last.\n\n", i);
    buf_add_repeat(out, "- ", n << 9);
    buf_add(out, "x\n");
    buf_add_repeat(out, "\n", n << 9);
}

/* Reading the start and leaving do not wait for the rest. */
static void leaves_while_the_rest_is_read(void **state)
{
    (void)state;
    struct buf text;
    struct timespec start, end;
    write_slow(&text, 40 << 10); /* it is tried for up to 20 s of CPU time */
    struct terminal *terminal = open_text(text.data);
    terminal_wait(terminal, "Paragraph 1 is");
    clock_gettime(CLOCK_MONOTONIC, &start);
    terminal_send(terminal, "  ");
    terminal_wait(terminal, "Paragraph 20 is");
    terminal_send(terminal, "T");
    terminal_wait(terminal, "high-contrast");
    terminal_send(terminal, KEY_SEND_ESCAPE);
    terminal_wait_gone(terminal, "high-contrast");
    leave(terminal);
    clock_gettime(CLOCK_MONOTONIC, &end);
    assert_true(end.tv_sec - start.tv_sec < 18);
    buf_finish(&text);
}

/* What needs the whole article waits for it. */
static void goes_to_the_end_of_what_was_tried(void **state)
{
    (void)state;
    struct buf text;
    write_slow(&text, 200);
    struct terminal *terminal = open_text(text.data);
    terminal_send(terminal, "G");
    terminal_wait(terminal, "- - x");
    terminal_send(terminal, "g");
    terminal_wait(terminal, "Shown without formatting");
    leave(terminal);
    buf_finish(&text);
}

/* Exported text says what it is, whether it was reviewed, and its licence. */
static void sends_the_licence_along(void **state)
{
    (void)state;
    struct terminal *terminal =
        open_text("---\ntitle: Wax\nlicence: CC-BY-4.0\n---\n\n"
                  "## Risks\n\nNone are known.\n");
    terminal_send(terminal, "|exec cat >sent\r");
    terminal_wait(terminal, "Press Enter");
    terminal_send(terminal, "\r");
    terminal_wait(terminal, "None are known");
    leave(terminal);
    char *sent = read_whole(home_path("sent"));
    assert_non_null(strstr(sent, "None are known."));
    assert_non_null(strstr(sent, "Licence: CC-BY-4.0"));
    free(sent);
}

#define AT_HOME(test)                                                          \
    cmocka_unit_test_setup_teardown(test, home_setup_in_list, home_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_HOME(says_that_a_page_is_not_kept),
        AT_HOME(the_wheel_moves_three_rows),
        AT_HOME(goes_to_the_heading_of_a_section_first),
        AT_HOME(wants_a_number_before_per_cent),
        AT_HOME(keeps_the_section_listed_in_sight),
        AT_HOME(goes_to_the_list_of_sections),
        AT_HOME(passes_keys_on_to_the_article),
        AT_HOME(passes_keys_on_to_the_article),
        AT_HOME(orders_kinds_as_the_text_does),
        AT_HOME(has_no_list_beside_in_linear_mode),
        AT_HOME(says_that_nobody_reviewed_it),
        AT_HOME(drops_what_lay_ahead),
        AT_HOME(forgets_the_oldest_places),
        AT_HOME(says_that_it_went_round),
        AT_HOME(goes_through_the_emergency_advice),
        AT_HOME(walks_a_kind),
        AT_HOME(tells_an_overdue_review),
        AT_HOME(tells_where_an_import_is_from),
        AT_HOME(names_publishers_as_people_do),
        AT_HOME(reads_a_file_that_came_back),
        AT_HOME(goes_through_translations),
        AT_HOME(keeps_the_language_in_the_next_article),
        AT_HOME(tells_what_hides_an_article),
        AT_HOME(starts_and_writes_nothing_when_secure),
        AT_HOME(leaves_ctrl_c_to_a_command),
        AT_HOME(sends_the_licence_along),
        AT_HOME(leaves_while_the_rest_is_read),
        AT_HOME(goes_to_the_end_of_what_was_tried),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
