/* base/progress: a bar on a terminal, nothing elsewhere. */
#define _XOPEN_SOURCE 700
#include "base/progress.h"

#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../unit.h"

/* Returns what work writes to standard error, which is fd. */
static void on_stderr(int fd, void (*work)(struct progress *))
{
    struct progress progress;
    int kept = dup(STDERR_FILENO);
    dup2(fd, STDERR_FILENO);
    progress_init(&progress);
    work(&progress);
    dup2(kept, STDERR_FILENO);
    close(kept);
}

static void draw(struct progress *progress)
{
    progress_draw(progress, 0.5, "half");
    progress_draw(progress, 1.5, "all");
    progress_draw(progress, -1, "unknown");
    progress_clear(progress);
    progress_clear(progress);
}

static void draws_on_a_terminal(void **state)
{
    (void)state;
    static const char drawn[] = "\r[###############...............] half\033[K"
                                "\r[##############################] all\033[K"
                                "\runknown\033[K"
                                "\r\033[K";
    char text[sizeof drawn] = "";
    int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    assert_true(terminal >= 0);
    assert_int_equal(grantpt(terminal), 0);
    assert_int_equal(unlockpt(terminal), 0);
    int fd = open(ptsname(terminal), O_RDWR | O_NOCTTY);
    assert_true(fd >= 0);
    on_stderr(fd, draw);
    for (size_t n = 0; n < sizeof drawn - 1;) {
        ssize_t more = read(terminal, text + n, sizeof drawn - 1 - n);
        assert_true(more > 0);
        n += (size_t)more;
    }
    assert_memory_equal(text, drawn, sizeof drawn - 1);
    close(fd);
    close(terminal);
}

static void draws_nowhere_else(void **state)
{
    (void)state;
    char text[10];
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    on_stderr(ends[1], draw);
    close(ends[1]);
    assert_int_equal(read(ends[0], text, sizeof text), 0);
    close(ends[0]);
}

static void is_due_now_and_then(void **state)
{
    (void)state;
    struct progress progress;
    progress_init(&progress);
    progress.terminal = true;
    assert_false(progress_is_due(&progress));
    const int64_t second = 1000000000;
    progress.start_ns -= second;
    progress.last_ns -= second;
    assert_true(progress_is_due(&progress));
    assert_false(progress_is_due(&progress));
    progress.last_ns -= second;
    assert_true(progress_is_due(&progress));
    progress.terminal = false;
    progress.last_ns -= second;
    assert_false(progress_is_due(&progress));
    progress.last_ns -= 10 * second;
    assert_true(progress_is_due(&progress));
    assert_true(progress_seconds(&progress) >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_on_a_terminal),
        cmocka_unit_test(draws_nowhere_else),
        cmocka_unit_test(is_due_now_and_then),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
