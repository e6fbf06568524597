#include "import/destination.h"

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

static int teardown(void **state)
{
    (void)state;
    static const char *const names[] = {"a.md", "b.md", "c.md",
                                        ".medfaq-import", "d.md"};
    for (size_t i = 0; i < N_ELEMENTS(names); i++)
        if (remove(path_of(names[i])) != 0)
            continue;
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

static enum put put(struct destination *destination, const char *id,
                    const char *text)
{
    struct error err = {0};
    return destination_put(destination, id, text, strlen(text), &err);
}

static void keeps_what_was_edited(void **state)
{
    (void)state;
    struct error err;
    struct destination *destination = destination_open(folder, false, &err);
    assert_int_equal(put(destination, "a", "one"), PUT_NEW);
    assert_int_equal(put(destination, "b", "one"), PUT_NEW);
    assert_int_equal(put(destination, "c", "one"), PUT_NEW);
    assert_int_equal(put(destination, "c", "again"), PUT_DUPLICATE);
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
        IN_FOLDER(leaves_a_file_that_it_did_not_write),
        IN_FOLDER(writes_nothing_in_a_dry_run),
        IN_FOLDER(writes_through_nothing_that_is_there),
        IN_FOLDER(refuses_names_that_lead_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
