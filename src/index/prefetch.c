/* Reads articles in a thread while others are written to the index, a few at a
 * time and only small ones, so that they take little memory. The index of 5,490
 * articles takes 1.24 s instead of 1.52 s (tests/bench/prefetch.c, the best of
 * ten rounds on two cores). This saves nothing while other programs keep the
 * cores busy. */
#include "index/prefetch.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/pool.h"

#define FILES_MIN 8 /* with fewer files a thread is not worth it */
#define FILES_AHEAD 32
#define BYTES_AHEAD (256 << 10) /* in total */

/* The result of reading a file. */
struct slot {
    struct article *article; /* NULL: failed with err, or too large */
    struct error err;
};

struct prefetch {
    const struct to_read *files;
    size_t n_files;
    bool has_thread;
    pthread_t thread;
    pthread_mutex_t mutex; /* protects the fields below */
    pthread_cond_t more, room;
    bool stopping;
    size_t n_begun, n_read,
        n_taken;           /* number of files; they are read in order */
    int64_t bytes_waiting; /* of files that were read, but not taken */
    struct slot ring[FILES_AHEAD];
};

static int64_t size_of(const struct prefetch *prefetch, size_t i)
{
    return prefetch->files[i].found.stamp.size_bytes;
}

/* Returns whether a file is too large to be kept in memory until it is asked
 * for. prefetch_next() reads it then. */
static bool is_large(const struct prefetch *prefetch, size_t i)
{
    return size_of(prefetch, i) > BYTES_AHEAD / 2;
}

static bool holds(const struct prefetch *prefetch, size_t n_files,
                  int64_t n_bytes)
{
    return prefetch->n_begun - prefetch->n_taken >= n_files ||
           prefetch->bytes_waiting >= n_bytes;
}

static bool is_over(const struct prefetch *prefetch)
{
    return prefetch->stopping || prefetch->n_begun == prefetch->n_files;
}

/* Waits for room in the ring. Returns false if the thread must stop or all
 * files have been begun, some perhaps by the caller. */
static bool wait_for_room(struct prefetch *prefetch)
{
    while (!is_over(prefetch) && holds(prefetch, FILES_AHEAD, BYTES_AHEAD))
        pthread_cond_wait(&prefetch->room, &prefetch->mutex);
    return !is_over(prefetch);
}

/* Reads the next file, unless it is large, with the mutex unlocked. */
static void read_next(struct prefetch *prefetch)
{
    size_t i = prefetch->n_begun++;
    struct slot *slot = &prefetch->ring[i % FILES_AHEAD];
    slot->article = NULL;
    if (!is_large(prefetch, i)) {
        pthread_mutex_unlock(&prefetch->mutex);
        slot->article = article_open(prefetch->files[i].found.path, &slot->err);
        pthread_mutex_lock(&prefetch->mutex);
        prefetch->bytes_waiting += size_of(prefetch, i);
    }
    prefetch->n_read++;
    pthread_cond_signal(&prefetch->more);
}

static void *work(void *context)
{
    struct prefetch *prefetch = context;
    pthread_mutex_lock(&prefetch->mutex);
    while (wait_for_room(prefetch))
        read_next(prefetch);
    pthread_mutex_unlock(&prefetch->mutex);
    return NULL;
}

struct prefetch *prefetch_start(const struct to_read *files, size_t n_files)
{
    struct prefetch *prefetch = mem_calloc(1, sizeof *prefetch);
    prefetch->files = files;
    prefetch->n_files = n_files;
    pthread_mutex_init(&prefetch->mutex, NULL);
    pthread_cond_init(&prefetch->more, NULL);
    pthread_cond_init(&prefetch->room, NULL);
    prefetch->has_thread = n_files >= FILES_MIN &&
                           sysconf(_SC_NPROCESSORS_ONLN) > 1 &&
                           pool_start_thread(&prefetch->thread, work, prefetch);
    return prefetch;
}

/* Returns the article of a file that the thread has begun to read. Wakes the
 * thread only when half of the ring is free, since waking it for each file
 * would cost more. */
static struct article *take(struct prefetch *prefetch, size_t i,
                            struct error *err)
{
    while (prefetch->n_read == i)
        pthread_cond_wait(&prefetch->more, &prefetch->mutex);
    struct slot *slot = &prefetch->ring[i % FILES_AHEAD];
    struct article *article = slot->article;
    if (!article)
        *err = slot->err;
    prefetch->n_taken++;
    prefetch->bytes_waiting -= is_large(prefetch, i) ? 0 : size_of(prefetch, i);
    if (!holds(prefetch, FILES_AHEAD / 2, BYTES_AHEAD / 2))
        pthread_cond_signal(&prefetch->room);
    return article;
}

/* A file is read by whichever thread gets to it first, so that the caller never
 * waits for a thread that the system has not scheduled. */
struct article *prefetch_next(struct prefetch *prefetch, struct error *err)
{
    struct article *article = NULL;
    pthread_mutex_lock(&prefetch->mutex);
    size_t i = prefetch->n_taken;
    bool is_begun = prefetch->n_begun > i;
    if (is_begun)
        article = take(prefetch, i, err);
    else
        prefetch->n_begun = prefetch->n_read = prefetch->n_taken = i + 1;
    pthread_mutex_unlock(&prefetch->mutex);
    return is_begun && !is_large(prefetch, i)
               ? article
               : article_open(prefetch->files[i].found.path, err);
}

static void join(struct prefetch *prefetch)
{
    pthread_mutex_lock(&prefetch->mutex);
    prefetch->stopping = true;
    pthread_cond_signal(&prefetch->room);
    pthread_mutex_unlock(&prefetch->mutex);
    pthread_join(prefetch->thread, NULL);
}

void prefetch_stop(struct prefetch *prefetch)
{
    if (!prefetch)
        return;
    if (prefetch->has_thread)
        join(prefetch);
    for (size_t i = prefetch->n_taken; i < prefetch->n_read; i++)
        article_free(prefetch->ring[i % FILES_AHEAD].article);
    pthread_mutex_destroy(&prefetch->mutex);
    pthread_cond_destroy(&prefetch->more);
    pthread_cond_destroy(&prefetch->room);
    free(prefetch);
}
