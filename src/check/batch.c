/* Threads that take one file after the other. */
#include "check/batch.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"

#define THREADS_MAX 16
#define PROGRESS_NS 100000000

struct queue {
    struct batch *batch;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    size_t n_taken, n_done;
};

void batch_init(struct batch *batch, const struct check_context *context,
                const char *const *paths, size_t n_paths)
{
    *batch = (struct batch){
        .context = context,
        .files = mem_calloc(n_paths, sizeof *batch->files),
        .n_files = n_paths,
    };
    for (size_t i = 0; i < n_paths; i++) {
        struct checked *file = &batch->files[i];
        file->path = paths[i];
        messages_init(&file->messages, &file->arena);
    }
}

void batch_finish(struct batch *batch)
{
    for (size_t i = 0; i < batch->n_files; i++) {
        messages_finish(&batch->files[i].messages);
        arena_finish(&batch->files[i].arena);
    }
    free(batch->files);
    *batch = (struct batch){0};
}

/* What was saved in the meantime would be lost. */
static bool write_fixed(const struct article *article, const struct buf *text,
                        struct error *err)
{
    struct file_stamp stamp;
    if (!file_stamp_get(article->path, &stamp) ||
        !file_stamp_equal(&stamp, &article->stamp))
        return error_set(err,
                         "%s: was changed while it was checked: nothing "
                         "is fixed, try again",
                         article->path);
    return file_write(article->path, text->data, text->n_bytes, err);
}

void checked_fix(struct checked *file, const struct article *article)
{
    struct buf text;
    struct error err;
    buf_init(&text);
    if (check_remedy(article, &file->messages, &text) > 0) {
        file->fixed = write_fixed(article, &text, &err);
        if (!file->fixed)
            file->problem = arena_strdup(&file->arena, err.message);
    }
    buf_finish(&text);
}

static void check_file(struct batch *batch, struct checked *file)
{
    struct error err;
    struct article *article = article_open(file->path, &err);
    if (!article) {
        file->problem = arena_strdup(&file->arena, err.message);
        return;
    }
    check_article(article, batch->context, &file->messages);
    if (batch->fix)
        checked_fix(file, article);
    article_free(article);
}

static void *work(void *argument)
{
    struct queue *queue = argument;
    struct batch *batch = queue->batch;
    pthread_mutex_lock(&queue->lock);
    while (queue->n_taken < batch->n_files) {
        struct checked *file = &batch->files[queue->n_taken++];
        pthread_mutex_unlock(&queue->lock);
        check_file(batch, file);
        pthread_mutex_lock(&queue->lock);
        if (++queue->n_done == batch->n_files)
            pthread_cond_signal(&queue->changed);
    }
    pthread_mutex_unlock(&queue->lock);
    return NULL;
}

static void wait_for_all(struct queue *queue)
{
    struct batch *batch = queue->batch;
    pthread_mutex_lock(&queue->lock);
    while (queue->n_done < batch->n_files) {
        struct timespec until;
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_nsec += PROGRESS_NS;
        until.tv_sec += until.tv_nsec / 1000000000;
        until.tv_nsec %= 1000000000;
        pthread_cond_timedwait(&queue->changed, &queue->lock, &until);
        if (batch->progress)
            batch->progress(queue->n_done, batch->n_files);
    }
    pthread_mutex_unlock(&queue->lock);
}

void batch_run(struct batch *batch)
{
    pthread_t threads[THREADS_MAX];
    struct queue queue = {.batch = batch};
    long n_processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t n_wanted = n_processors > 1 ? (size_t)n_processors : 1, n = 0;
    pthread_mutex_init(&queue.lock, NULL);
    pthread_cond_init(&queue.changed, NULL);
    if (n_wanted > THREADS_MAX)
        n_wanted = THREADS_MAX;
    while (batch->n_files > 1 && n < n_wanted && n < batch->n_files &&
           pthread_create(&threads[n], NULL, work, &queue) == 0)
        n++;
    if (!n)
        work(&queue);
    wait_for_all(&queue);
    while (n)
        pthread_join(threads[--n], NULL);
    pthread_cond_destroy(&queue.changed);
    pthread_mutex_destroy(&queue.lock);
}
