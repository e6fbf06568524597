/* The list of articles: keys, filter, reading folders again. */
#include "ui/library_view.h"

#include <limits.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/strs.h"
#include "ui/article_view.h"
#include "ui/boxes.h"
#include "ui/editor.h"

#define FAR (LONG_MAX / 2) /* rows: past either end */

/* NULL: nothing, or what has gone since it was listed. */
static const struct entry *selected(struct library_view *view, struct app *app)
{
    const struct entry *entry = library_row(view, app, view->selected);
    return entry && *entry->path ? entry : NULL;
}

/* Past the end of a list that is not whole there is more of it. */
static void move_by(struct library_view *view, struct app *app, long rows)
{
    long row = (long)view->selected + rows;
    if (row >= (long)view->catalogue.n && !view->catalogue.is_whole)
        library_rows_all(view, app);
    long last = (long)view->catalogue.n - 1;
    if (last >= 0)
        library_select(view, app,
                       (size_t)(row < 0      ? 0
                                : row > last ? last
                                             : row));
}

static void open_selected(struct library_view *view, struct app *app)
{
    const struct entry *entry = selected(view, app);
    if (entry)
        article_view_open(app, entry->path, KIND_NONE);
}

static void set_filter(struct library_view *view, const char *filter)
{
    char *copy = filter && *filter ? mem_strdup(filter) : NULL;
    free(view->filter);
    view->filter = copy;
}

/* Shows all again; what is selected stays. */
static void drop_filter(struct library_view *view, struct app *app)
{
    if (view->filter)
        library_select(view, app, view->selected);
    set_filter(view, NULL);
    library_rows_all(view, app);
}

/* The first that fits is the one that is meant. */
static void filter_changed(struct view *base, struct app *app, const char *text)
{
    struct library_view *view = library_view_of(base);
    set_filter(view, text);
    library_rows_first(view, app);
}

static void filter_done(struct view *base, struct app *app, const char *text)
{
    struct library_view *view = library_view_of(base);
    (void)text;
    if (!view->catalogue.n && view->catalogue.is_whole)
        app_say(app, "no article has a name like that: Esc shows all again");
}

static void filter_cancelled(struct view *base, struct app *app)
{
    drop_filter(library_view_of(base), app);
}

static void filter_note(struct view *base, struct app *app, struct buf *out)
{
    struct library_view *view = library_view_of(base);
    (void)app;
    library_add_count(view, out);
    buf_add(out, "  Enter keep  Esc cancel ");
}

static void filter_open(struct library_view *view, struct app *app)
{
    (void)app;
    static const struct prompt_ops ops = {
        .label = "Filter: ",
        .is_kept = true,
        .in_list = true,
        .changed = filter_changed,
        .done = filter_done,
        .cancelled = filter_cancelled,
        .note = filter_note,
    };
    prompt_open(&view->view.prompt, &ops, view->filter ? view->filter : "");
}

static void sort_next(struct library_view *view, struct app *app)
{
    view->sort = (view->sort + 1) % N_SORTS;
    library_rows_all(view, app);
    app_say(app, "sorted by %s", library_sort_name(view->sort));
}

static void show_info(struct library_view *view, struct app *app)
{
    if (selected(view, app))
        info_open(app, NULL, selected(view, app));
}

static void edit(struct library_view *view, struct app *app)
{
    struct error err;
    const struct entry *entry = selected(view, app);
    if (entry && app_may_write(app) && !editor_run(app, entry->path, 1, &err))
        app_warn(app, "%s", err.message);
}

/* The next translation takes the row. */
static void next_language(struct library_view *view, struct app *app)
{
    const struct entry *all[64], *entry = selected(view, app);
    size_t n = entry ? library_translations(view->page, entry, all, 64) : 0;
    if (n < 2) {
        app_say(app, "this article is there in one language");
        return;
    }
    size_t here = 0;
    while (here < n && all[here] != entry)
        here++;
    const struct entry *next = all[(here + 1) % n];
    view->entries[view->selected - view->first_entry] = next;
    view->catalogue.articles[view->selected] =
        catalogue_find(app->searching.index, next->path);
    library_select(view, app, view->selected);
}

static void reload(struct library_view *view, struct app *app)
{
    (void)view;
    searching_changed(app);
    app_say(app, "the folders are read again");
}

static void escape(struct library_view *view, struct app *app)
{
    if (view->filter)
        drop_filter(view, app);
}

static void (*const runs[ACTION_COUNT])(struct library_view *view,
                                        struct app *app) = {
    [ACTION_ENTER] = open_selected, [ACTION_FIND] = filter_open,
    [ACTION_SORT] = sort_next,      [ACTION_SOURCES] = show_info,
    [ACTION_EDIT] = edit,           [ACTION_LANGUAGE] = next_language,
    [ACTION_RELOAD] = reload,       [ACTION_ESCAPE] = escape,
};

/* While one types, up from the first row leads to what was typed before. */
static void go_up(struct library_view *view, struct app *app)
{
    if (view->selected || !prompt_back(&view->view.prompt, app))
        move_by(view, app, -1);
}

static void go_down(struct library_view *view, struct app *app)
{
    if (view->selected || !prompt_forward(&view->view.prompt, app))
        move_by(view, app, 1);
}

static bool library_act(struct view *base, struct app *app, enum action action,
                        const struct event *event)
{
    struct library_view *view = library_view_of(base);
    long page = view->list.rows > 2 ? view->list.rows - 1 : 1;
    library_rows_renew(view, app);
    (void)event;
    switch (action) {
    case ACTION_DOWN: go_down(view, app); return true;
    case ACTION_UP: go_up(view, app); return true;
    case ACTION_PAGE_DOWN: move_by(view, app, page); return true;
    case ACTION_PAGE_UP: move_by(view, app, -page); return true;
    case ACTION_HALF_DOWN: move_by(view, app, (page + 1) / 2); return true;
    case ACTION_HALF_UP: move_by(view, app, -(page + 1) / 2); return true;
    case ACTION_START: move_by(view, app, -FAR); return true;
    case ACTION_END: move_by(view, app, FAR); return true;
    default: break;
    }
    if (!runs[action])
        return false;
    runs[action](view, app);
    return true;
}

/* A click selects; on what is selected it opens. */
static bool library_pointer(struct view *base, struct app *app,
                            const struct event *event)
{
    struct library_view *view = library_view_of(base);
    long row = event->row - view->list.row;
    size_t clicked = view->top + (size_t)(row < 0 ? 0 : row);
    if (event->pointer == POINTER_WHEEL_UP)
        move_by(view, app, -1);
    else if (event->pointer == POINTER_WHEEL_DOWN)
        move_by(view, app, 1);
    else if (row < 0 || row >= view->list.rows ||
             clicked >= view->catalogue.n ||
             event->col >= view->list.col + view->list.cols)
        return true;
    else if (clicked == view->selected)
        open_selected(view, app);
    else
        library_select(view, app, clicked);
    return true;
}

/* After the first screen: the folders are followed, and the list is made
 * whole. */
static bool library_work(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    searching_follow(app);
    if (view->catalogue.is_whole && !view->is_behind)
        return false;
    return library_rows_catch_up(view, app);
}

static void library_close(struct view *base)
{
    struct library_view *view = library_view_of(base);
    leaf_finish(&view->preview);
    catalogue_finish(&view->catalogue);
    library_free(view->page);
    free(view->entries);
    free(view->preview_path);
    free(view->filter);
    free(view->selected_path);
    free(view);
}

static const struct view_ops library_ops = {
    .name = "library",
    .where = IN_LIBRARY,
    .draw = library_draw,
    .describe = library_describe,
    .act = library_act,
    .pointer = library_pointer,
    .work = library_work,
    .close = library_close,
};

struct library_view *library_view_of(struct view *view)
{
    return view && view->ops == &library_ops ? (struct library_view *)view
                                             : NULL;
}

static enum catalogue_sort find_sort(const char *name)
{
    for (int i = 0; i < N_SORTS; i++)
        if (str_equal(library_sort_name((enum catalogue_sort)i), name))
            return (enum catalogue_sort)i;
    return SORT_TITLE;
}

void library_view_open(struct app *app)
{
    struct library_view *view = mem_calloc(1, sizeof *view);
    view->view.ops = &library_ops;
    view->sort = find_sort(app->config.sort);
    leaf_init(&view->preview, 1, NULL);
    app_push(app, &view->view);
    searching_open(app);
    library_rows_first(view, app);
}

void library_view_progress(struct app *app)
{
    for (struct view *view = app->top; view; view = view->below)
        if (library_view_of(view))
            library_view_of(view)->is_behind = true;
}

void library_view_follow(struct view *base, struct app *app, const char *path)
{
    struct library_view *view = library_view_of(base);
    struct index *index = app->searching.index;
    if (!view || !path)
        return;
    size_t row =
        catalogue_place(index, &view->catalogue, catalogue_find(index, path));
    if (row < view->catalogue.n)
        library_select(view, app, row);
}
