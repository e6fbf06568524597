/* A worker pool: threads that take jobs from one queue in the order in which
 * they were added. Signals are blocked in them, so that the main thread handles
 * them. */
#ifndef MEDFAQ_BASE_POOL_H
#define MEDFAQ_BASE_POOL_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

struct pool;

struct pool_options {
    /* Does one job. Runs in a thread of the pool. */
    void (*work)(void *context, void *job);
    void *context;
    unsigned n_threads; /* 0: one per processor, up to 16 */
    size_t jobs_max;    /* the most that may wait; 0: no limit */
    /* The most bytes of waiting jobs; a larger job waits alone. 0: no limit. */
    size_t bytes_max;
};

/* Starts the threads, as many as the system allows; pool_free ends them.
 * Returns NULL and sets errno if there can be none. */
struct pool *pool_new(const struct pool_options *options);

/* Waits for all jobs, then frees the pool. Does nothing for NULL. */
void pool_free(struct pool *pool);

/* Adds a job of n_bytes, waiting while the queue is full. The caller owns the
 * job until work is called with it. */
void pool_add(struct pool *pool, void *job, size_t n_bytes);

/* Waits until all jobs are done, but at most so many milliseconds (-1: without
 * limit). Returns the number of jobs that are not done. */
size_t pool_wait(struct pool *pool, int milliseconds);

/* Starts a single thread with all signals blocked but those of faults. The
 * caller joins it. Returns false and sets errno on failure. */
bool pool_start_thread(pthread_t *thread, void *(*run)(void *), void *context);

/* Returns the default number of threads of a pool: the number of processors, at
 * most 16. */
unsigned pool_n_processors(void);

#endif
