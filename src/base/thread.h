/* Threads beside the one that main runs in. */
#ifndef MEDFAQ_BASE_THREAD_H
#define MEDFAQ_BASE_THREAD_H

#include <pthread.h>
#include <stdbool.h>

/* Starts a thread that no signal is handled in: they are the main thread's.
 * The caller joins it. False with errno when there can be no more threads. */
bool thread_start(pthread_t *thread, void *(*work)(void *), void *context);

#endif
