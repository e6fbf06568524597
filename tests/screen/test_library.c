/* The list of a library that is larger than the screen and that changes. */
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "terminal.h"

#define N_MANY 400

static const char *const many[] = {"many", NULL};

static void write_many(void)
{
    for (int i = 0; i < N_MANY; i++) {
        char path[64], text[128];
        snprintf(path, sizeof path, "many/%d/illness-%03d.md", i % 7, i);
        snprintf(text, sizeof text,
                 "---\ntitle: Illness %03d\ntype: %s\n---\n\n## %s\n\nText.\n",
                 i, i % 2 ? "condition" : "other",
                 i % 50 ? "Symptoms" : "Risks");
        home_write(path, text);
    }
}

static struct terminal *open_many(const char *const *env)
{
    struct terminal_options options = {.env = env};
    struct terminal *terminal = terminal_start(&options, many);
    terminal_wait(terminal, "400 articles · A-Z");
    return terminal;
}

static void leave(struct terminal *terminal)
{
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void goes_through_all_of_it(void **state)
{
    (void)state;
    write_many();
    struct terminal *terminal = open_many(NULL);
    terminal_wait_cursor_on(terminal, "Illness 000");
    terminal_send(terminal, "G");
    terminal_wait_cursor_on(terminal, "Illness 399");
    terminal_wait(terminal, "400 of 400");
    terminal_send(terminal, "gjjj");
    terminal_wait_cursor_on(terminal, "Illness 003");
    for (int i = 0; i < 8; i++)
        terminal_send(terminal, " ");
    terminal_wait(terminal, "108 of 400");
    terminal_wait_cursor_on(terminal, "Illness 107");
    leave(terminal);
}

static void filters_it(void **state)
{
    (void)state;
    write_many();
    struct terminal *terminal = open_many(NULL);
    terminal_send(terminal, "/illness 25");
    terminal_wait_cursor_on(terminal, "Find: illness 25");
    terminal_wait(terminal, "Show 9 more");
    terminal_wait(terminal, "▸ Illness 250");
    terminal_send(terminal, "1");
    terminal_wait_gone(terminal, "Show 9 more");
    terminal_send(terminal, "9");
    terminal_wait_gone(terminal, "Articles");
    terminal_send(terminal, KEY_SEND_BACKSPACE KEY_SEND_ENTER);
    terminal_wait_row(terminal, 0, " Illness 251");
    terminal_send(terminal, "q");
    terminal_wait(terminal, "▸ Illness 251");
    /* the match stays selected among all articles */
    terminal_send(terminal, KEY_SEND_ESCAPE KEY_SEND_ESCAPE);
    terminal_wait(terminal, "252 of 400");
    terminal_wait_cursor_on(terminal, "Illness 251");
    terminal_send(terminal, "OO");
    terminal_wait(terminal, "400 articles · by type");
    terminal_wait_cursor_on(terminal, "Illness 251");
    leave(terminal);
}

static void keeps_what_is_selected_when_others_come_and_go(void **state)
{
    (void)state;
    write_many();
    struct terminal *terminal = open_many(NULL);
    terminal_send(terminal, "jjjj");
    terminal_wait_cursor_on(terminal, "Illness 004");
    home_write("many/first.md", "# A first one\n");
    terminal_wait(terminal, "401 articles ·");
    terminal_wait_cursor_on(terminal, "Illness 004");
    /* when the selected one disappears, the next one is selected */
    unlink(home_path("many/4/illness-004.md"));
    terminal_wait(terminal, "400 articles ·");
    terminal_wait_cursor_on(terminal, "Illness 005");
    leave(terminal);
}

/* The article just read stays selected, in its row, while others are added
 * above it. */
static void keeps_the_selected_row_in_place(void **state)
{
    (void)state;
    write_many();
    struct terminal *terminal = open_many(NULL);
    terminal_wait_row(terminal, TEXT_ROW + 2, "▸ Illness 000");
    for (int i = 0; i < 30; i++) {
        char path[64], text[64];
        snprintf(path, sizeof path, "many/0/first-%d.md", i);
        snprintf(text, sizeof text, "# A first one, number %d\n", i);
        home_write(path, text);
    }
    terminal_wait(terminal, "430 articles ·");
    terminal_wait(terminal, "31 of 430");
    terminal_wait_row(terminal, TEXT_ROW + 2, "▸ Illness 000");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, 0, " Illness 000");
    leave(terminal);
}

static void follows_changes_made_while_it_was_closed(void **state)
{
    (void)state;
    write_many();
    leave(open_many(NULL));
    home_write("many/0/illness-000.md", "# Illness nought\n");
    unlink(home_path("many/1/illness-001.md"));
    struct terminal *terminal = terminal_start(NULL, many);
    terminal_wait(terminal, "399 articles · A-Z");
    terminal_send(terminal, "G");
    terminal_wait_cursor_on(terminal, "Illness nought");
    leave(terminal);
}

/* The index is in memory, since nothing may be written. */
static void lists_it_without_a_file(void **state)
{
    (void)state;
    static const char *const env[] = {"MEDFAQ_SECURE=1", NULL};
    write_many();
    struct terminal *terminal = open_many(env);
    terminal_send(terminal, "G");
    terminal_wait_cursor_on(terminal, "Illness 399");
    assert_false(file_is_there(home_path(".cache/medfaq")));
    leave(terminal);
}

/* } and { step through the list from which the article was opened. */
static void goes_to_the_next_of_a_kind(void **state)
{
    (void)state;
    write_many();
    struct terminal *terminal = open_many(NULL);
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, TEXT_ROW, "Risks");
    terminal_send(terminal, "}");
    terminal_wait(terminal, "skipped 49 without it");
    terminal_wait_row(terminal, 0, " Illness 050");
    terminal_send(terminal, "}");
    terminal_wait_row(terminal, 0, " Illness 100");
    terminal_send(terminal, "{{");
    terminal_wait_row(terminal, 0, " Illness 000");
    terminal_send(terminal, "{");
    terminal_wait(terminal, "No earlier article has");
    leave(terminal);
}

/* } in an article that was opened without a list. */
static void goes_on_from_an_article_opened_by_name(void **state)
{
    (void)state;
    static const char *const one[] = {"many/0/illness-000.md", NULL};
    write_many();
    struct terminal *terminal = terminal_start(NULL, one);
    terminal_wait(terminal, "Risks");
    terminal_send(terminal, "}");
    terminal_wait(terminal, "Alpha treatment: Risks");
    leave(terminal);
}

/* The index was made before the translation; the article is opened first. */
/* In a folder beyond those that are watched. */
static void says_that_the_next_of_a_kind_is_gone(void **state)
{
    (void)state;
    for (int i = 0; i < 300; i++) {
        char path[64], text[64];
        snprintf(path, sizeof path, "many/f%03d/ill-%03d.md", i, i);
        snprintf(text, sizeof text, "# Ill %03d\n\n## Risks\n\nX.\n", i);
        home_write(path, text);
    }
    struct terminal *terminal = terminal_start(NULL, many);
    terminal_wait(terminal, "300 articles · A-Z");
    terminal_send(terminal, "Gk");
    terminal_wait_cursor_on(terminal, "Ill 298");
    terminal_send(terminal, KEY_SEND_ENTER);
    terminal_wait_row(terminal, 0, " Ill 298");
    unlink(home_path("many/f299/ill-299.md"));
    terminal_send(terminal, "}");
    terminal_wait(terminal, "ill-299.md: No such file or directory");
    terminal_send(terminal, "P");
    terminal_wait(terminal, "There are too many folders to watch");
    leave(terminal);
}

static void finds_a_translation_newer_than_the_index(void **state)
{
    (void)state;
    static const char *const env[] = {"MEDFAQ_PATH=shelf", NULL};
    static const char *const one[] = {"shelf/gout.md", NULL};
    struct terminal_options options = {.env = env};
    home_write("shelf/gout.md",
               "---\ntitle: Gout\nlang: en\n"
               "related: [acne, none]\n---\n\n## Risks\n\nX.\n");
    struct terminal *terminal = terminal_start(&options, NULL);
    terminal_wait(terminal, "1 article · A-Z");
    leave(terminal);
    home_write("shelf/gout.vi.md", "---\ntitle: Cum\nlang: vi\n---\n");
    home_write("shelf/more/acne.md", "# Acne, which came later\n");
    terminal = terminal_start(&options, one);
    terminal_wait(terminal, "Risks");
    terminal_send(terminal, "i");
    terminal_wait(terminal, "Acne, which came later");
    terminal_send(terminal, "qL");
    terminal_wait_row(terminal, 0, "Cum");
    leave(terminal);
}

static void ends_at_the_end_however_early_one_asks(void **state)
{
    (void)state;
    write_many();
    leave(open_many(NULL));
    struct terminal *terminal = terminal_start(NULL, many);
    terminal_send(terminal, "G");
    terminal_wait(terminal, "400 articles · A-Z");
    terminal_wait_cursor_on(terminal, "Illness 399");
    leave(terminal);
}

/* Each key acts on the list that the previous key requested. */
static void obeys_keys_that_come_at_once(void **state)
{
    (void)state;
    write_many();
    struct terminal *terminal = open_many(NULL);
    terminal_send(terminal, "OOG");
    terminal_wait(terminal, "400 articles · by type");
    terminal_wait_cursor_on(terminal, "Illness 398");
    /* words that begin with the text come before those that end with it: not
       039 */
    terminal_send(terminal, "Og/39\t");
    terminal_wait_cursor_on(terminal, "▸ Illness 390");
    terminal_send(terminal, KEY_SEND_ESCAPE KEY_SEND_PAGE_UP);
    terminal_wait(terminal, "378 of 400");
    terminal_wait_cursor_on(terminal, "Illness 377");
    leave(terminal);
}

static void remove_cache(void)
{
    char command[256];
    /* The reader may be writing a file there. */
    snprintf(command, sizeof command, "rm -rf '%s' || rm -rf '%s'",
             home_path(".cache"), home_path(".cache"));
    assert_int_equal(system(command), 0);
}

/* "The index can be removed at any time" (medfaq.1). */
static void does_without_an_index_that_was_removed(void **state)
{
    (void)state;
    write_many();
    struct terminal *terminal = open_many(NULL);
    terminal_wait(terminal, "of 400");
    remove_cache();
    home_write("many/first.md", "# A first one\n");
    terminal_wait(terminal, "401 articles ·");
    remove_cache();
    terminal_send(terminal, "O");
    terminal_wait(terminal, "401 articles · newest first");
    remove_cache();
    terminal_send(terminal, "Sillness 399");
    terminal_wait(terminal, "▸ Illness 399");
    terminal_send(terminal, "\t");
    leave(terminal);
}

/* Overwrites all but the start of the index. */
static void spoil_index(void)
{
    char path[512] = "", noise[512];
    struct stat st;
    DIR *dir = opendir(home_path(".cache/medfaq"));
    const struct dirent *entry;
    assert_non_null(dir);
    while ((entry = readdir(dir)))
        if (strlen(entry->d_name) == strlen("index-0123456789abcdef.db"))
            snprintf(path, sizeof path, "%s/%s", home_path(".cache/medfaq"),
                     entry->d_name);
    closedir(dir);
    int fd = open(path, O_WRONLY);
    assert_true(fd >= 0 && fstat(fd, &st) == 0);
    memset(noise, 0xA5, sizeof noise);
    for (off_t at = 4096; at < st.st_size; at += (off_t)sizeof noise)
        assert_true(pwrite(fd, noise, sizeof noise, at) > 0);
    close(fd);
}

static void mends_an_index_that_was_overwritten(void **state)
{
    (void)state;
    static const char *const env[] = {"MEDFAQ_PATH=many", NULL};
    struct terminal_options options = {.env = env};
    write_many();
    leave(open_many(NULL));
    struct terminal *terminal = terminal_start(&options, many);
    terminal_wait(terminal, "400 articles · A-Z");
    terminal_wait(terminal, "1 of 400");
    spoil_index();
    terminal_send(terminal, "OO");
    terminal_wait(terminal, "400 articles · by type");
    terminal_send(terminal, "G");
    terminal_wait_cursor_on(terminal, "Illness 398");
    leave(terminal);
}

/* The disk is full, so the index is kept in memory, and a message says so. */
static void goes_on_when_the_disk_is_full(void **state)
{
    (void)state;
    struct rlimit limit, before;
    write_many();
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before);
    limit = before;
    limit.rlim_cur = 160 * 1000;
    setrlimit(RLIMIT_FSIZE, &limit);
    struct terminal *terminal = terminal_start(NULL, many);
    setrlimit(RLIMIT_FSIZE, &before);
    terminal_wait(terminal, "400 articles · A-Z");
    terminal_wait(terminal, "Cannot save the index:");
    terminal_send(terminal, "G");
    terminal_wait_cursor_on(terminal, "Illness 399");
    home_write("many/zzz.md", "# Zzz\n");
    terminal_wait(terminal, "401 articles ·");
    leave(terminal);
}

#define AT_HOME(test)                                                          \
    cmocka_unit_test_setup_teardown(test, home_setup_in_list, home_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_HOME(goes_through_all_of_it),
        AT_HOME(filters_it),
        AT_HOME(keeps_what_is_selected_when_others_come_and_go),
        AT_HOME(keeps_the_selected_row_in_place),
        AT_HOME(follows_changes_made_while_it_was_closed),
        AT_HOME(lists_it_without_a_file),
        AT_HOME(goes_to_the_next_of_a_kind),
        AT_HOME(goes_on_from_an_article_opened_by_name),
        AT_HOME(says_that_the_next_of_a_kind_is_gone),
        AT_HOME(finds_a_translation_newer_than_the_index),
        AT_HOME(ends_at_the_end_however_early_one_asks),
        AT_HOME(obeys_keys_that_come_at_once),
        AT_HOME(does_without_an_index_that_was_removed),
        AT_HOME(goes_on_when_the_disk_is_full),
        AT_HOME(mends_an_index_that_was_overwritten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
