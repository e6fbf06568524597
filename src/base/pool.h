/* A worker pool: threads that take jobs from one queue, in the order in which
 * they were given. Signals are blocked in them, so that they reach main. */
#ifndef MEDFAQ_BASE_POOL_H
#define MEDFAQ_BASE_POOL_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

struct pool;

struct pool_options {
    /* Does one job, in a thread of the pool. */
    void (*work)(void *context, void *job);
    void *context;
    unsigned n_threads; /* 0: one for each processor, up to 16 */
    size_t jobs_max;    /* that wait in the queue; 0: any number */
    size_t bytes_max;   /* of waiting jobs, or one larger job; 0: any number */
};

/* Starts the threads, as many as the system allows; pool_free ends them. NULL
 * with errno if there can be none. */
struct pool *pool_new(const struct pool_options *options);

/* Waits for all jobs, then frees the pool; NULL does nothing. */
void pool_free(struct pool *pool);

/* Adds a job of n_bytes; waits while the queue is full. The job is the
 * caller's until work gets it. */
void pool_add(struct pool *pool, void *job, size_t n_bytes);

/* Waits until every job is done, but at most milliseconds (-1: as long as it
 * takes). Returns the number of jobs that are not done. */
size_t pool_wait(struct pool *pool, int milliseconds);

/* Starts a single thread that runs for as long as it likes, with all signals
 * blocked but those of faults. The caller joins it. False with errno if there
 * can be none. */
bool pool_start_thread(pthread_t *thread, void *(*run)(void *), void *context);

/* Threads that one pool would get by default: the number of processors, at
 * most 16. */
unsigned pool_n_processors(void);

#endif
