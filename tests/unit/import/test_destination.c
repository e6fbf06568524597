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
#include "base/map.h"

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
                                                .path = "/s/page",
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
                                                .path = key,
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

/* Returns how many articles have changed. */
static size_t import_pages(const struct page *pages, size_t n, bool backwards)
{
    struct error err;
    size_t n_changed = 0;
    struct destination *destination = destination_open(folder, false, &err);
    for (size_t i = 0; i < n; i++)
        n_changed += put_page(destination, &pages[backwards ? n - 1 - i : i]) ==
                     PUT_CHANGED;
    assert_true(destination_close(destination, &err));
    return n_changed;
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
    assert_int_equal(import_pages(pages, N_ELEMENTS(pages), false), 0);
    list_folder(&first);
    empty_folder();
    assert_int_equal(import_pages(pages, N_ELEMENTS(pages), true), 0);
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
    assert_int_equal(put(destination, "a", "one"), PUT_BESIDE);
    assert_int_equal(put(destination, "d", "one"), PUT_BESIDE);
    assert_true(destination_close(destination, &err));
    assert_content("a.md", "mine");
    assert_string_equal(last_id, "d-01e773");
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

/* ---- sources that are imported again ---- */

static const char gout[] =
    "## What is gout?\n\nGout is a kind of arthritis that comes all of a "
    "sudden, mostly at night, and mostly in the big toe. It hurts.\n";
static const char new_gout[] =
    "## What is gout?\n\nGout is a kind of arthritis that comes all of a "
    "sudden, mostly at night, and often in the big toe. See a doctor.\n";
static const char asthma[] =
    "## How is asthma treated?\n\nOne inhaler opens the airways when you need "
    "it; another one, used every day, calms them down so that you do not.\n";

/* What comes of one file: "faq.html" under a heading. */
struct copy {
    const char *path, *title, *url, *body;
    const char *id; /* NULL: faq */
};

static enum put put_copy(const struct copy *copy)
{
    struct error err;
    struct destination *destination = destination_open(folder, false, &err);
    char text[1000], key[100], *last = strrchr(copy->path, '/');
    snprintf(key, sizeof key, "%s\n%s", copy->url ? copy->url : "faq.html",
             copy->title);
    snprintf(text, sizeof text, "---\ntitle: %s\n%s%s%s---\n\n%s", copy->title,
             copy->url ? "origin:\n  url: " : "", copy->url ? copy->url : "",
             copy->url ? "\n" : "", copy->body);
    const struct destination_article article = {.id =
                                                    copy->id ? copy->id : "faq",
                                                .key = key,
                                                .folder = last + 1,
                                                .path = copy->path,
                                                .title = copy->title,
                                                .url = copy->url,
                                                .data = text,
                                                .n_bytes = strlen(text)};
    enum put result = destination_put(destination, &article, last_id, &err);
    assert_true(destination_close(destination, &err));
    return result;
}

static void assert_put(const struct copy *copy, enum put result, const char *id)
{
    assert_int_equal(put_copy(copy), result);
    assert_string_equal(last_id, id);
}

static void assert_has(const char *name, const char *words)
{
    struct buf content;
    buf_init(&content);
    assert_true(file_read(path_of(name), 0, &content, NULL, NULL));
    if (!strstr(content.data, words))
        fail_msg("%s: %s", name, content.data);
    buf_finish(&content);
}

static void updates_its_own_articles_alone(void **state)
{
    (void)state;
    const struct copy first = {"/a", "Questions", NULL, gout};
    const struct copy edited = {"/a", "Questions", NULL, new_gout};
    const struct copy elsewhere = {"/b", "Questions", NULL, gout};
    const struct copy another = {"/c", "Questions", NULL, asthma};
    assert_put(&first, PUT_NEW, "faq");
    assert_put(&first, PUT_SAME, "faq");
    assert_put(&elsewhere, PUT_SAME, "faq");
    assert_put(&another, PUT_BESIDE, "faq-c");
    assert_put(&another, PUT_SAME, "faq-c");
    assert_put(&edited, PUT_CHANGED, "faq");
    assert_has("faq.md", "See a doctor.");
    assert_has("faq-c.md", "inhaler");
    /* The copy is what the first one was: nobody knows which is right. */
    assert_put(&elsewhere, PUT_BESIDE, "faq-b");
    assert_put(&edited, PUT_SAME, "faq");
    assert_put(&elsewhere, PUT_SAME, "faq-b");
    /* A file that calls itself otherwise today is the same file. */
    const struct copy retitled = {"/c", "Inhalers", NULL, asthma, "inhalers"};
    assert_put(&retitled, PUT_CHANGED, "faq-c");
    assert_put(&retitled, PUT_SAME, "faq-c");
    assert_put(&another, PUT_CHANGED, "faq-c");
    /* What was deleted comes again under its name. */
    assert_int_equal(unlink(path_of("faq.md")), 0);
    assert_put(&another, PUT_SAME, "faq-c");
    assert_put(&edited, PUT_NEW, "faq");
}

/* A list without paths: the address, else the text, tells. */
static void knows_what_the_first_version_wrote(void **state)
{
    (void)state;
    static const char file[] = "---\ntitle: Questions\n---\n\n";
    char text[1000], list[100];
    struct error err;
    int n = snprintf(text, sizeof text, "%s%s", file, gout);
    snprintf(list, sizeof list, "medfaq-import 1\n%016llx faq.md\n",
             (unsigned long long)map_hash(text, (size_t)n));
    assert_true(file_write(path_of("faq.md"), text, (size_t)n, &err));
    assert_true(
        file_write(path_of(".medfaq-import"), list, strlen(list), &err));
    const struct copy another = {"/c", "Questions", NULL, asthma};
    const struct copy edited = {"/a", "Questions", NULL, new_gout};
    assert_put(&another, PUT_BESIDE, "faq-c");
    assert_put(&edited, PUT_CHANGED, "faq");
    assert_has("faq.md", "See a doctor.");
    assert_put(&another, PUT_SAME, "faq-c");
}

static void keeps_what_may_be_another(void **state)
{
    (void)state;
    static const char url[] = "https://a.example/";
    const struct copy first = {"/a", "Questions", NULL, gout};
    const struct copy overwritten = {"/a", "Answers", NULL, asthma};
    assert_put(&first, PUT_NEW, "faq");
    assert_put(&overwritten, PUT_BESIDE, "faq-a");
    empty_folder();
    /* One of two that came of a file: nobody knows which. */
    const struct copy second = {"/a", "Asthma", NULL, asthma, "asthma"};
    const struct copy third = {"/a", "Crystals", NULL, new_gout, "crystals"};
    assert_put(&first, PUT_NEW, "faq");
    assert_put(&second, PUT_NEW, "asthma");
    assert_put(&third, PUT_NEW, "crystals");
    empty_folder();
    /* All pages of the site state the address of its first page. */
    const struct copy page = {"/a", "Gout", url, gout};
    const struct copy other = {"/b", "Asthma", url, asthma};
    const struct copy moved = {"/z", "Gout", url, new_gout};
    assert_put(&page, PUT_NEW, "faq");
    assert_put(&other, PUT_BESIDE, "faq-b");
    assert_put(&moved, PUT_CHANGED, "faq");
    empty_folder();
    /* An article that states its address, and a page that does not. */
    assert_put(&page, PUT_NEW, "faq");
    const struct copy untold = {"/b", "Gout", NULL, asthma};
    assert_put(&untold, PUT_BESIDE, "faq-b");
    /* An edited article is in nobody's way but its own. */
    struct error err;
    assert_true(file_write(path_of("faq.md"), "mine", 4, &err));
    const struct copy again = {"/c", "Gout", NULL, gout};
    assert_put(&again, PUT_BESIDE, "faq-c");
    assert_put(&page, PUT_EDITED, "faq");
    assert_content("faq.md", "mine");
    empty_folder();
}

/* Puts articles of one id into what an earlier import left, in two orders. */
static void needs_no_order_for_what_is_there(void **state)
{
    (void)state;
    static const struct page old[] = {{"b", "Same", NULL}, {"c", "Same", NULL}};
    static const struct page pages[] = {{"a", "Same", NULL},
                                        {"b", "Same", NULL},
                                        {"c", "Same", NULL},
                                        {"d", "Same", NULL}};
    struct buf lists[2];
    for (int backwards = 0; backwards < 2; backwards++) {
        buf_init(&lists[backwards]);
        import_pages(old, N_ELEMENTS(old), backwards);
        import_pages(pages, N_ELEMENTS(pages), backwards);
        list_folder(&lists[backwards]);
        empty_folder();
    }
    assert_string_equal(lists[0].data, lists[1].data);
    assert_string_equal(lists[0].data, "a-a.md:  a Same\na-c.md:  c Same\n"
                                       "a-d.md:  d Same\na.md:  b Same\n");
    buf_finish(&lists[0]);
    buf_finish(&lists[1]);
}

/* The name that the article which gives way gets next may be taken. */
static void overwrites_nobody_by_moving(void **state)
{
    (void)state;
    static const struct page old = {"z", "Leaflet", "http://z.example/"};
    static const struct page pages[] = {
        {"z", "Leaflet", "http://b.example/"},
        {"z", "Leaflet", "http://a.example/"},
    };
    struct buf list;
    buf_init(&list);
    import_pages(&old, 1, false);
    char *from = strdup(path_of("a.md"));
    assert_int_equal(rename(from, path_of("a-z.md")), 0);
    free(from);
    import_pages(pages, N_ELEMENTS(pages), false);
    list_folder(&list);
    assert_non_null(strstr(list.data, "a-z.md: http://z.example/ z Leaflet\n"));
    assert_non_null(strstr(list.data, "a.md: http://a.example/ z Leaflet\n"));
    assert_non_null(strstr(list.data, ".md: http://b.example/ z Leaflet\n"));
    buf_finish(&list);
    empty_folder();
}

static void survives_a_damaged_list(void **state)
{
    (void)state;
    static const char *const lists[] = {"", "medfaq-import 2\n12", "\377",
                                        "medfaq-import 2\nx y z faq.md\n",
                                        "medfaq-import 1\n1 faq.md"};
    const struct copy first = {"/a", "Questions", NULL, gout};
    const struct copy edited = {"/a", "Questions", NULL, new_gout};
    for (size_t i = 0; i < N_ELEMENTS(lists); i++) {
        struct error err;
        assert_put(&first, PUT_NEW, "faq");
        assert_true(file_write(path_of(".medfaq-import"), lists[i],
                               strlen(lists[i]), &err));
        struct destination *destination = destination_open(folder, true, &err);
        assert_true(destination_is_damaged(destination));
        assert_true(destination_close(destination, &err));
        /* It may have been edited. */
        assert_put(&edited, PUT_EDITED, "faq");
        assert_has("faq.md", "It hurts.");
        /* Not if it is what was written. */
        assert_put(&first, PUT_SAME, "faq");
        assert_put(&edited, PUT_CHANGED, "faq");
        empty_folder();
    }
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
        IN_FOLDER(updates_its_own_articles_alone),
        IN_FOLDER(knows_what_the_first_version_wrote),
        IN_FOLDER(keeps_what_may_be_another),
        IN_FOLDER(needs_no_order_for_what_is_there),
        IN_FOLDER(overwrites_nobody_by_moving),
        IN_FOLDER(survives_a_damaged_list),
        IN_FOLDER(knows_articles_again),
        IN_FOLDER(leaves_a_file_that_it_did_not_write),
        IN_FOLDER(writes_nothing_in_a_dry_run),
        IN_FOLDER(writes_through_nothing_that_is_there),
        IN_FOLDER(refuses_names_that_lead_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
