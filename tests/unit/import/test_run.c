#include "import/run.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../unit.h"
#include "base/file.h"

#define N_FILES 50

static atomic_int n_inside;
static bool met;

/* What is told takes its time. */
static void tell(void)
{
    met |= atomic_fetch_add(&n_inside, 1) != 0;
    usleep(500);
    atomic_fetch_sub(&n_inside, 1);
}

static void on_failed(void *user, const char *name, const char *reason)
{
    (void)user;
    (void)name;
    (void)reason;
    tell();
}

static bool on_progress(void *user, uint64_t n_bytes, size_t n_articles)
{
    (void)user;
    (void)n_bytes;
    (void)n_articles;
    tell();
    return true;
}

static void tells_one_thing_at_a_time(void **state)
{
    static const char broken[] = "<Document><QAPairs>";
    char folder[] = "/tmp/medfaq-run-XXXXXX", command[64];
    struct error err;
    struct report report;
    (void)state;
    assert_non_null(mkdtemp(folder));
    for (int i = 0; i < N_FILES; i++) {
        char path[64];
        snprintf(path, sizeof path, "%s/%d.xml", folder, i);
        assert_true(file_write_new(path, broken, strlen(broken), &err));
    }
    struct destination *destination =
        destination_open("/nonexistent/folder", true, &err);
    const struct run_options options = {
        .n_threads = 4, .failed = on_failed, .progress = on_progress};
    const char *const source = folder;
    run_import(&source, 1, destination, &options, &report);
    assert_int_equal(report.n_failed, N_FILES);
    assert_false(met);
    report_finish(&report);
    assert_true(destination_close(destination, &err));
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_one_thing_at_a_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
