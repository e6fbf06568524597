#include "import/destination.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../unit.h"
#include "base/buf.h"
#include "base/file.h"

static char folder[] = "/tmp/medfaq-destination-XXXXXX";

static char *path_of(const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static int setup(void **state)
{
    (void)state;
    memcpy(strrchr(folder, '-'), "-XXXXXX", 7);
    return mkdtemp(folder) ? 0 : -1;
}

static void empty_folder(void)
{
    struct dirent **entries;
    int n = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        if (strcmp(entries[i]->d_name, ".") != 0 &&
            strcmp(entries[i]->d_name, "..") != 0)
            unlink(path_of(entries[i]->d_name));
        free(entries[i]);
    }
    free(entries);
}

static int teardown(void **state)
{
    (void)state;
    empty_folder();
    return rmdir(folder);
}

static void assert_content(const char *name, const char *expected)
{
    struct buf content;
    buf_init(&content);
    assert_true(file_read(path_of(name), 0, &content, NULL, NULL));
    assert_string_equal(content.data, expected);
    buf_finish(&content);
}

static char last_id[DESTINATION_ID_BYTES];

static enum put put(struct destination *destination, const char *id,
                    const char *text)
{
    struct error err = {0};
    const struct destination_article article = {.id = id,
                                                .key = id,
                                                .folder = "",
                                                .title = "T",
                                                .data = text,
                                                .n_bytes = strlen(text)};
    return destination_put(destination, &article, last_id, &err);
}

/* An article of an id, made of a page. */
struct page {
    const char *folder, *title, *url;
};

static enum put put_page(struct destination *destination,
                         const struct page *page)
{
    struct error err = {0};
    char text[200], key[100];
    snprintf(key, sizeof key, "%s %s %s", page->url ? page->url : "",
             page->folder, page->title);
    snprintf(text, sizeof text, "---\ntitle: %s\n%s%s%s---\n\n%s\n",
             page->title, page->url ? "origin:\n  url: " : "",
             page->url ? page->url : "", page->url ? "\n" : "", key);
    const struct destination_article article = {.id = "a",
                                                .key = key,
                                                .folder = page->folder,
                                                .title = page->title,
                                                .url = page->url,
                                                .data = text,
                                                .n_bytes = strlen(text)};
    return destination_put(destination, &article, last_id, &err);
}

/* The names in the folder, sorted, with the last word of each file. */
static void list_folder(struct buf *out)
{
    struct dirent **entries;
    int n = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        struct buf content;
        buf_init(&content);
        if (entries[i]->d_name[0] != '.' &&
            file_read(path_of(entries[i]->d_name), 0, &content, NULL, NULL)) {
            char *last = strrchr(content.data, '\n');
            *last = '\0';
            buf_printf(out, "%s: %s\n", entries[i]->d_name,
                       strrchr(content.data, '\n') + 1);
        }
        buf_finish(&content);
        free(entries[i]);
    }
    free(entries);
}

static void import_pages(const struct page *pages, size_t n, bool backwards)
{
    struct error err;
    struct destination *destination = destination_open(folder, false, &err);
    for (size_t i = 0; i < n; i++)
        put_page(destination, &pages[backwards ? n - 1 - i : i]);
    assert_true(destination_close(destination, &err));
}

/* Ids do not depend on the order, and stay. */
static void keeps_all_of_one_id(void **state)
{
    (void)state;
    static const struct page pages[] = {
        {"81256", "Leaflet", NULL},
        {"70310", "Leaflet", NULL},
        {"", "leaflet", NULL},
        {"81256", "leaflet", NULL},
        {"x", "Leaflet", "http://b.example/"},
        {"x", "Leaflet", "http://a.example/"},
    };
    struct buf first, second;
    buf_init(&first);
    buf_init(&second);
    import_pages(pages, N_ELEMENTS(pages), false);
    list_folder(&first);
    empty_folder();
    import_pages(pages, N_ELEMENTS(pages), true);
    list_folder(&second);
    assert_string_equal(first.data, second.data);
    size_t n = 0;
    for (const char *at = first.data; *at; at++)
        n += *at == '\n';
    assert_int_equal(n, N_ELEMENTS(pages));
    assert_non_null(strstr(first.data, "a-81256.md: "));
    import_pages(pages, N_ELEMENTS(pages), false);
    buf_clear(&second);
    list_folder(&second);
    assert_string_equal(first.data, second.data);
    buf_finish(&second);
    buf_finish(&first);
    empty_folder();
}

/* What an earlier import wrote keeps its id, whatever comes beside it. */
static void knows_articles_again(void **state)
{
    (void)state;
    static const struct page old = {"x", "Old", "http://m.example/"};
    static const struct page pages[] = {
        {"x", "First", "http://a.example/"},
        {"x", "New title", "http://m.example/"},
        {"x", "Last", "http://z.example/"},
    };
    for (int backwards = 0; backwards < 2; backwards++) {
        struct buf list;
        buf_init(&list);
        import_pages(&old, 1, false);
        import_pages(pages, N_ELEMENTS(pages), backwards);
        list_folder(&list);
        if (!strstr(list.data, "a.md: http://m.example/ x New title\n"))
            fail_msg("%s", list.data);
        buf_finish(&list);
        empty_folder();
    }
    /* The user's own article keeps its name, and costs nobody theirs. */
    static const char own[] = "---\ntitle: My notes\n---\n\nmine\n";
    struct error err;
    assert_true(file_write(path_of("a.md"), own, strlen(own), &err));
    import_pages(&old, 1, false);
    assert_content("a.md", own);
    assert_int_equal(access(path_of("a-x.md"), F_OK), 0);
    empty_folder();
    /* Of two without an address it is the one of its title. */
    static const struct page untold[] = {{"", "Common questions", NULL},
                                         {"", "Common Questions", NULL}};
    struct buf list;
    buf_init(&list);
    import_pages(&untold[0], 1, false);
    import_pages(untold, 2, true);
    list_folder(&list);
    if (!strstr(list.data, "a.md:   Common questions\n"))
        fail_msg("%s", list.data);
    buf_finish(&list);
    empty_folder();
}

static void keeps_what_was_edited(void **state)
{
    (void)state;
    struct error err;
    struct destination *destination = destination_open(folder, false, &err);
    assert_int_equal(put(destination, "a", "one"), PUT_NEW);
    assert_int_equal(put(destination, "b", "one"), PUT_NEW);
    assert_int_equal(put(destination, "c", "one"), PUT_NEW);
    assert_int_equal(put(destination, "c", "one"), PUT_DUPLICATE);
    assert_true(destination_close(destination, &err));

    assert_true(file_write(path_of("b.md"), "mine", 4, &err));

    destination = destination_open(folder, false, &err);
    assert_int_equal(put(destination, "a", "two"), PUT_CHANGED);
    assert_int_equal(put(destination, "b", "two"), PUT_EDITED);
    assert_int_equal(put(destination, "c", "one"), PUT_SAME);
    assert_true(destination_close(destination, &err));
    assert_content("a.md", "two");
    assert_content("b.md", "mine");
    assert_content("c.md", "one");

    /* And again: what was changed is ours still, what was edited is not. */
    destination = destination_open(folder, false, &err);
    assert_int_equal(put(destination, "a", "three"), PUT_CHANGED);
    assert_int_equal(put(destination, "b", "three"), PUT_EDITED);
    assert_true(destination_close(destination, &err));
}

static void leaves_a_file_that_it_did_not_write(void **state)
{
    (void)state;
    struct error err;
    assert_true(file_write(path_of("a.md"), "mine", 4, &err));
    assert_int_equal(symlink("/etc/passwd", path_of("d.md")), 0);
    struct destination *destination = destination_open(folder, false, &err);
    assert_int_equal(put(destination, "a", "one"), PUT_EDITED);
    assert_int_equal(put(destination, "d", "one"), PUT_EDITED);
    assert_true(destination_close(destination, &err));
    assert_content("a.md", "mine");
}

static void writes_nothing_in_a_dry_run(void **state)
{
    (void)state;
    struct error err;
    struct destination *destination = destination_open(folder, true, &err);
    assert_int_equal(put(destination, "a", "one"), PUT_NEW);
    assert_true(destination_close(destination, &err));
    assert_int_equal(access(path_of("a.md"), F_OK), -1);
    assert_int_equal(access(path_of(".medfaq-import"), F_OK), -1);
    destination = destination_open("/nonexistent/folder", true, &err);
    assert_int_equal(put(destination, "a", "one"), PUT_NEW);
    assert_true(destination_close(destination, &err));
}

static void refuses_names_that_lead_out(void **state)
{
    (void)state;
    static const char *const ids[] = {"", "../a", "/etc/a", ".hidden", "a/b"};
    struct error err;
    struct destination *destination = destination_open(folder, false, &err);
    for (size_t i = 0; i < N_ELEMENTS(ids); i++)
        assert_int_equal(put(destination, ids[i], "one"), PUT_FAILED);
    assert_true(destination_close(destination, &err));
}

/* What somebody put under the name of a temporary file is not written to. */
static void writes_through_nothing_that_is_there(void **state)
{
    (void)state;
    struct error err;
    struct destination *destination = destination_open(folder, false, &err);
    assert_true(file_write(path_of("b.md"), "mine", 4, &err));
    char temporary[64], *mine = strdup(path_of("b.md"));
    snprintf(temporary, sizeof temporary, ".a.md.%ld", (long)getpid());
    assert_int_equal(link(mine, path_of(temporary)), 0);
    free(mine);
    assert_int_equal(put(destination, "a", "one"), PUT_NEW);
    assert_content("a.md", "one");
    assert_content("b.md", "mine");
    assert_int_equal(access(path_of(temporary), F_OK), -1);
    assert_true(destination_close(destination, &err));
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(keeps_what_was_edited),
        IN_FOLDER(keeps_all_of_one_id),
        IN_FOLDER(knows_articles_again),
        IN_FOLDER(leaves_a_file_that_it_did_not_write),
        IN_FOLDER(writes_nothing_in_a_dry_run),
        IN_FOLDER(writes_through_nothing_that_is_there),
        IN_FOLDER(refuses_names_that_lead_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
