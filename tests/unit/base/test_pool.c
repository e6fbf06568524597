#include "base/pool.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

#include "../unit.h"

enum { JOBS = 1000 };

static void add_one(void *context, void *job)
{
    (void)context;
    atomic_fetch_add((atomic_int *)job, 1);
}

static void does_each_job_once(void **state)
{
    (void)state;
    static atomic_int done[JOBS];
    struct pool *pool = pool_new(
        &(struct pool_options){.work = add_one, .n_threads = 4, .jobs_max = 3});
    assert_non_null(pool);
    for (size_t i = 0; i < JOBS; i++)
        pool_add(pool, &done[i], 1);
    assert_int_equal(pool_wait(pool, -1), 0);
    for (size_t i = 0; i < JOBS; i++)
        assert_int_equal(done[i], 1);
    pool_add(pool, &done[0], 1);
    pool_free(pool); /* also waits */
    assert_int_equal(done[0], 2);
    pool_free(NULL);
}

/* A gate at which jobs wait until it is opened. */
struct gate {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    bool is_open;
    size_t n_inside;
    int order[8];
    size_t n_done;
};

static void pass(void *context, void *job)
{
    struct gate *gate = context;
    pthread_mutex_lock(&gate->lock);
    gate->n_inside++;
    pthread_cond_broadcast(&gate->changed);
    while (!gate->is_open)
        pthread_cond_wait(&gate->changed, &gate->lock);
    gate->order[gate->n_done++] = *(int *)job;
    pthread_mutex_unlock(&gate->lock);
}

static void wait_for_inside(struct gate *gate, size_t n)
{
    pthread_mutex_lock(&gate->lock);
    while (gate->n_inside < n)
        pthread_cond_wait(&gate->changed, &gate->lock);
    pthread_mutex_unlock(&gate->lock);
}

static void open_gate(struct gate *gate)
{
    pthread_mutex_lock(&gate->lock);
    gate->is_open = true;
    pthread_cond_broadcast(&gate->changed);
    pthread_mutex_unlock(&gate->lock);
}

static void keeps_the_order_and_tells_what_is_left(void **state)
{
    (void)state;
    static int numbers[] = {0, 1, 2, 3};
    struct gate gate = {.lock = PTHREAD_MUTEX_INITIALIZER,
                        .changed = PTHREAD_COND_INITIALIZER};
    struct pool *pool = pool_new(
        &(struct pool_options){.work = pass, .context = &gate, .n_threads = 1});
    assert_int_equal(pool_wait(pool, 0), 0);
    for (size_t i = 0; i < N_ELEMENTS(numbers); i++)
        pool_add(pool, &numbers[i], 0);
    wait_for_inside(&gate, 1);
    assert_int_equal(pool_wait(pool, 1), 4);
    open_gate(&gate);
    assert_int_equal(pool_wait(pool, -1), 0);
    for (int i = 0; i < 4; i++)
        assert_int_equal(gate.order[i], i);
    pool_free(pool);
}

struct adding {
    struct pool *pool;
    int *job;
    size_t n_bytes;
    atomic_bool is_added;
};

static void *add(void *context)
{
    struct adding *adding = context;
    pool_add(adding->pool, adding->job, adding->n_bytes);
    adding->is_added = true;
    return NULL;
}

/* One job waits at the gate and one in the queue, so the third has to wait,
 * whether the limit is of jobs or of bytes. */
static void check_waits_while_full(const struct pool_options *limits)
{
    static int numbers[] = {0, 1, 2};
    struct gate gate = {.lock = PTHREAD_MUTEX_INITIALIZER,
                        .changed = PTHREAD_COND_INITIALIZER};
    struct pool_options options = *limits;
    options.work = pass;
    options.context = &gate;
    options.n_threads = 1;
    struct pool *pool = pool_new(&options);
    pool_add(pool, &numbers[0], 100); /* more than bytes_max, but alone */
    wait_for_inside(&gate, 1);
    pool_add(pool, &numbers[1], 6);
    struct adding adding = {.pool = pool, .job = &numbers[2], .n_bytes = 6};
    pthread_t thread;
    pthread_create(&thread, NULL, add, &adding);
    assert_int_equal(pool_wait(pool, 20), 2);
    assert_false(adding.is_added);
    open_gate(&gate);
    pthread_join(thread, NULL);
    pool_free(pool);
    assert_int_equal(gate.n_done, 3);
}

static void waits_while_full(void **state)
{
    (void)state;
    check_waits_while_full(&(struct pool_options){.jobs_max = 1});
    check_waits_while_full(&(struct pool_options){.bytes_max = 10});
}

static void *get_mask(void *mask)
{
    pthread_sigmask(SIG_SETMASK, NULL, mask);
    return NULL;
}

static void work_mask(void *context, void *job)
{
    (void)context;
    get_mask(job);
}

static void assert_all_blocked(const sigset_t *mask)
{
    static const int signals[] = {SIGHUP, SIGINT, SIGTERM, SIGWINCH, SIGTSTP};
    for (size_t i = 0; i < N_ELEMENTS(signals); i++)
        assert_true(sigismember(mask, signals[i]));
}

static void blocks_signals_in_its_threads_alone(void **state)
{
    (void)state;
    sigset_t there, here;
    pthread_t thread;
    sigemptyset(&there);
    struct pool *pool =
        pool_new(&(struct pool_options){.work = work_mask, .n_threads = 1});
    pool_add(pool, &there, 0);
    pool_free(pool);
    assert_all_blocked(&there);
    sigemptyset(&there);
    assert_true(pool_start_thread(&thread, get_mask, &there));
    pthread_join(thread, NULL);
    assert_all_blocked(&there);
    get_mask(&here);
    assert_false(sigismember(&here, SIGINT));
    assert_false(sigismember(&here, SIGTERM));
}

static void has_a_thread_for_each_processor(void **state)
{
    (void)state;
    assert_in_range(pool_n_processors(), 1, 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(does_each_job_once),
        cmocka_unit_test(keeps_the_order_and_tells_what_is_left),
        cmocka_unit_test(waits_while_full),
        cmocka_unit_test(blocks_signals_in_its_threads_alone),
        cmocka_unit_test(has_a_thread_for_each_processor),
    };
    alarm(10); /* ends a pool that deadlocks */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
