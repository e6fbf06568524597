#include "base/file.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../library/folder.h"

static void assert_holds(const char *path, const char *text)
{
    struct buf out;
    struct error err;
    buf_init(&out);
    assert_true(file_read(path, 0, &out, NULL, &err));
    assert_string_equal(out.data, text);
    buf_finish(&out);
}

static mode_t mode_of(const char *path)
{
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    return st.st_mode & 0777;
}

static void reads_whole_files(void **state)
{
    (void)state;
    struct buf out;
    struct error err;
    struct file_stamp stamp = {0};
    buf_init(&out);
    put("a", "hello");
    buf_add(&out, "before ");
    assert_true(file_read("a", 0, &out, &stamp, &err));
    assert_string_equal(out.data, "before hello");
    assert_int_equal(stamp.size_bytes, 5);
    buf_clear(&out);
    assert_true(file_read("a", 5, &out, NULL, &err));
    assert_string_equal(out.data, "hello");
    buf_clear(&out);
    put("empty", "");
    assert_true(file_read("empty", 0, &out, NULL, NULL));
    assert_int_equal(out.n_bytes, 0);
    buf_finish(&out);
}

static void reads_a_head(void **state)
{
    (void)state;
    struct buf out;
    struct error err;
    buf_init(&out);
    put("a", "hello");
    assert_true(file_read_head("a", 3, &out, NULL, &err));
    assert_string_equal(out.data, "hel");
    assert_true(file_read_head("a", 99, &out, NULL, &err));
    assert_string_equal(out.data, "helhello");
    buf_finish(&out);
}

static void interrupt(int number)
{
    (void)number;
}

/* If a FIFO blocks, the alarm interrupts it after a second. */
static void interrupt_what_waits(void)
{
    struct sigaction action = {.sa_handler = interrupt};
    sigaction(SIGALRM, &action, NULL);
    alarm(1);
}

static void refuses_with_the_reason(void **state)
{
    (void)state;
    interrupt_what_waits();
    put("large", "hello");
    assert_int_equal(mkdir("folder.md", 0700), 0);
    assert_int_equal(mkfifo("fifo", 0600), 0);
    assert_int_equal(symlink("loop", "loop"), 0);
    static const struct {
        const char *path, *message;
    } cases[] = {
        {"large", "large: larger than 4 bytes"},
        {"folder.md", "folder.md: is a folder"},
        {"fifo", "fifo: is a FIFO"},
        {"/dev/zero", "/dev/zero: is a device"},
        {"absent", "absent: No such file or directory"},
        {"loop", "loop: Too many levels of symbolic links"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct buf out;
        struct error err;
        buf_init(&out);
        buf_add(&out, "kept");
        assert_false(file_read(cases[i].path, 4, &out, NULL, &err));
        assert_string_equal(err.message, cases[i].message);
        assert_string_equal(out.data, "kept");
        assert_false(file_read(cases[i].path, 4, &out, NULL, NULL));
        buf_finish(&out);
    }
    alarm(0);
}

static void follows_links_when_reading(void **state)
{
    (void)state;
    put("a", "hello");
    assert_int_equal(symlink("a", "link"), 0);
    assert_holds("link", "hello");
}

static void reads_pipes(void **state)
{
    (void)state;
    int ends[2];
    struct buf out;
    struct error err;
    buf_init(&out);
    assert_int_equal(pipe2(ends, O_NONBLOCK), 0);
    /* More than a reader takes at once, but less than a pipe holds. */
    char block[4096];
    memset(block, 'x', sizeof block);
    for (int i = 0; i < 15; i++)
        assert_int_equal(write(ends[1], block, sizeof block), sizeof block);
    /* The reader has to wait before it sees the end. */
    pid_t child = fork();
    if (child == 0) {
        usleep(20000);
        _exit(0);
    }
    close(ends[1]);
    assert_true(file_read_fd(ends[0], 0, &out, &err));
    assert_int_equal(out.n_bytes, 15 * 4096);
    close(ends[0]);

    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "hello", 5), 5);
    close(ends[1]);
    buf_clear(&out);
    assert_false(file_read_fd(ends[0], 4, &out, &err));
    assert_string_equal(err.message, "larger than 4 bytes");
    assert_int_equal(out.n_bytes, 0);
    close(ends[0]);

    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "hello", 5), 5);
    close(ends[1]);
    assert_true(file_read_fd(ends[0], 5, &out, &err));
    assert_string_equal(out.data, "hello");
    close(ends[0]);
    buf_finish(&out);
}

static void writes_pipes(void **state)
{
    (void)state;
    enum { N_BYTES = 1 << 20 };
    int ends[2];
    struct buf text;
    buf_init(&text);
    buf_add_repeat(&text, "0123456789abcdef", N_BYTES / 16);
    assert_int_equal(pipe2(ends, O_NONBLOCK), 0);
    pid_t child = fork();
    if (child == 0) {
        struct buf got;
        buf_init(&got);
        close(ends[1]);
        usleep(20000); /* until the pipe is full */
        _exit(!file_read_fd(ends[0], 0, &got, NULL) || got.n_bytes != N_BYTES ||
              memcmp(got.data, text.data, N_BYTES) != 0);
    }
    close(ends[0]);
    int status;
    assert_true(file_write_fd(ends[1], text.data, text.n_bytes));
    close(ends[1]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    buf_finish(&text);

    signal(SIGPIPE, SIG_IGN);
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    assert_false(file_write_fd(ends[1], "x", 1));
    assert_int_equal(errno, EPIPE);
    close(ends[1]);
}

static void stamps_tell_change(void **state)
{
    (void)state;
    struct file_stamp before, after;
    put("a", "hello");
    assert_true(file_stamp_get("a", &before));
    assert_true(file_stamp_get("a", &after));
    assert_true(file_stamp_equal(&before, &after));
    put("a", "HELLO"); /* a new inode */
    assert_true(file_stamp_get("a", &after));
    assert_false(file_stamp_equal(&before, &after));
    assert_false(file_stamp_get("absent", &after));
}

static void writes_and_replaces(void **state)
{
    (void)state;
    struct error err;
    mode_t umask_was = umask(027);
    put("a", "one");
    assert_int_equal(mode_of("a"), 0640);
    assert_int_equal(chmod("a", 0604), 0);
    put("a", "two");
    assert_holds("a", "two");
    assert_int_equal(mode_of("a"), 0604);
    umask(umask_was);

    /* A name as long as names can be leaves room for the temporary one. */
    char name[256];
    memset(name, 'n', 255);
    name[255] = '\0';
    put(name, "x");
    assert_holds(name, "x");

    assert_int_equal(symlink("a", "link"), 0);
    assert_false(file_write("link", "x", 1, &err));
    assert_string_equal(err.message, "link: is a symbolic link");
    assert_false(file_write("no/such", "x", 1, &err));
    assert_string_equal(err.message, "no/such: No such file or directory");
    assert_holds("a", "two");
    assert_int_equal(system("test \"$(ls -A)\" = \"$(ls)\""), 0);
}

static void writes_only_new_files(void **state)
{
    (void)state;
    struct error err;
    assert_true(file_write_new("a", "one", 3, &err));
    assert_holds("a", "one");
    assert_false(file_write_new("a", "two", 3, &err));
    assert_string_equal(err.message, "a: File exists");
    assert_holds("a", "one");
    assert_int_equal(symlink("absent", "link"), 0);
    assert_false(file_write_new("link", "x", 1, &err));
    assert_int_not_equal(access("absent", F_OK), 0);
}

/* Records what is synced and renamed, in order: f(ile), r(ename), d(irectory).
 * These replace functions of the C library and call them. */
static char order[16];

static void note(char what)
{
    size_t n = strlen(order);
    if (n + 1 < sizeof order)
        order[n] = what;
}

int fsync(int fd)
{
    static int (*real)(int);
    struct stat st;
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "fsync");
    if (fstat(fd, &st) == 0)
        note(S_ISDIR(st.st_mode) ? 'd' : 'f');
    return real(fd);
}

int rename(const char *from, const char *to)
{
    static int (*real)(const char *, const char *);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "rename");
    note('r');
    return real(from, to);
}

/* How often read() reports that it would block before the end of the file. Not
 * static: where the C library fortifies read, it is an inline function. */
int n_waits;

ssize_t read(int fd, void *bytes, size_t n_bytes)
{
    static ssize_t (*real)(int, void *, size_t);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "read");
    if (!n_waits)
        return real(fd, bytes, n_bytes);
    errno = EAGAIN;
    return --n_waits ? -1 : 0;
}

/* Some regular files of the kernel, such as /proc/kmsg, have no end. */
static void does_not_wait_for_a_regular_file(void **state)
{
    (void)state;
    struct buf out;
    struct error err;
    buf_init(&out);
    put("waits", "text");
    n_waits = 100;
    assert_false(file_read("waits", 0, &out, NULL, &err));
    assert_int_equal(n_waits, 99);
    assert_non_null(strstr(err.message, "waits: "));
    n_waits = 0;
    buf_finish(&out);
}

/* After a power cut, the name must refer to the old or the new text: the text
 * must be on the disk before it gets the name, and the name before the call
 * returns. */
static void is_on_the_disk_when_written(void **state)
{
    (void)state;
    memset(order, 0, sizeof order);
    put("a", "one");
    assert_string_equal(order, "frd");
    memset(order, 0, sizeof order);
    put("a", "two");
    assert_string_equal(order, "frd");
    memset(order, 0, sizeof order);
    assert_true(file_write_new("b", "one", 3, NULL));
    assert_string_equal(order, "frd");
}

/* Somebody with write access to the folder could guess the temporary name. */
static void writes_through_no_temporary_file_that_is_there(void **state)
{
    (void)state;
    char name[64];
    put("target", "kept");
    snprintf(name, sizeof name, ".medfaq-%ld-0", (long)getpid());
    assert_int_equal(symlink("target", name), 0);
    put("a", "one");
    assert_holds("a", "one");
    assert_holds("target", "kept");
}

/* A limit on file sizes simulates a full disk. */
static void keeps_the_file_when_writing_fails(void **state)
{
    (void)state;
    struct error err;
    put("a", "one");
    struct rlimit was, small = {.rlim_cur = 2};
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &was), 0);
    small.rlim_max = was.rlim_max;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    bool replaced = file_write("a", "three", 5, &err);
    bool made = file_write_new("b", "three", 5, NULL);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &was), 0);
    assert_false(replaced);
    assert_string_equal(err.message, "a: File too large");
    assert_false(made);
    assert_holds("a", "one");
    assert_int_equal(system("test \"$(ls -A)\" = a"), 0);
}

static mode_t mode_while_writing;

static void on_too_large(int number)
{
    char name[64];
    struct stat st;
    (void)number;
    snprintf(name, sizeof name, ".medfaq-%ld-0", (long)getpid());
    if (stat(name, &st) == 0)
        mode_while_writing = st.st_mode & 0777;
}

/* The signal for a file that grows too large arrives during the write. */
static void shows_a_private_text_to_nobody(void **state)
{
    (void)state;
    struct error err;
    put("a", "one");
    assert_int_equal(chmod("a", 0600), 0);
    struct rlimit was, small = {.rlim_cur = 2};
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &was), 0);
    small.rlim_max = was.rlim_max;
    signal(SIGXFSZ, on_too_large);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    bool replaced = file_write("a", "three", 5, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &was), 0);
    signal(SIGXFSZ, SIG_DFL);
    assert_false(replaced);
    assert_int_equal(mode_while_writing, 0600);
}

static void makes_folders(void **state)
{
    (void)state;
    struct error err;
    assert_true(file_make_folder("a/b//c/", &err));
    assert_int_equal(mode_of("a"), 0700);
    assert_int_equal(mode_of("a/b/c"), 0700);
    assert_true(file_make_folder("a/b", &err));
    put("file", "");
    assert_false(file_make_folder("file/x", &err));
    assert_string_equal(err.message, "file: is not a folder");
}

static void joins_paths(void **state)
{
    (void)state;
    static const struct {
        const char *folder, *name, *path;
    } joins[] = {
        {"a", "b", "a/b"},
        {"a/", "b", "a/b"},
        {"/", "b", "/b"},
        {"", "b", "b"},
    };
    for (size_t i = 0; i < N_ELEMENTS(joins); i++) {
        char *path = file_join(joins[i].folder, joins[i].name);
        assert_string_equal(path, joins[i].path);
        free(path);
    }
    static const struct {
        const char *path, *name, *beside;
    } neighbours[] = {
        {"c/d.md", "a/b.md", "c/a/b.md"},
        {"d.md", "b.md", "b.md"},
        {"", "b.md", "b.md"},
        {"/d.md", "b.md", "/b.md"},
        {"c/d.md", "/b.md", "/b.md"},
    };
    for (size_t i = 0; i < N_ELEMENTS(neighbours); i++) {
        char *path = file_beside(neighbours[i].path, neighbours[i].name);
        assert_string_equal(path, neighbours[i].beside);
        free(path);
    }
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(reads_whole_files),
        TEST(reads_a_head),
        TEST(refuses_with_the_reason),
        TEST(follows_links_when_reading),
        TEST(reads_pipes),
        TEST(writes_pipes),
        TEST(stamps_tell_change),
        TEST(writes_and_replaces),
        TEST(writes_only_new_files),
        TEST(writes_through_no_temporary_file_that_is_there),
        TEST(does_not_wait_for_a_regular_file),
        TEST(is_on_the_disk_when_written),
        TEST(keeps_the_file_when_writing_fails),
        TEST(shows_a_private_text_to_nobody),
        TEST(makes_folders),
        TEST(joins_paths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
