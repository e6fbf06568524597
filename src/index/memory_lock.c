/* Passes the lock of an index in memory between the threads of the process.
 *
 * An index in a file needs none, since it has a write-ahead log. */
#include "index/memory_lock.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "base/mem.h"

#define NS_PER_SECOND 1000000000L
#define WAIT_NS (10L * 1000 * 1000)
#define WAITS_MAX 300 /* 3 seconds */
#define LET_IN_NS                                                              \
    (5L * 1000 * 1000) /* time for the look-ups after one key press */

struct memory_lock {
    pthread_mutex_t mutex; /* protects the fields below */
    pthread_cond_t let_in;
    unsigned n_users;
    bool is_asked;
};

struct memory_lock *memory_lock_new(void)
{
    struct memory_lock *lock = mem_calloc(1, sizeof *lock);
    lock->n_users = 1;
    pthread_mutex_init(&lock->mutex, NULL);
    pthread_cond_init(&lock->let_in, NULL);
    return lock;
}

struct memory_lock *memory_lock_share(struct memory_lock *lock)
{
    pthread_mutex_lock(&lock->mutex);
    lock->n_users++;
    pthread_mutex_unlock(&lock->mutex);
    return lock;
}

void memory_lock_release(struct memory_lock *lock)
{
    if (!lock)
        return;
    pthread_mutex_lock(&lock->mutex);
    bool is_last = --lock->n_users == 0;
    pthread_mutex_unlock(&lock->mutex);
    if (!is_last)
        return;
    pthread_mutex_destroy(&lock->mutex);
    pthread_cond_destroy(&lock->let_in);
    free(lock);
}

bool memory_lock_ask(void *context, int n_before)
{
    struct memory_lock *lock = context;
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += WAIT_NS;
    until.tv_sec += until.tv_nsec / NS_PER_SECOND;
    until.tv_nsec %= NS_PER_SECOND;
    pthread_mutex_lock(&lock->mutex);
    lock->is_asked = true;
    pthread_cond_timedwait(&lock->let_in, &lock->mutex, &until);
    pthread_mutex_unlock(&lock->mutex);
    return n_before < WAITS_MAX;
}

bool memory_lock_is_asked(struct memory_lock *lock)
{
    pthread_mutex_lock(&lock->mutex);
    bool is_asked = lock->is_asked;
    pthread_mutex_unlock(&lock->mutex);
    return is_asked;
}

void memory_lock_let_in(struct memory_lock *lock)
{
    pthread_mutex_lock(&lock->mutex);
    bool was_asked = lock->is_asked;
    lock->is_asked = false;
    pthread_cond_broadcast(&lock->let_in);
    pthread_mutex_unlock(&lock->mutex);
    if (was_asked)
        nanosleep(&(struct timespec){.tv_nsec = LET_IN_NS}, NULL);
}
