#include "base/paths.h"

#include <string.h>
#include <sys/stat.h>

#include "base/file.h"

#include "../unit.h"

static char home[] = "/tmp/medfaq-paths-XXXXXX";

static const char *const variables[] = {"XDG_CONFIG_HOME", "XDG_STATE_HOME",
                                        "XDG_CACHE_HOME", "XDG_DATA_HOME",
                                        "XDG_RUNTIME_DIR"};

static int has_a_home(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(variables); i++)
        unsetenv(variables[i]);
    return setenv("HOME", home, 1);
}

static void assert_path(char *path, const char *start, const char *rest)
{
    assert_non_null(path);
    assert_memory_equal(path, start, strlen(start));
    assert_string_equal(path + strlen(start), rest);
    free(path);
}

static void are_in_the_home(void **state)
{
    (void)state;
    assert_path(paths_find(PATHS_CONFIG, NULL), home, "/.config/medfaq");
    assert_path(paths_find(PATHS_STATE, NULL), home, "/.local/state/medfaq");
    assert_path(paths_find(PATHS_CACHE, NULL), home, "/.cache/medfaq");
    assert_path(paths_find(PATHS_DATA, NULL), home, "/.local/share/medfaq");
    assert_path(paths_in(PATHS_DATA, "articles", NULL), home,
                "/.local/share/medfaq/articles");
    assert_string_equal(paths_home(), home);
}

static void are_where_a_variable_says(void **state)
{
    (void)state;
    setenv("XDG_CONFIG_HOME", "/conf", 1);
    setenv("XDG_STATE_HOME", "/state/", 1);
    setenv("XDG_CACHE_HOME", "cache", 1); /* relative: not set */
    setenv("XDG_DATA_HOME", "", 1);
    assert_path(paths_find(PATHS_CONFIG, NULL), "/conf", "/medfaq");
    assert_path(paths_find(PATHS_STATE, NULL), "/state/", "medfaq");
    assert_path(paths_find(PATHS_CACHE, NULL), home, "/.cache/medfaq");
    assert_path(paths_find(PATHS_DATA, NULL), home, "/.local/share/medfaq");
}

static void ends_with_the_program_in_a_runtime_folder(void **state)
{
    (void)state;
    const char *folders[PATHS_RUNTIME_MAX];
    unsetenv("TMPDIR");
    assert_int_equal(paths_runtime(folders), 1);
    assert_string_equal(folders[0], "/tmp");
    setenv("XDG_RUNTIME_DIR", "run", 1); /* relative: not set */
    setenv("TMPDIR", "/scratch", 1);
    assert_int_equal(paths_runtime(folders), 1);
    assert_string_equal(folders[0], "/scratch");
    setenv("XDG_RUNTIME_DIR", "/run/me", 1);
    assert_int_equal(paths_runtime(folders), 2);
    assert_string_equal(folders[0], "/run/me");
    assert_string_equal(folders[1], "/scratch");
    assert_string_equal(paths_temporary(), "/scratch");
    setenv("TMPDIR", "scratch", 1); /* relative: not set */
    assert_string_equal(paths_temporary(), "/tmp");
    unsetenv("TMPDIR");
}

static void a_home_that_is_not_there_is_an_error(void **state)
{
    (void)state;
    struct error err;
    setenv("HOME", "/nonexistent", 1);
    assert_null(paths_home());
    assert_null(paths_find(PATHS_CACHE, &err));
    assert_string_equal(err.message,
                        "HOME is /nonexistent, which is not an existing "
                        "folder; set HOME or XDG_CACHE_HOME to one");
    assert_null(paths_in(PATHS_DATA, "articles", NULL));
    assert_null(paths_make(PATHS_STATE, &err));
    setenv("XDG_STATE_HOME", "/nonexistent/state", 1);
    assert_null(paths_make(PATHS_STATE, &err));
    assert_false(file_is_folder("/nonexistent"));
    setenv("HOME", "/nonexistent/", 1);
    assert_null(paths_make(PATHS_STATE, &err));
    setenv("XDG_STATE_HOME", "/nonexistential", 1);
    assert_path(paths_find(PATHS_STATE, &err), "/nonexistential", "/medfaq");
    setenv("HOME", "/etc/passwd", 1);
    assert_null(paths_find(PATHS_CACHE, &err));
}

static void no_home_is_an_error(void **state)
{
    (void)state;
    static const char *const values[] = {NULL, "", "relative"};
    struct error err;
    for (size_t i = 0; i < N_ELEMENTS(values); i++) {
        values[i] ? setenv("HOME", values[i], 1) : unsetenv("HOME");
        assert_null(paths_home());
        assert_null(paths_find(PATHS_DATA, &err));
        assert_non_null(strstr(err.message, "XDG_DATA_HOME"));
    }
    setenv("XDG_DATA_HOME", "/data", 1);
    assert_path(paths_find(PATHS_DATA, &err), "/data", "/medfaq");
}

static void makes_a_private_folder(void **state)
{
    (void)state;
    struct stat st;
    char *path = paths_make(PATHS_STATE, NULL);
    assert_non_null(path);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0700);
    free(path);
    path = paths_make(PATHS_STATE, NULL);
    assert_path(path, home, "/.local/state/medfaq");
}

static void abbreviates_the_home(void **state)
{
    (void)state;
    static const struct {
        const char *home, *path, *shorter;
    } cases[] = {
        {"/home/a", "/home/a/x.md", "~/x.md"},
        {"/home/a/", "/home/a/x.md", "~/x.md"},
        {"/home/a", "/home/a", "~"},
        {"/home/a", "/home/ab/x", "/home/ab/x"},
        {"/home/a", "x", "x"},
        {"/", "/x", "/x"},
        {"", "/x", "/x"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        setenv("HOME", cases[i].home, 1);
        assert_path(paths_shorten_home(cases[i].path), cases[i].shorter, "");
    }
    setenv("HOME", "/home/a", 1);
    assert_path(paths_expand_home("~/x.md"), "/home/a/x.md", "");
    assert_path(paths_expand_home("~"), "/home/a", "");
    assert_path(paths_expand_home("~b/x"), "~b/x", "");
    assert_path(paths_expand_home("a~"), "a~", "");
    unsetenv("HOME");
    assert_path(paths_expand_home("~/x"), "~/x", "");
}

static int begin(void **state)
{
    (void)state;
    return mkdtemp(home) ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    static const char *const made[] = {"/.local/state/medfaq", "/.local/state",
                                       "/.local", ""};
    for (size_t i = 0; i < N_ELEMENTS(made); i++) {
        char *path = file_join(home, made[i] + (*made[i] == '/'));
        if (rmdir(path) != 0)
            return -1; /* something else was made there, or nothing */
        free(path);
    }
    return 0;
}

#define WITH_A_HOME(test) cmocka_unit_test_setup(test, has_a_home)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_A_HOME(are_in_the_home),
        WITH_A_HOME(are_where_a_variable_says),
        WITH_A_HOME(ends_with_the_program_in_a_runtime_folder),
        WITH_A_HOME(a_home_that_is_not_there_is_an_error),
        WITH_A_HOME(no_home_is_an_error),
        WITH_A_HOME(makes_a_private_folder),
        WITH_A_HOME(abbreviates_the_home),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
