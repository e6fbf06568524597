/* Searches the library for what was typed: quickly at once, in full when there
 * is time, and for more results as the selection moves down. */
#include <stdlib.h>

#include "base/mem.h"
#include "ui/search_view.h"

#define RESULTS_STEP                                                           \
    30 /* requested at first, and again at the end of the list */

const struct search_result *search_view_result(const struct search_view *view,
                                               size_t item)
{
    const struct search_results *results = view->results;
    if (!results || item >= view->list.n_items ||
        view->items[item] >= results->n)
        return NULL;
    return &results->items[view->items[item]];
}

/* Remembers the selected result, to select it again among new ones. */
static void keep_selected(struct search_view *view)
{
    const struct search_result *result =
        view->view.stale ? NULL : search_view_result(view, view->list.selected);
    if (!result)
        return;
    free(view->kept_path);
    view->kept_path = mem_strdup(result->path);
    view->kept_section = result->section;
}

static void search(struct search_view *view, struct app *app, bool quick)
{
    const struct search_options options = {
        .n_max = view->n_max,
        .as_typed = view->as_typed,
        .quick = quick,
        .stop = quick ? NULL : app_key_waits,
        .context = app,
    };
    struct search_results *results =
        search_run(app->library.index, view->typed, &options);
    if (results->mended)
        library_index_changed(app);
    if (results->stopped) {
        search_results_free(results);
        return;
    }
    keep_selected(view);
    search_results_free(view->results);
    search_preview_drop(&view->preview);
    view->results = results;
    view->is_quick = quick;
    view->view.stale = true;
}

void search_view_again(struct search_view *view, struct app *app)
{
    view->has_moved = false;
    view->wants_end = false;
    view->list.top = 0;
    view->n_max = RESULTS_STEP;
    search(view, app, true);
}

void search_view_look_for(struct search_view *view, struct app *app,
                          const char *text)
{
    char *copy = mem_strdup(text);
    free(view->typed);
    view->typed = copy;
    view->as_typed = false;
    search_view_again(view, app);
}

void search_view_more(struct search_view *view)
{
    const struct search_results *results = view->results;
    if (!results || results->n < view->n_max || results->n >= results->n_found)
        return;
    view->n_max += RESULTS_STEP;
    view->is_quick = true;
}

void search_view_all(struct search_view *view)
{
    const struct search_results *results = view->results;
    if (!results || results->n >= results->n_found)
        return;
    view->n_max = results->n_found;
    view->is_quick = true;
    view->wants_end = true;
}

static bool count_articles(struct search_view *view, struct app *app)
{
    const struct catalogue_options options = {.stop = app_key_waits,
                                              .context = app};
    struct catalogue list = {0};
    if (view->n_articles != NOT_COUNTED ||
        !catalogue_list(app->library.index, &options, &list))
        return false;
    view->n_articles = list.n;
    catalogue_finish(&list);
    return true;
}

/* In idle time after the first results: the full ranking and the number of
 * articles. */
bool search_view_work(struct view *base, struct app *app)
{
    struct search_view *view = search_view_of(base);
    bool changed = false;
    if (view->is_quick && !app_key_waits(app)) {
        search(view, app, false);
        changed = !view->is_quick;
    }
    return count_articles(view, app) || changed;
}

void search_view_progress(struct app *app)
{
    struct search_view *view = search_view_of(app_reading(app));
    if (view)
        view->n_articles = NOT_COUNTED;
    if (view && view->typed)
        view->is_quick =
            true; /* the old results stay until the new ones are there */
}

static bool has_article(const struct catalogue *list, int64_t article)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->articles[i] == article)
            return true;
    return false;
}

/* An article may be listed several times; its first place counts. */
void search_view_list(const struct search_view *view, struct app *app,
                      struct catalogue *out)
{
    size_t capacity = 0;
    *out = (struct catalogue){.is_whole = true};
    for (size_t i = 0; i < view->list.n_items; i++) {
        const struct search_result *result = search_view_result(view, i);
        int64_t article =
            result ? catalogue_find(app->library.index, result->path) : 0;
        if (!article || has_article(out, article))
            continue;
        out->articles =
            mem_grow(out->articles, out->n, &capacity, sizeof *out->articles);
        out->articles[out->n++] = article;
    }
}
