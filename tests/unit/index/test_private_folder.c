/* The folder of a temporary index is private and is removed with its
 * process. */
#include "index/private_folder.h"

#include <dirent.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "../library/folder.h"

static int enter_runtime(void **state)
{
    enter_folder(state);
    assert_int_equal(mkdir("runtime", 0700) | mkdir("tmp", 0700), 0);
    char path[200];
    snprintf(path, sizeof path, "%s/runtime", (char *)*state);
    setenv("XDG_RUNTIME_DIR", path, 1);
    snprintf(path, sizeof path, "%s/tmp", (char *)*state);
    return setenv("TMPDIR", path, 1);
}

static size_t n_in(const char *folder)
{
    size_t n = 0;
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    assert_non_null(dir);
    while ((entry = readdir(dir)))
        n += entry->d_name[0] != '.';
    closedir(dir);
    return n;
}

static void is_private_and_shared(void **state)
{
    struct stat st;
    const char *path = private_folder_acquire();
    assert_non_null(path);
    assert_memory_equal(path, *state, strlen(*state));
    assert_non_null(strstr(path, "/runtime/medfaq-index-"));
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0700);
    assert_ptr_equal(private_folder_acquire(), path);
    char *file = file_join(path, "index.db");
    put(file, "");
    free(file);
    private_folder_release();
    assert_int_equal(n_in("runtime"), 1);
    private_folder_release();
    assert_int_equal(n_in("runtime"), 0);
}

static void is_elsewhere_without_a_runtime_folder(void **state)
{
    (void)state;
    assert_int_equal(rmdir("runtime"), 0);
    assert_non_null(strstr(private_folder_acquire(), "/tmp/medfaq-index-"));
    assert_int_equal(n_in("tmp"), 1);
    private_folder_release();
    assert_int_equal(n_in("tmp"), 0);
    assert_int_equal(rmdir("tmp"), 0);
    assert_null(private_folder_acquire());
}

/* Others could replace it by a folder of theirs. */
static void avoids_folders_that_others_write(void **state)
{
    (void)state;
    assert_int_equal(chmod("runtime", 0777), 0);
    assert_non_null(strstr(private_folder_acquire(), "/tmp/medfaq-index-"));
    private_folder_release();
    assert_int_equal(chmod("runtime", 01777), 0);
    assert_non_null(strstr(private_folder_acquire(), "/runtime/medfaq-index-"));
    private_folder_release();
}

/* Makes a folder in another process, which is killed, or waits for a
 * message. */
static pid_t start_process(int go_on)
{
    int ready[2];
    char byte;
    assert_int_equal(pipe(ready), 0);
    pid_t pid = fork();
    if (pid == 0) {
        const char *path = private_folder_acquire();
        char *file = file_join(path, "index.db");
        put(file, "");
        if (write(ready[1], "", 1) == 1 && go_on >= 0 &&
            read(go_on, &byte, 1) == 1)
            private_folder_release();
        _exit(0);
    }
    close(ready[1]);
    assert_int_equal(read(ready[0], &byte, 1), 1);
    close(ready[0]);
    return pid;
}

static void sweeps_what_a_killed_process_left(void **state)
{
    (void)state;
    assert_int_equal(waitpid(start_process(-1), NULL, 0) > 0, 1);
    assert_int_equal(n_in("runtime"), 1);
    private_folder_sweep();
    assert_int_equal(n_in("runtime"), 0);
}

static void leaves_what_a_process_uses(void **state)
{
    (void)state;
    int go_on[2];
    assert_int_equal(pipe(go_on), 0);
    pid_t pid = start_process(go_on[0]);
    const char *own = private_folder_acquire();
    private_folder_sweep();
    assert_int_equal(n_in("runtime"), 2);
    assert_int_equal(n_in(own), 0);
    assert_int_equal(write(go_on[1], "", 1), 1);
    assert_int_equal(waitpid(pid, NULL, 0), pid);
    assert_int_equal(n_in("runtime"), 1);
    private_folder_release();
    close(go_on[0]);
    close(go_on[1]);
}

static void leaves_what_is_not_its_own(void **state)
{
    (void)state;
    struct stat st;
    put("elsewhere/precious", "");
    put("runtime/medfaq-index-file00", "");
    put("runtime/medfaq-index-notes-of-mine/precious", "");
    put("runtime/medfaq-index-deeper/folder/precious", "");
    put("runtime/other-index-000000/precious", "");
    assert_int_equal(symlink("../elsewhere", "runtime/medfaq-index-000000"), 0);
    assert_int_equal(mkdir("runtime/medfaq-index-000001", 0700), 0);
    assert_int_equal(
        symlink("../../elsewhere/precious", "runtime/medfaq-index-000001/a"),
        0);
    bool is_root = geteuid() == 0;
    put("runtime/medfaq-index-000002/precious", "");
    assert_true(!is_root ||
                chown("runtime/medfaq-index-000002", 65534, 65534) == 0);
    private_folder_sweep();
    assert_int_equal(lstat("runtime/medfaq-index-000000", &st), 0);
    assert_int_equal(lstat("runtime/medfaq-index-file00", &st), 0);
    assert_int_equal(n_in("elsewhere"), 1);
    assert_int_equal(n_in("runtime/medfaq-index-notes-of-mine"), 1);
    assert_int_equal(n_in("runtime/medfaq-index-deeper/folder"), 1);
    assert_int_equal(n_in("runtime/other-index-000000"), 1);
    assert_true(!is_root || n_in("runtime/medfaq-index-000002") == 1);
    assert_int_equal(lstat("runtime/medfaq-index-000001", &st), -1);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, enter_runtime, leave_folder)
    const struct CMUnitTest tests[] = {
        TEST(is_private_and_shared),
        TEST(is_elsewhere_without_a_runtime_folder),
        TEST(avoids_folders_that_others_write),
        TEST(sweeps_what_a_killed_process_left),
        TEST(leaves_what_a_process_uses),
        TEST(leaves_what_is_not_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
