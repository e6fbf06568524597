/* Reads glossaries in a thread, and keeps the one for the article in view. */
#include "ui/terms.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/strs.h"
#include "base/pool.h"
#include "ui/article_view.h"

struct terms_job {
    pthread_t thread;
    bool is_thread; /* else the work is done already */
    int fds[2];     /* the thread writes a byte when it is done */
    struct strs folders;
    char *folder, *lang;
    struct glossary *glossary; /* the result */
};

static char *folder_of(const char *path)
{
    const char *slash = path ? strrchr(path, '/') : NULL;
    return slash ? mem_strndup(path, (size_t)(slash - path)) : mem_strdup(".");
}

static void *read_glossary(void *context)
{
    struct terms_job *job = context;
    job->glossary = glossary_open((const char *const *)job->folders.items,
                                  job->folders.n, job->lang);
    if (job->is_thread)
        while (write(job->fds[1], "", 1) < 0 && errno == EINTR)
            continue;
    return NULL;
}

/* The folder of the article comes first, then those of the library. */
static struct terms_job *job_new(const struct app *app,
                                 const struct article_view *view)
{
    const struct ui_options *options = app->options;
    struct terms_job *job = mem_calloc(1, sizeof *job);
    strs_init(&job->folders);
    job->folder = folder_of(view->path);
    job->lang = mem_strdup(view->article->lang);
    strs_add(&job->folders, job->folder);
    for (size_t i = 0; i < options->n_folders; i++)
        if (!str_equal(options->folders[i], job->folder))
            strs_add(&job->folders, options->folders[i]);
    job->is_thread = pipe2(job->fds, O_CLOEXEC) == 0;
    if (!job->is_thread)
        job->fds[0] = job->fds[1] = -1;
    return job;
}

/* Waits for the thread; the glossary becomes the caller's. */
static struct glossary *job_finish(struct terms_job *job)
{
    struct glossary *glossary;
    if (job->is_thread)
        pthread_join(job->thread, NULL);
    glossary = job->glossary;
    for (int i = 0; i < 2; i++)
        if (job->fds[i] >= 0)
            close(job->fds[i]);
    strs_finish(&job->folders);
    return glossary;
}

static void job_free(struct terms_job *job)
{
    free(job->folder);
    free(job->lang);
    free(job);
}

/* What articles have marked points into the glossary. */
static void drop_glossary(struct app *app)
{
    struct terms *terms = &app->terms;
    for (struct view *view = app->top; view; view = view->below)
        if (article_view_of(view))
            article_terms_forget(article_view_of(view));
    glossary_free(terms->glossary);
    free(terms->folder);
    free(terms->lang);
    terms->glossary = NULL;
    terms->folder = terms->lang = NULL;
}

void terms_take(struct app *app)
{
    struct terms *terms = &app->terms;
    struct terms_job *job = terms->job;
    if (!job)
        return;
    drop_glossary(app);
    terms->job = NULL;
    terms->glossary = job_finish(job);
    terms->folder = mem_strdup(job->folder);
    terms->lang = mem_strdup(job->lang);
    job_free(job);
}

void terms_forget(struct app *app)
{
    terms_take(app);
    drop_glossary(app);
}

void terms_finish(struct app *app)
{
    terms_forget(app);
}

static bool is_for(const char *folder, const char *lang,
                   const struct article_view *view)
{
    char *own = folder_of(view->path);
    bool same = str_equal(folder, own) && str_equal(lang, view->article->lang);
    free(own);
    return same;
}

const struct glossary *terms_get(const struct app *app,
                                 const struct article_view *view)
{
    const struct terms *terms = &app->terms;
    return terms->glossary && view->article &&
                   is_for(terms->folder, terms->lang, view)
               ? terms->glossary
               : NULL;
}

void terms_request(struct app *app, const struct article_view *view)
{
    struct terms *terms = &app->terms;
    if (!view->article || terms_get(app, view) || terms->job)
        return;
    struct terms_job *job = job_new(app, view);
    terms->job = job;
    if (job->is_thread && pool_start_thread(&job->thread, read_glossary, job))
        return;
    job->is_thread = false;
    read_glossary(job);
    terms_take(app);
}

const struct glossary *terms_wait(struct app *app,
                                  const struct article_view *view)
{
    while (!terms_get(app, view)) {
        terms_request(app, view);
        terms_take(app);
    }
    return app->terms.glossary;
}

int terms_fd(const struct app *app)
{
    return app->terms.job ? app->terms.job->fds[0] : -1;
}
