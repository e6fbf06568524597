/* The articles of the list, and the entries of those on the screen. */
#include "ui/library_view.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"

#define FIRST_ROWS 128 /* more than most screens have */
#define SCREENS_OF_PAGE 4

static const char *const sort_names[N_SORTS] = {
    [SORT_TITLE] = "title",
    [SORT_NEWEST] = "newest",
    [SORT_TYPE] = "type",
};

const char *library_sort_help(enum catalogue_sort sort)
{
    static const char *const orders[N_SORTS] = {
        [SORT_TITLE] = N_("A-Z"),
        [SORT_NEWEST] = N_("newest first"),
        [SORT_TYPE] = N_("by type"),
    };
    return orders[sort];
}

const char *library_sort_name(enum catalogue_sort sort)
{
    return sort_names[sort];
}

static void drop_entries(struct library_view *view)
{
    library_free(view->page);
    free(view->entries);
    view->page = NULL;
    view->entries = NULL;
    view->n_entries = 0;
    free(view->preview_path);
    view->preview_path = NULL;
}

static bool list(struct library_view *view, struct app *app,
                 struct catalogue_options options)
{
    struct index *index = app->library.index;
    options.sort = view->sort;
    options.context = app;
    if (!index || !catalogue_list(index, &options, &view->catalogue))
        return false;
    view->list.n_items = view->catalogue.n;
    view->edition = index_edition(index);
    library_index_check(app);
    view->n_skipped = catalogue_n_skipped(index);
    drop_entries(view);
    return true;
}

/* Empties the list: no list is better than an old one in the wrong order. */
static void drop_list(struct library_view *view)
{
    drop_entries(view);
    catalogue_finish(&view->catalogue);
    view->list.n_items = 0;
    view->is_behind = true;
}

void library_rows_first(struct library_view *view, struct app *app)
{
    struct catalogue_options options = {.n_max = FIRST_ROWS};
    if (list(view, app, options))
        view->is_behind = false;
    else
        drop_list(view);
    view->list.selected = 0;
    free(view->selected_path);
    view->selected_path = NULL;
}

/* The row of the article that the user selected, or the row in its place if it
 * has gone; the first if nothing was selected yet. If the list has a
 * translation of the article, the article takes its row. */
static size_t find_selected(struct library_view *view, struct app *app)
{
    struct index *index = app->library.index;
    size_t n = view->catalogue.n, at = n;
    int64_t article =
        view->selected_path ? catalogue_find(index, view->selected_path) : 0;
    if (article)
        at = catalogue_place(index, &view->catalogue, article);
    if (at == n)
        return view->list.selected < n || !n ? view->list.selected : n - 1;
    if (view->catalogue.articles[at] != article) {
        view->catalogue.articles[at] = article;
        drop_entries(view);
    }
    return at;
}

void library_rows_all(struct library_view *view, struct app *app)
{
    struct catalogue_options options = {0};
    if (!list(view, app, options)) {
        drop_list(view);
        return;
    }
    view->is_behind = false;
    view->list.selected = find_selected(view, app);
}

/* Keeps the selected article in its place on the screen while others are added
 * above it, so that Enter opens the one that the user has just read about. */
static void keep_place(struct library_view *view, struct app *app,
                       size_t before)
{
    struct list *list = &view->list;
    list->selected = find_selected(view, app);
    list->top += list->selected;
    list->top -= list->top > before ? before : list->top;
}

static bool catch_up(struct library_view *view, struct app *app,
                     struct catalogue_options options)
{
    size_t before = view->list.selected;
    bool is_own = view->selected_path;
    if (!is_own && view->page)
        library_keep_selected(view, app, before);
    view->is_behind = !list(view, app, options);
    if (!view->is_behind)
        keep_place(view, app, before);
    if (!is_own) {
        free(view->selected_path);
        view->selected_path = NULL;
    }
    return !view->is_behind;
}

bool library_rows_catch_up(struct library_view *view, struct app *app)
{
    const struct catalogue_options options = {.stop = app_key_waits};
    return catch_up(view, app, options);
}

void library_rows_renew(struct library_view *view, struct app *app)
{
    struct index *index = app->library.index;
    const struct catalogue_options options = {0};
    if (index && index_edition(index) != view->edition && view->catalogue.n &&
        !catch_up(view, app, options))
        drop_list(view);
}

void library_rows_follow(struct library_view *view, struct app *app,
                         const char *path)
{
    struct index *index = app->library.index;
    int64_t article = index ? catalogue_find(index, path) : 0;
    size_t at = view->catalogue.n;
    if (article)
        at = catalogue_place(index, &view->catalogue, article);
    if (at < view->catalogue.n)
        list_select(&view->view, app, at);
}

/* Reads the entries of one screen at first, then of several at once. */
static void read_page(struct library_view *view, struct app *app, size_t row)
{
    int rows = app_body().rows;
    size_t screens = view->page ? SCREENS_OF_PAGE : 1;
    size_t n_max = screens * (size_t)(rows > 0 ? rows + 1 : 1);
    size_t first = row > n_max / 2 ? row - n_max / 2 : 0;
    size_t n = view->catalogue.n - first;
    drop_entries(view);
    view->first_entry = first;
    view->n_entries = n < n_max ? n : n_max;
    view->entries = mem_calloc(view->n_entries, sizeof *view->entries);
    view->page =
        catalogue_read(app->library.index, view->catalogue.articles + first,
                       view->n_entries, view->entries);
    bool was_complete = app->library.is_complete;
    library_index_check(app);
    if (was_complete && !app->library.is_complete)
        view->is_behind = true;
}

const struct entry *library_row(struct library_view *view, struct app *app,
                                size_t row)
{
    if (row >= view->catalogue.n)
        return NULL;
    if (!view->page || row < view->first_entry ||
        row >= view->first_entry + view->n_entries)
        read_page(view, app, row);
    return view->entries[row - view->first_entry];
}

void library_keep_selected(struct library_view *view, struct app *app,
                           size_t row)
{
    const struct entry *entry = library_row(view, app, row);
    char *path = mem_strdup(entry ? entry->path : NULL);
    free(view->selected_path);
    view->selected_path = path;
}
