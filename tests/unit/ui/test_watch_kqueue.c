/* The file watcher of the BSDs and macOS, with a simulated kqueue. */
#include "ui/watch.h"

#include <stdlib.h>
#include <sys/event.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../unit.h"

static struct kevent added;
static int n_added, n_waiting;

int kqueue(void)
{
    return dup(STDERR_FILENO);
}

int kevent(int queue, const struct kevent *changes, int n_changes,
           struct kevent *events, int n_events, const struct timespec *timeout)
{
    assert_true(queue >= 0);
    for (int i = 0; i < n_changes; i++) {
        added = changes[i];
        n_added++;
    }
    if (!n_events || !n_waiting)
        return 0;
    assert_non_null(timeout); /* it never sleeps */
    assert_int_equal(timeout->tv_sec, 0);
    n_waiting--;
    events[0] = added;
    return 1;
}

static void watches_folders(void **state)
{
    (void)state;
    struct watch watch;
    struct stat st;
    watch_open(&watch);
    assert_true(watch.fd >= 0);
    n_added = 0;
    watch_folder(&watch, "/tmp");
    assert_int_equal(n_added, 1);
    assert_int_equal(added.filter, EVFILT_VNODE);
    assert_int_equal(fstat((int)added.ident, &st), 0);
    assert_true(S_ISDIR(st.st_mode));
    assert_true(added.fflags & NOTE_WRITE);
    close((int)added.ident);
    watch_folder(&watch, "/nonexistent");
    assert_int_equal(n_added, 1);
    watch_close(&watch);
    assert_int_equal(watch.fd, -1);
}

static void takes_all_events_at_once(void **state)
{
    (void)state;
    struct watch watch;
    watch_open(&watch);
    assert_false(watch_take(&watch));
    n_waiting = 3;
    assert_true(watch_take(&watch));
    assert_int_equal(n_waiting, 0);
    assert_false(watch_take(&watch));
    watch_close(&watch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(watches_folders),
        cmocka_unit_test(takes_all_events_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
