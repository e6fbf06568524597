/* The reader when memory runs out: it continues, or it ends with the terminal
 * restored, a reason, and everything that was kept. FAULTS=all makes each of
 * the first 2,000 allocations fail, from FAULTS_FIRST on. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "terminal.h"

#define ALLOCATIONS_MAX 2000
#define EXHAUSTED 70
#define SANITIZED 199 /* exit status after a sanitizer's report */

/* Finds an article, moves around in it, adds a note, compares, opens lists, and
 * leaves. */
static const char keys[] = "alpha\r /a\rnj?qtqiqaAsk this\r"
                           "+TVVBqHqcgamma\rqSfever\r\003";

#define ASAN "ASAN_OPTIONS=detect_leaks=0:exitcode=199:verify_asan_link_order=0"
#define UBSAN "UBSAN_OPTIONS=halt_on_error=1:exitcode=199"

static int last; /* N of the last run */
static int n_of_ncurses;

static void keep_a_note(void)
{
    struct terminal *terminal =
        terminal_start(NULL, (const char *const[]){"alpha", NULL});
    terminal_wait(terminal, "Alpha overview");
    terminal_send(terminal, "aFirst of all\r");
    terminal_wait(terminal, "Bookmark saved");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static void assert_note_is_kept(void)
{
    struct terminal *terminal = terminal_start(NULL, NULL);
    terminal_wait(terminal, "Find:");
    terminal_send(terminal, "\tB");
    terminal_wait(terminal, "First of all");
    terminal_send(terminal, "Q");
    terminal_assert_clean_exit(terminal);
}

static const char *find_ncurses(const char *text)
{
    const char *found = strstr(text, "/libtinfo.so");
    return found ? found : strstr(text, "/libncursesw.so");
}

/* ncurses 6.4 does not check its allocations: it may crash, exit, or draw
 * wrongly later. library is what asked for the memory; raw may have the report
 * of a crash, in which ncurses comes before its caller. */
static bool is_of_ncurses(const char *library, const char *raw)
{
    const char *report = strstr(raw, "ERROR: AddressSanitizer");
    const char *at = report ? find_ncurses(report) : NULL;
    const char *caller = report ? strstr(report, "/src/ui/") : NULL;
    return find_ncurses(library) || (at && (!caller || at < caller));
}

static void assert_goes_well(struct terminal *terminal, int status,
                             const char *failing)
{
    const char *raw = terminal_raw(terminal, NULL);
    terminal_assert_restored(terminal);
    if (!WIFEXITED(status) || WEXITSTATUS(status) == SANITIZED)
        fail_msg("%s: status %x: %s", failing, (unsigned)status, raw);
    if (WEXITSTATUS(status) == EXHAUSTED)
        assert_non_null(strstr(raw, "out of memory"));
}

/* Tells whether the program made an Nth allocation. */
static bool fail_at(int n, bool and_later)
{
    char failing[40], report[600], preload[600];
    snprintf(failing, sizeof failing, "FAILING_MALLOC=%d%s", n,
             and_later ? "+" : "");
    snprintf(report, sizeof report, "FAILING_MALLOC_REPORT=%s",
             home_path("reached"));
    snprintf(preload, sizeof preload, "LD_PRELOAD=%s",
             getenv("FAILING_MALLOC_LIBRARY"));
    const char *const env[] = {ASAN, UBSAN, failing, report, preload, NULL};
    remove(home_path("reached"));
    struct terminal *terminal =
        terminal_start(&(struct terminal_options){.env = env}, NULL);
    if (terminal_wait_raw_or_end(terminal, "Find:"))
        terminal_send(terminal, keys);
    int status = terminal_wait_exit(terminal);
    if (!file_is_there(home_path("reached")))
        return false;
    char *library = read_whole(home_path("reached"));
    if (is_of_ncurses(library, terminal_raw(terminal, NULL)))
        n_of_ncurses++;
    else
        assert_goes_well(terminal, status, failing);
    free(library);
    return true;
}

static void leaves_or_goes_on(void **state)
{
    (void)state;
    const char *faults = getenv("FAULTS");
    const char *first = getenv("FAULTS_FIRST");
    bool all = faults && !strcmp(faults, "all");
    int n_failed = 0;
    keep_a_note();
    int start = all ? 1 : 3;
    for (int n = first ? atoi(first) : start; n <= ALLOCATIONS_MAX;
         n += all ? 1 : n / 2 + 1) {
        last = n;
        if (!fail_at(n, n % 4 == 3))
            break;
        n_failed++;
    }
    assert_true(n_failed > 10);
    printf("# %d failed allocations, %d of them of ncurses\n", n_failed,
           n_of_ncurses);
    assert_note_is_kept();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(leaves_or_goes_on, home_setup,
                                        home_teardown),
    };
    int n_wrong = cmocka_run_group_tests(tests, NULL, NULL);
    if (n_wrong)
        printf("# the allocation that failed last: %d\n", last);
    return n_wrong;
}
