/* Reads an article in a thread: parsing a large or hostile one must not keep
 * anybody from leaving it. */
#include "ui/article_rest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/pool.h"

struct article_rest {
    pthread_t thread;
    int fds[2]; /* the thread writes a byte when it is done */
    char *path;
    const char *content; /* where path is NULL */
    size_t n_bytes;
    struct article *article; /* the result, or ... */
    struct error err;
    /* Set by the thread at its end and by whoever abandons it; the second of
     * the two frees everything. */
    atomic_bool released;
};

static void rest_free(struct article_rest *rest)
{
    for (int i = 0; i < 2; i++)
        if (rest->fds[i] >= 0)
            close(rest->fds[i]);
    free(rest->path);
    free(rest);
}

static void *read_rest(void *context)
{
    struct article_rest *rest = context;
    rest->article = rest->path
                        ? article_open(rest->path, &rest->err)
                        : article_parse(rest->content, rest->n_bytes, NULL);
    while (write(rest->fds[1], "", 1) < 0 && errno == EINTR)
        continue;
    if (atomic_exchange(&rest->released, true)) {
        article_free(rest->article);
        rest_free(rest);
    }
    return NULL;
}

struct article_rest *article_rest_new(const char *path, const char *content,
                                      size_t n_bytes)
{
    struct article_rest *rest = mem_calloc(1, sizeof *rest);
    rest->fds[0] = rest->fds[1] = -1;
    rest->path = mem_strdup(path);
    rest->content = content;
    rest->n_bytes = n_bytes;
    if (pipe2(rest->fds, O_CLOEXEC) == 0 &&
        pool_start_thread(&rest->thread, read_rest, rest))
        return rest;
    rest_free(rest);
    return NULL;
}

int article_rest_fd(const struct article_rest *rest)
{
    return rest->fds[0];
}

struct article *article_rest_take(struct article_rest *rest, struct error *err)
{
    pthread_join(rest->thread, NULL);
    struct article *article = rest->article;
    *err = rest->err;
    rest_free(rest);
    return article;
}

void article_rest_abandon(struct article_rest *rest)
{
    pthread_detach(rest->thread);
    if (atomic_exchange(&rest->released, true)) {
        article_free(rest->article);
        rest_free(rest);
    }
}
