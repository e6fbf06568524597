#include "library/walk.h"

#include <sys/stat.h>

#include "folder.h"

static bool count_question(void *context)
{
    return ++*(unsigned *)context > 100;
}

/* stop is called once per folder; a loop of links would call it without end. */
static void reads_each_folder_once(void **state)
{
    (void)state;
    put("a/one.md", "");
    put("a/deep/two.md", "");
    assert_int_equal(symlink("..", "a/up"), 0);
    assert_int_equal(symlink(".", "a/self"), 0);
    assert_int_equal(symlink("../..", "a/deep/top"), 0);
    assert_int_equal(symlink("../deep", "a/deep/again"), 0);
    unsigned n_folders = 0;
    struct arena arena = {0};
    struct walk walk;
    walk_init(&walk, &arena);
    walk.stop = count_question;
    walk.context = &n_folders;
    walk_root(&walk, "a");
    walk_root(&walk, "a/deep");
    assert_false(walk.stopped);
    assert_int_equal(n_folders, 3); /* a, deep, and the parent of a */
    assert_int_equal(walk.n_walked, 3);
    assert_int_equal(walk.n_found, 2);
    walk_finish(&walk);
    arena_finish(&arena);
}

static void stops_when_told(void **state)
{
    (void)state;
    put("a/b/c.md", "");
    unsigned n_questions = 100;
    struct arena arena = {0};
    struct walk walk;
    walk_init(&walk, &arena);
    walk.stop = count_question;
    walk.context = &n_questions;
    walk_root(&walk, "a");
    assert_true(walk.stopped);
    assert_int_equal(walk.n_found, 0);
    walk_finish(&walk);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_each_folder_once, enter_folder,
                                        leave_folder),
        cmocka_unit_test_setup_teardown(stops_when_told, enter_folder,
                                        leave_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
