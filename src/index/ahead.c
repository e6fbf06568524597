/* Articles read ahead by a thread while others are written: few and small
 * ones, so that they take little memory. */
#include "index/ahead.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/pool.h"

#define FILES_LEAST 8 /* for a thread to be worth it */
#define FILES_AHEAD 32
#define BYTES_AHEAD (256 << 10) /* of these files */

/* What became of a file. */
struct one {
    struct article *article; /* NULL: err says why, or it is large */
    struct error err;
};

struct ahead {
    const struct to_read *files;
    size_t n_files;
    bool has_thread;
    pthread_t thread;
    pthread_mutex_t mutex; /* of what follows */
    pthread_cond_t more, room;
    bool stopping;
    size_t n_begun, n_read, n_taken; /* files, in their order */
    int64_t bytes_waiting;           /* between read and taken */
    struct one ring[FILES_AHEAD];
};

static int64_t size_of(const struct ahead *ahead, size_t i)
{
    return ahead->files[i].found.stamp.size_bytes;
}

/* Too large to lie about: its reader is who asks for it. */
static bool is_large(const struct ahead *ahead, size_t i)
{
    return size_of(ahead, i) > BYTES_AHEAD / 2;
}

static bool holds(const struct ahead *ahead, size_t n_files, int64_t n_bytes)
{
    return ahead->n_begun - ahead->n_taken >= n_files ||
           ahead->bytes_waiting >= n_bytes;
}

static bool is_over(const struct ahead *ahead)
{
    return ahead->stopping || ahead->n_begun == ahead->n_files;
}

/* Waits for room; false: to stop, since others may have read the rest
 * meanwhile. */
static bool wait_for_room(struct ahead *ahead)
{
    while (!is_over(ahead) && holds(ahead, FILES_AHEAD, BYTES_AHEAD))
        pthread_cond_wait(&ahead->room, &ahead->mutex);
    return !is_over(ahead);
}

/* Reads the next file, unless it is large, without the lock. */
static void read_next(struct ahead *ahead)
{
    size_t i = ahead->n_begun++;
    struct one *one = &ahead->ring[i % FILES_AHEAD];
    one->article = NULL;
    if (!is_large(ahead, i)) {
        pthread_mutex_unlock(&ahead->mutex);
        one->article = article_open(ahead->files[i].found.path, &one->err);
        pthread_mutex_lock(&ahead->mutex);
        ahead->bytes_waiting += size_of(ahead, i);
    }
    ahead->n_read++;
    pthread_cond_signal(&ahead->more);
}

static void *work(void *context)
{
    struct ahead *ahead = context;
    pthread_mutex_lock(&ahead->mutex);
    while (wait_for_room(ahead))
        read_next(ahead);
    pthread_mutex_unlock(&ahead->mutex);
    return NULL;
}

struct ahead *ahead_start(const struct to_read *files, size_t n_files)
{
    struct ahead *ahead = mem_calloc(1, sizeof *ahead);
    ahead->files = files;
    ahead->n_files = n_files;
    pthread_mutex_init(&ahead->mutex, NULL);
    pthread_cond_init(&ahead->more, NULL);
    pthread_cond_init(&ahead->room, NULL);
    ahead->has_thread = n_files >= FILES_LEAST &&
                        sysconf(_SC_NPROCESSORS_ONLN) > 1 &&
                        pool_start_thread(&ahead->thread, work, ahead);
    return ahead;
}

/* Of a file that the thread has begun to read. The thread is woken when half
 * is taken: for every file would cost more. */
static struct article *take(struct ahead *ahead, size_t i, struct error *err)
{
    while (ahead->n_read == i)
        pthread_cond_wait(&ahead->more, &ahead->mutex);
    struct one *one = &ahead->ring[i % FILES_AHEAD];
    struct article *article = one->article;
    if (!article)
        *err = one->err;
    ahead->n_taken++;
    ahead->bytes_waiting -= is_large(ahead, i) ? 0 : size_of(ahead, i);
    if (!holds(ahead, FILES_AHEAD / 2, BYTES_AHEAD / 2))
        pthread_cond_signal(&ahead->room);
    return article;
}

/* Who comes first to a file reads it: where processors are busy, nobody waits
 * for a thread that waits for one. */
struct article *ahead_next(struct ahead *ahead, struct error *err)
{
    struct article *article = NULL;
    pthread_mutex_lock(&ahead->mutex);
    size_t i = ahead->n_taken;
    bool is_begun = ahead->n_begun > i;
    if (is_begun)
        article = take(ahead, i, err);
    else
        ahead->n_begun = ahead->n_read = ahead->n_taken = i + 1;
    pthread_mutex_unlock(&ahead->mutex);
    return is_begun && !is_large(ahead, i)
               ? article
               : article_open(ahead->files[i].found.path, err);
}

static void join(struct ahead *ahead)
{
    pthread_mutex_lock(&ahead->mutex);
    ahead->stopping = true;
    pthread_cond_signal(&ahead->room);
    pthread_mutex_unlock(&ahead->mutex);
    pthread_join(ahead->thread, NULL);
}

void ahead_stop(struct ahead *ahead)
{
    if (!ahead)
        return;
    if (ahead->has_thread)
        join(ahead);
    for (size_t i = ahead->n_taken; i < ahead->n_read; i++)
        article_free(ahead->ring[i % FILES_AHEAD].article);
    pthread_mutex_destroy(&ahead->mutex);
    pthread_cond_destroy(&ahead->more);
    pthread_cond_destroy(&ahead->room);
    free(ahead);
}
