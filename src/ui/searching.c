/* The index while the reader runs. */
#include "ui/searching.h"

#include "search/indexer.h"
#include "ui/app.h"

bool searching_start(struct app *app)
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
    if (index_in_memory(searching->index) && !options->is_secure)
        app_warn(app, "the index is kept in memory: %s",
                 index_in_memory(searching->index));
    searching->indexer = indexer_start(searching->index, &err);
    if (!searching->indexer)
        app_warn(app, "%s", err.message);
    return true;
}

/* The connection outlives the thread's: one in memory is both's. */
void searching_finish(struct app *app)
{
    indexer_stop(app->searching.indexer);
    index_close(app->searching.index);
    app->searching = (struct searching){0};
}

int searching_fd(const struct app *app)
{
    const struct indexer *indexer = app->searching.indexer;
    return indexer ? indexer_fd(indexer) : -1;
}

void searching_take(struct app *app)
{
    indexer_take(app->searching.indexer, &app->searching.progress);
}

void searching_changed(struct app *app)
{
    if (app->searching.indexer)
        indexer_wake(app->searching.indexer);
}
