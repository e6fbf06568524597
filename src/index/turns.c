/* Turns at an index in memory. */
#include "index/turns.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "base/mem.h"

#define NS_A_SECOND 1000000000L
#define WAIT_NS (10L * 1000 * 1000)
#define WAITS_MAX 300              /* 3 seconds */
#define GIVE_NS (5L * 1000 * 1000) /* for all that one key asks */

struct turns {
    pthread_mutex_t mutex; /* of what follows */
    pthread_cond_t given;
    unsigned n_users;
    bool is_asked;
};

struct turns *turns_new(void)
{
    struct turns *turns = mem_calloc(1, sizeof *turns);
    turns->n_users = 1;
    pthread_mutex_init(&turns->mutex, NULL);
    pthread_cond_init(&turns->given, NULL);
    return turns;
}

struct turns *turns_share(struct turns *turns)
{
    pthread_mutex_lock(&turns->mutex);
    turns->n_users++;
    pthread_mutex_unlock(&turns->mutex);
    return turns;
}

void turns_release(struct turns *turns)
{
    if (!turns)
        return;
    pthread_mutex_lock(&turns->mutex);
    bool is_last = --turns->n_users == 0;
    pthread_mutex_unlock(&turns->mutex);
    if (!is_last)
        return;
    pthread_mutex_destroy(&turns->mutex);
    pthread_cond_destroy(&turns->given);
    free(turns);
}

bool turns_ask(void *context, int n_before)
{
    struct turns *turns = context;
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += WAIT_NS;
    until.tv_sec += until.tv_nsec / NS_A_SECOND;
    until.tv_nsec %= NS_A_SECOND;
    pthread_mutex_lock(&turns->mutex);
    turns->is_asked = true;
    pthread_cond_timedwait(&turns->given, &turns->mutex, &until);
    pthread_mutex_unlock(&turns->mutex);
    return n_before < WAITS_MAX;
}

bool turns_is_asked(struct turns *turns)
{
    pthread_mutex_lock(&turns->mutex);
    bool is_asked = turns->is_asked;
    pthread_mutex_unlock(&turns->mutex);
    return is_asked;
}

void turns_give(struct turns *turns)
{
    pthread_mutex_lock(&turns->mutex);
    bool was_asked = turns->is_asked;
    turns->is_asked = false;
    pthread_cond_broadcast(&turns->given);
    pthread_mutex_unlock(&turns->mutex);
    if (was_asked)
        nanosleep(&(struct timespec){.tv_nsec = GIVE_NS}, NULL);
}
