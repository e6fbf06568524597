/* A worker pool: a queue with one lock, and threads that take jobs from it. */
#include "base/pool.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/number.h"

#define THREADS_MAX 16

struct queued {
    struct queued *next;
    void *job;
    size_t n_bytes;
};

struct pool {
    struct pool_options options;
    pthread_t threads[THREADS_MAX];
    unsigned n_threads;

    pthread_mutex_t lock; /* protects the members below */
    pthread_cond_t not_empty, not_full, all_done;
    struct queued *first, *last;
    size_t n_queued, n_bytes_queued;
    size_t n_left; /* queued or running */
    bool closing;
};

/* Waits for the next job; returns NULL if no more will come. The caller holds
 * the lock. */
static struct queued *next_job(struct pool *pool)
{
    while (!pool->first && !pool->closing)
        pthread_cond_wait(&pool->not_empty, &pool->lock);
    struct queued *queued = pool->first;
    if (queued) {
        pool->first = queued->next;
        pool->n_queued--;
        pool->n_bytes_queued -= queued->n_bytes;
        pthread_cond_signal(&pool->not_full);
    }
    return queued;
}

static void *work(void *context)
{
    struct pool *pool = context;
    struct queued *queued;
    pthread_mutex_lock(&pool->lock);
    while ((queued = next_job(pool))) {
        pthread_mutex_unlock(&pool->lock);
        pool->options.work(pool->options.context, queued->job);
        free(queued);
        pthread_mutex_lock(&pool->lock);
        if (!--pool->n_left)
            pthread_cond_broadcast(&pool->all_done);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

unsigned pool_n_processors(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : n > THREADS_MAX ? THREADS_MAX : (unsigned)n;
}

/* A thread inherits the signal mask of the one that starts it. The signals of
 * faults are not blocked: a fault while its signal is blocked would bypass the
 * handler that restores the terminal. */
bool pool_start_thread(pthread_t *thread, void *(*run)(void *), void *context)
{
    static const int faults[] = {SIGSEGV, SIGBUS,  SIGFPE,
                                 SIGILL,  SIGTRAP, SIGSYS};
    sigset_t all, before;
    sigfillset(&all);
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        sigdelset(&all, faults[i]);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    errno = pthread_create(thread, NULL, run, context);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return errno == 0;
}

struct pool *pool_new(const struct pool_options *options)
{
    struct pool *pool = mem_calloc(1, sizeof *pool);
    unsigned n = options->n_threads ? options->n_threads : pool_n_processors();
    pool->options = *options;
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->not_empty, NULL);
    pthread_cond_init(&pool->not_full, NULL);
    pthread_cond_init(&pool->all_done, NULL);
    while (pool->n_threads < number_min(n, THREADS_MAX) &&
           pool_start_thread(&pool->threads[pool->n_threads], work, pool))
        pool->n_threads++;
    if (pool->n_threads)
        return pool;
    int saved_errno = errno;
    pool_free(pool);
    errno = saved_errno;
    return NULL;
}

void pool_free(struct pool *pool)
{
    if (!pool)
        return;
    pthread_mutex_lock(&pool->lock);
    pool->closing = true;
    pthread_cond_broadcast(&pool->not_empty);
    pthread_mutex_unlock(&pool->lock);
    while (pool->n_threads)
        pthread_join(pool->threads[--pool->n_threads], NULL);
    pthread_cond_destroy(&pool->all_done);
    pthread_cond_destroy(&pool->not_full);
    pthread_cond_destroy(&pool->not_empty);
    pthread_mutex_destroy(&pool->lock);
    free(pool);
}

/* Tells whether a job has to wait. One that exceeds the limit is admitted when
 * the queue is empty. */
static bool is_full(const struct pool *pool, size_t n_bytes)
{
    size_t jobs_max = pool->options.jobs_max, most = pool->options.bytes_max;
    return pool->n_queued > 0 &&
           ((jobs_max && pool->n_queued >= jobs_max) ||
            (most && pool->n_bytes_queued + n_bytes > most));
}

void pool_add(struct pool *pool, void *job, size_t n_bytes)
{
    struct queued *queued = mem_calloc(1, sizeof *queued);
    queued->job = job;
    queued->n_bytes = n_bytes;
    pthread_mutex_lock(&pool->lock);
    while (is_full(pool, n_bytes))
        pthread_cond_wait(&pool->not_full, &pool->lock);
    *(pool->first ? &pool->last->next : &pool->first) = queued;
    pool->last = queued;
    pool->n_queued++;
    pool->n_bytes_queued += n_bytes;
    pool->n_left++;
    pthread_cond_signal(&pool->not_empty);
    pthread_mutex_unlock(&pool->lock);
}

/* Returns the time in so many milliseconds by the clock of
 * pthread_cond_timedwait, which macOS cannot change. */
static struct timespec time_in(int milliseconds)
{
    struct timespec at;
    clock_gettime(CLOCK_REALTIME, &at);
    int64_t ns = at.tv_nsec + (int64_t)milliseconds * 1000000;
    at.tv_sec += (time_t)(ns / 1000000000);
    at.tv_nsec = (long)(ns % 1000000000);
    return at;
}

size_t pool_wait(struct pool *pool, int milliseconds)
{
    struct timespec until = time_in(milliseconds < 0 ? 0 : milliseconds);
    int result = 0;
    pthread_mutex_lock(&pool->lock);
    while (pool->n_left > 0 && result != ETIMEDOUT)
        result =
            milliseconds < 0
                ? pthread_cond_wait(&pool->all_done, &pool->lock)
                : pthread_cond_timedwait(&pool->all_done, &pool->lock, &until);
    size_t n_left = pool->n_left;
    pthread_mutex_unlock(&pool->lock);
    return n_left;
}
