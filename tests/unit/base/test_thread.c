/* Signals do not reach threads. */
#include "base/thread.h"

#include <signal.h>

#include "../unit.h"

static void *get_mask(void *context)
{
    pthread_sigmask(SIG_SETMASK, NULL, context);
    return NULL;
}

static void blocks_signals_in_the_thread_alone(void **state)
{
    (void)state;
    static const int signals[] = {SIGHUP, SIGINT, SIGTERM, SIGWINCH, SIGTSTP};
    pthread_t thread;
    sigset_t there, here;
    assert_true(thread_start(&thread, get_mask, &there));
    pthread_join(thread, NULL);
    get_mask(&here);
    for (size_t i = 0; i < N_ELEMENTS(signals); i++) {
        assert_true(sigismember(&there, signals[i]));
        assert_false(sigismember(&here, signals[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_signals_in_the_thread_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
