/* The library while the reader runs. */
#include "ui/searching.h"

#include <libgen.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/strs.h"
#include "library/library.h"
#include "index/indexer.h"
#include "ui/app.h"

#define AT_ONCE_MS 100

static bool is_late(void *context, const struct index_progress *progress)
{
    const int64_t *until = context;
    (void)progress;
    return clock_ms() > *until;
}

/* What fails here fails in the thread again, which says why. */
static void read_at_once(struct app *app)
{
    struct searching *searching = &app->searching;
    int64_t until = clock_ms() + AT_ONCE_MS;
    const struct index_watch watch = {is_late, &until};
    if (index_is_complete(searching->index))
        return;
    index_update(searching->index, &watch, &searching->progress, NULL);
}

static void warn_in_memory(struct app *app)
{
    app_warn(app, "the index is kept in memory: %s",
             index_in_memory(app->searching.index));
}

bool searching_open(struct app *app)
{
    struct searching *searching = &app->searching;
    const struct ui_options *options = app->options;
    struct error err = {0};
    if (searching->index)
        return true;
    searching->index =
        options->is_secure
            ? index_open_memory(options->folders, options->n_folders, &err)
            : index_open(options->folders, options->n_folders, &err);
    if (!searching->index) {
        app_warn(app, "%s", err.message);
        return false;
    }
    read_at_once(app);
    if (index_in_memory(searching->index) && !options->is_secure)
        warn_in_memory(app);
    searching->is_complete = index_is_complete(searching->index);
    return true;
}

/* What is not there yet may come: the nearest folder above it tells. */
static void watch_root(struct app *app, const char *root)
{
    char *copy = mem_strdup(root), *path = copy;
    struct file_stamp stamp;
    while (!file_stamp_get(path, &stamp) && !str_equal(path, ".") &&
           !str_equal(path, "/"))
        path = dirname(path);
    watch_folder(&app->watch, path);
    free(copy);
}

/* The folders that are known. True when one of them was not watched before:
 * it may have got files in the meantime. */
static bool watch_folders(struct app *app)
{
    const struct ui_options *options = app->options;
    unsigned n_before = app->watch.n_folders;
    struct arena arena;
    size_t n;
    arena_init(&arena);
    for (size_t i = 0; i < options->n_folders; i++)
        watch_root(app, options->folders[i]);
    const char **folders =
        catalogue_folders(app->searching.index, &arena, WATCHED_MAX + 1, &n);
    app->searching.watches_some = n > WATCHED_MAX;
    for (size_t i = 0; i < n && i < WATCHED_MAX; i++)
        watch_folder(&app->watch, folders[i]);
    arena_finish(&arena);
    return app->watch.n_folders > n_before;
}

void searching_follow(struct app *app)
{
    struct searching *searching = &app->searching;
    struct error err = {0};
    if (!searching->index || searching->indexer)
        return;
    watch_folders(app);
    searching->progress.done = false;
    searching->indexer = indexer_start(searching->index, &err);
    if (!searching->indexer)
        app_warn(app, "%s", err.message);
}

/* The connection outlives the thread's: one in memory is both's. */
void searching_finish(struct app *app)
{
    indexer_stop(app->searching.indexer);
    index_close(app->searching.index);
    library_free(app->searching.library);
    app->searching = (struct searching){0};
}

int searching_fd(const struct app *app)
{
    const struct indexer *indexer = app->searching.indexer;
    return indexer ? indexer_fd(indexer) : -1;
}

/* Where the thread went, and what it could not do: one line. */
static void take_trouble(struct app *app, const struct indexer_state *state)
{
    struct searching *searching = &app->searching;
    const char *why = state->why_in_memory.message;
    struct error err;
    bool had_failed = searching->has_failed;
    searching->has_failed = *state->err.message;
    if (*why && !index_in_memory(searching->index)) {
        if (index_go_to_memory(searching->index, why, &err))
            warn_in_memory(app);
        else
            app_warn(app, "%s", err.message);
    } else if (searching->has_failed && !had_failed) {
        app_warn(app, "%s", state->err.message);
    }
}

static void trust(struct searching *searching)
{
    searching->is_trusted = true;
    library_free(searching->library);
    searching->library = NULL;
}

bool searching_take(struct app *app)
{
    struct searching *searching = &app->searching;
    struct indexer_state state;
    indexer_take(searching->indexer, &state);
    searching->progress = state.progress;
    take_trouble(app, &state);
    if (searching->progress.done) {
        if (!searching->has_failed)
            trust(searching);
        if (watch_folders(app))
            searching_changed(app);
    }
    bool has_news = index_has_news(searching->index);
    searching_check(app);
    return has_news;
}

void searching_check(struct app *app)
{
    struct searching *searching = &app->searching;
    if (!searching->index)
        return;
    searching->is_complete = index_is_complete(searching->index);
    if (searching->is_complete) {
        searching->is_refilled = false;
    } else if (searching->progress.done && !searching->has_failed &&
               !searching->is_refilled) {
        searching->is_refilled = true;
        searching_changed(app);
    }
}

void searching_changed(struct app *app)
{
    if (!app->searching.indexer)
        return;
    app->searching.progress = (struct index_progress){0};
    indexer_wake(app->searching.indexer);
}

/* Does the index know all articles? Until the thread has looked at the folders
 * some may have come that it does not have. */
static bool knows_all(struct app *app)
{
    struct searching *searching = &app->searching;
    if (!searching_open(app))
        return false;
    searching_follow(app);
    if (!searching->is_trusted && index_is_current(searching->index))
        trust(searching);
    return searching->is_trusted && index_is_complete(searching->index);
}

struct library *searching_named(struct app *app, const char *id)
{
    struct searching *searching = &app->searching;
    const struct ui_options *options = app->options;
    if (knows_all(app))
        return catalogue_named(searching->index, id);
    if (!searching->library)
        searching->library = library_open(options->folders, options->n_folders);
    return library_of_id(searching->library, id);
}
