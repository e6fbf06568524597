/* Keeps the library's index up to date while the reader runs. */
#include "ui/library_index.h"

#include <libgen.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/platform.h"
#include "base/strs.h"
#include "library/library.h"
#include "index/indexer.h"
#include "ui/app.h"

#define AT_ONCE_MS 100

static bool is_late(void *context, const struct index_progress *progress)
{
    const int64_t *until = context;
    (void)progress;
    return platform_now_ms() > *until;
}

/* Errors are ignored: the thread will meet them again and report them. */
static void read_at_once(struct app *app)
{
    struct library_index *library = &app->library;
    int64_t until = platform_now_ms() + AT_ONCE_MS;
    const struct index_watch watch = {is_late, &until};
    if (index_is_complete(library->index))
        return;
    index_update(library->index, &watch, &library->progress, NULL);
}

static void warn_temporary(struct app *app)
{
    app_warn(app, _("Cannot save the index: %s"),
             index_why_temporary(app->library.index));
}

bool library_index_open(struct app *app)
{
    struct library_index *library = &app->library;
    const struct ui_options *options = app->options;
    struct error err = {0};
    if (library->index)
        return true;
    library->index =
        options->is_secure
            ? index_open_memory(options->folders, options->n_folders, &err)
            : index_open(options->folders, options->n_folders, &err);
    if (!library->index) {
        app_warn(app, "%s", err.message);
        return false;
    }
    read_at_once(app);
    if (index_why_temporary(library->index) && !options->is_secure)
        warn_temporary(app);
    library->is_complete = index_is_complete(library->index);
    return true;
}

/* A missing folder may be made later: its nearest existing parent is
 * watched. */
static void watch_root(struct app *app, const char *root)
{
    char *copy = mem_strdup(root), *path = copy;
    struct file_stamp stamp;
    while (!file_stamp_get(path, &stamp) && !str_equal(path, ".") &&
           !str_equal(path, "/"))
        path = dirname(path);
    watch_link(&app->watch, path);
    watch_folder(&app->watch, path);
    free(copy);
}

/* Watches all known folders. True if one was not watched before: files may have
 * come in the meantime. */
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
        catalogue_folders(app->library.index, &arena, WATCHED_MAX + 1, &n);
    app->library.watches_some = n > WATCHED_MAX;
    for (size_t i = 0; i < n && i < WATCHED_MAX; i++)
        watch_folder(&app->watch, folders[i]);
    arena_finish(&arena);
    return app->watch.n_folders > n_before;
}

void library_index_follow(struct app *app)
{
    struct library_index *library = &app->library;
    struct error err = {0};
    if (!library->index || library->indexer)
        return;
    watch_folders(app);
    library->progress.done = false;
    library->indexer = indexer_start(library->index, &err);
    if (!library->indexer)
        app_warn(app, "%s", err.message);
}

/* The thread ends first: it has a connection of its own. */
void library_index_finish(struct app *app)
{
    indexer_stop(app->library.indexer);
    index_close(app->library.index);
    library_free(app->library.by_name);
    app->library = (struct library_index){0};
}

int library_index_fd(const struct app *app)
{
    const struct indexer *indexer = app->library.indexer;
    return indexer ? indexer_fd(indexer) : -1;
}

/* Follows an index that left a full disk, and reports it, or an error of the
 * thread. */
static void take_trouble(struct app *app, const struct indexer_state *state)
{
    struct library_index *library = &app->library;
    const char *why = state->why_temporary.message;
    struct error err;
    bool had_failed = library->has_failed;
    library->has_failed = *state->err.message;
    if (state->place > index_place(library->index)) {
        if (index_go_to(library->index, state->place, why, &err))
            warn_temporary(app);
        else
            app_warn(app, "%s", err.message);
    } else if (library->has_failed && !had_failed) {
        app_warn(app, "%s", state->err.message);
    }
}

static void trust(struct library_index *library)
{
    library->is_trusted = true;
    library_free(library->by_name);
    library->by_name = NULL;
}

bool library_index_take(struct app *app)
{
    struct library_index *library = &app->library;
    struct indexer_state state;
    indexer_take(library->indexer, &state);
    library->progress = state.progress;
    take_trouble(app, &state);
    if (index_was_replaced(library->index) || state.was_replaced)
        app_say(app, _("The index was damaged, out of date or open to other "
                       "users and is being rebuilt"));
    if (library->progress.done) {
        if (!library->has_failed)
            trust(library);
        if (watch_folders(app))
            library_index_changed(app);
    }
    bool has_news = index_has_news(library->index);
    library_index_check(app);
    return has_news;
}

void library_index_check(struct app *app)
{
    struct library_index *library = &app->library;
    if (!library->index)
        return;
    library->is_complete = index_is_complete(library->index);
    if (library->is_complete) {
        library->is_refilled = false;
    } else if (library->progress.done && !library->has_failed &&
               !library->is_refilled) {
        library->is_refilled = true;
        library_index_changed(app);
    }
}

void library_index_changed(struct app *app)
{
    if (!app->library.indexer)
        return;
    app->library.progress = (struct index_progress){0};
    indexer_wake(app->library.indexer);
}

/* Whether the index has all articles. Until the thread has looked at the
 * folders there may be new ones. */
static bool knows_all(struct app *app)
{
    struct library_index *library = &app->library;
    if (!library_index_open(app))
        return false;
    library_index_follow(app);
    if (!library->is_trusted && index_is_current(library->index))
        trust(library);
    return library->is_trusted && index_is_complete(library->index);
}

struct library *library_index_named(struct app *app, const char *id)
{
    struct library_index *library = &app->library;
    const struct ui_options *options = app->options;
    if (knows_all(app))
        return catalogue_named(library->index, id);
    if (!library->by_name)
        library->by_name = library_open(options->folders, options->n_folders);
    return library_of_id(library->by_name, id);
}
