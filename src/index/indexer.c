/* Runs the thread that keeps the index up to date. */
#include "index/indexer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/platform.h"
#include "base/pool.h"

#define NOTIFY_NS                                                              \
    ((int64_t)100 * 1000 * 1000) /* at least between two notifications */
#define RETRY_SECONDS 2          /* while another process writes */

struct indexer {
    struct index *index; /* the thread's own */
    int pipe[2];
    pthread_t thread;
    pthread_mutex_t mutex; /* protects the fields below */
    pthread_cond_t wake;
    bool stopping, is_woken;
    struct indexer_state state;
    int64_t last_notified_ns; /* used by the thread only */
};

/* Makes the descriptor readable. If the pipe is full, it is already. */
static void notify(struct indexer *indexer)
{
    indexer->last_notified_ns = platform_now_ns();
    while (write(indexer->pipe[1], "", 1) < 0 && errno == EINTR)
        ;
}

static void set_progress(struct indexer *indexer,
                         const struct index_progress *progress)
{
    const char *why = index_why_temporary(indexer->index);
    indexer->state.progress = *progress;
    indexer->state.place = index_place(indexer->index);
    if (index_was_replaced(indexer->index))
        indexer->state.was_replaced = true;
    if (why)
        error_set(&indexer->state.why_temporary, "%s", why);
}

static bool on_progress(void *context, const struct index_progress *progress)
{
    struct indexer *indexer = context;
    pthread_mutex_lock(&indexer->mutex);
    set_progress(indexer, progress);
    indexer->state.progress.done = false;
    bool stopping = indexer->stopping;
    pthread_mutex_unlock(&indexer->mutex);
    if (progress->n_read &&
        platform_now_ns() - indexer->last_notified_ns >= NOTIFY_NS)
        notify(indexer);
    return stopping;
}

/* Waits until it is woken or, if busy, until it is time to retry. Returns false
 * if the thread must end. */
static bool wait_for_work(struct indexer *indexer, bool busy)
{
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += RETRY_SECONDS;
    int result = 0;
    pthread_mutex_lock(&indexer->mutex);
    while (!indexer->stopping && !indexer->is_woken && result != ETIMEDOUT)
        result = busy ? pthread_cond_timedwait(&indexer->wake, &indexer->mutex,
                                               &until)
                      : pthread_cond_wait(&indexer->wake, &indexer->mutex);
    indexer->is_woken = false;
    bool stopping = indexer->stopping;
    pthread_mutex_unlock(&indexer->mutex);
    return !stopping;
}

static void *work(void *context)
{
    struct indexer *indexer = context;
    const struct index_watch watch = {on_progress, indexer};
    struct error err;
    bool busy;
    do {
        struct index_progress progress = {0};
        err.message[0] = '\0';
        bool ok = index_update(indexer->index, &watch, &progress, &err);
        busy = ok && !progress.done;
        /* After an error, retries only when a folder changes. */
        progress.done = !busy;
        pthread_mutex_lock(&indexer->mutex);
        set_progress(indexer, &progress);
        indexer->state.err = err;
        pthread_mutex_unlock(&indexer->mutex);
        notify(indexer);
    } while (wait_for_work(indexer, busy));
    return NULL;
}

static void indexer_free(struct indexer *indexer)
{
    close(indexer->pipe[0]);
    close(indexer->pipe[1]);
    pthread_mutex_destroy(&indexer->mutex);
    pthread_cond_destroy(&indexer->wake);
    index_close(indexer->index);
    free(indexer);
}

struct indexer *indexer_start(const struct index *index, struct error *err)
{
    int ends[2];
    struct index *own = index_open_again(index, err);
    if (!own)
        return NULL;
    if (pipe(ends) < 0) {
        error_set(err, _("no index: %s"), strerror(errno));
        index_close(own);
        return NULL;
    }
    struct indexer *indexer = mem_calloc(1, sizeof *indexer);
    indexer->index = own;
    for (int i = 0; i < 2; i++) {
        indexer->pipe[i] = ends[i];
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    }
    pthread_mutex_init(&indexer->mutex, NULL);
    pthread_cond_init(&indexer->wake, NULL);
    if (pool_start_thread(&indexer->thread, work, indexer))
        return indexer;
    error_set(err, _("no index: %s"), strerror(errno));
    indexer_free(indexer);
    return NULL;
}

void indexer_stop(struct indexer *indexer)
{
    if (!indexer)
        return;
    pthread_mutex_lock(&indexer->mutex);
    indexer->stopping = true;
    pthread_cond_signal(&indexer->wake);
    pthread_mutex_unlock(&indexer->mutex);
    pthread_join(indexer->thread, NULL);
    indexer_free(indexer);
}

int indexer_fd(const struct indexer *indexer)
{
    return indexer->pipe[0];
}

void indexer_take(struct indexer *indexer, struct indexer_state *state)
{
    char bytes[64];
    while (read(indexer->pipe[0], bytes, sizeof bytes) > 0)
        ;
    pthread_mutex_lock(&indexer->mutex);
    *state = indexer->state;
    indexer->state.was_replaced = false;
    pthread_mutex_unlock(&indexer->mutex);
}

void indexer_wake(struct indexer *indexer)
{
    pthread_mutex_lock(&indexer->mutex);
    indexer->is_woken = true;
    indexer->state.progress.done = false;
    pthread_cond_signal(&indexer->wake);
    pthread_mutex_unlock(&indexer->mutex);
}
