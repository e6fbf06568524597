/* The list of articles: keys, filter, reading folders again. */
#include "ui/library_view.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/strs.h"
#include "ui/article_view.h"
#include "ui/boxes.h"
#include "ui/editor.h"

static const struct entry *selected(const struct library_view *view)
{
    return view->selected < view->n_shown ? view->shown[view->selected] : NULL;
}

static void select_row(struct library_view *view, size_t row)
{
    view->selected = row;
    const struct entry *entry = selected(view);
    char *path = mem_strdup(entry ? entry->path : NULL);
    free(view->selected_path);
    view->selected_path = path;
}

static void move_by(struct library_view *view, long rows)
{
    long row = (long)view->selected + rows, last = (long)view->n_shown - 1;
    if (last >= 0)
        select_row(view, (size_t)(row < 0 ? 0 : row > last ? last : row));
}

static void open_selected(struct library_view *view, struct app *app)
{
    const struct entry *entry = selected(view);
    if (entry)
        article_view_open(app, entry->path, KIND_NONE);
}

static void set_filter(struct library_view *view, const char *filter)
{
    char *copy = filter && *filter ? mem_strdup(filter) : NULL;
    free(view->filter);
    view->filter = copy;
    library_rows_show(view);
}

/* The first that fits is the one that is meant. */
static void filter_changed(struct view *base, struct app *app, const char *text)
{
    struct library_view *view = library_view_of(base);
    (void)app;
    set_filter(view, text);
    select_row(view, 0);
}

static void filter_done(struct view *base, struct app *app, const char *text)
{
    struct library_view *view = library_view_of(base);
    (void)text;
    if (!view->n_shown)
        app_say(app, "no article is called so: Esc shows all again");
}

static void filter_cancelled(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    (void)app;
    set_filter(view, NULL);
}

static void filter_note(struct view *base, struct app *app, struct buf *out)
{
    struct library_view *view = library_view_of(base);
    (void)app;
    buf_printf(out, "%zu %s  Enter keep  Esc all ", view->n_shown,
               view->n_shown == 1 ? "article" : "articles");
}

static void filter_open(struct library_view *view, struct app *app)
{
    static const struct prompt_ops ops = {
        .label = "Filter: ",
        .changed = filter_changed,
        .done = filter_done,
        .cancelled = filter_cancelled,
        .note = filter_note,
    };
    prompt_open(&app->prompt, &ops, &view->view,
                view->filter ? view->filter : "");
}

static void sort_next(struct library_view *view, struct app *app)
{
    view->sort = library_sort_name(view->sort + 1) ? view->sort + 1 : 0;
    library_rows_show(view);
    app_say(app, "sorted by %s", library_sort_name(view->sort));
}

static void show_info(struct library_view *view, struct app *app)
{
    if (selected(view))
        info_open(app, NULL, selected(view));
}

static void edit(struct library_view *view, struct app *app)
{
    struct error err;
    const struct entry *entry = selected(view);
    if (entry && app_may_write(app) && !editor_run(app, entry->path, 1, &err))
        app_warn(app, "%s", err.message);
}

/* The next translation takes the row. */
static void next_language(struct library_view *view, struct app *app)
{
    const struct entry *all[64], *entry = selected(view);
    size_t n = entry ? library_translations(view->library, entry, all, 64) : 0;
    if (n < 2) {
        app_say(app, "this article is there in one language");
        return;
    }
    size_t here = 0;
    while (here < n && all[here] != entry)
        here++;
    view->shown[view->selected] = all[(here + 1) % n];
    select_row(view, view->selected);
}

static void reload(struct library_view *view, struct app *app)
{
    app_reload_library(app);
    library_rows_make(view, app->library);
}

static void reload_here(struct library_view *view, struct app *app)
{
    reload(view, app);
    app_say(app, "the folders were read again");
}

static void escape(struct library_view *view, struct app *app)
{
    (void)app;
    set_filter(view, NULL);
}

static void (*const runs[ACTION_COUNT])(struct library_view *view,
                                        struct app *app) = {
    [ACTION_ENTER] = open_selected, [ACTION_FIND] = filter_open,
    [ACTION_SORT] = sort_next,      [ACTION_SOURCES] = show_info,
    [ACTION_EDIT] = edit,           [ACTION_LANGUAGE] = next_language,
    [ACTION_RELOAD] = reload_here,  [ACTION_ESCAPE] = escape,
};

static bool library_act(struct view *base, struct app *app, enum action action,
                        const struct event *event)
{
    struct library_view *view = library_view_of(base);
    long page = view->list.rows > 2 ? view->list.rows - 1 : 1;
    long all = (long)view->n_shown;
    (void)event;
    switch (action) {
    case ACTION_DOWN: move_by(view, 1); return true;
    case ACTION_UP: move_by(view, -1); return true;
    case ACTION_PAGE_DOWN: move_by(view, page); return true;
    case ACTION_PAGE_UP: move_by(view, -page); return true;
    case ACTION_HALF_DOWN: move_by(view, (page + 1) / 2); return true;
    case ACTION_HALF_UP: move_by(view, -(page + 1) / 2); return true;
    case ACTION_START: move_by(view, -all); return true;
    case ACTION_END: move_by(view, all); return true;
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
        move_by(view, -1);
    else if (event->pointer == POINTER_WHEEL_DOWN)
        move_by(view, 1);
    else if (row < 0 || row >= view->list.rows || clicked >= view->n_shown ||
             event->col >= view->list.col + view->list.cols)
        return true;
    else if (clicked == view->selected)
        open_selected(view, app);
    else
        select_row(view, clicked);
    return true;
}

static void library_changed(struct view *base, struct app *app)
{
    reload(library_view_of(base), app);
}

static void library_describe(struct view *base, struct app *app,
                             struct status *out)
{
    static const struct hint hints[] = {
        {{ACTION_ENTER}, NULL},          {{ACTION_FIND}, "filter"},
        {{ACTION_SEARCH}, "search all"}, {{ACTION_UP, ACTION_DOWN}, "select"},
        {{ACTION_SORT}, NULL},           {{ACTION_SOURCES}, NULL},
        {{ACTION_THEME}, "theme"},       {{ACTION_HELP}, NULL},
        {{ACTION_CLOSE}, "leave"},       {{ACTION_NONE}, NULL},
    };
    static const struct hint filtered[] = {
        {{ACTION_ENTER}, NULL},    {{ACTION_ESCAPE}, "show all"},
        {{ACTION_FIND}, "filter"}, {{ACTION_HELP}, NULL},
        {{ACTION_CLOSE}, "leave"}, {{ACTION_NONE}, NULL},
    };
    static const struct hint empty[] = {
        {{ACTION_RELOAD}, "read again"}, {{ACTION_PROBLEMS}, "problems"},
        {{ACTION_HELP}, NULL},           {{ACTION_CLOSE}, "leave"},
        {{ACTION_NONE}, NULL},
    };
    const struct library_view *view = library_view_of(base);
    (void)app;
    if (view->n_shown)
        buf_printf(&out->place, "%zu of %zu", view->selected + 1,
                   view->n_shown);
    if (view->filter)
        out->hints = filtered;
    else if (view->n_shown)
        out->hints = hints;
    else
        out->hints = empty;
}

static void library_close(struct view *base)
{
    struct library_view *view = library_view_of(base);
    leaf_finish(&view->preview);
    arena_finish(&view->arena);
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
    .changed = library_changed,
    .close = library_close,
};

struct library_view *library_view_of(struct view *view)
{
    return view && view->ops == &library_ops ? (struct library_view *)view
                                             : NULL;
}

void library_view_open(struct app *app)
{
    struct library_view *view = mem_calloc(1, sizeof *view);
    view->view.ops = &library_ops;
    leaf_init(&view->preview, 1, NULL);
    while (app->config.sort && library_sort_name(view->sort + 1) &&
           !str_equal(library_sort_name(view->sort), app->config.sort))
        view->sort++;
    library_rows_make(view, app_library(app));
    app_push(app, &view->view);
}

const struct entry **library_view_list(struct view *base, struct app *app,
                                       size_t *n)
{
    struct library_view *view = library_view_of(base);
    const struct library *library = app_library(app);
    size_t n_max = view ? view->n_shown : library->n_entries;
    const struct entry **list = mem_calloc(n_max, sizeof *list);
    *n = 0;
    for (size_t i = 0; i < n_max; i++) {
        const struct entry *entry =
            view ? view->shown[i] : &library->entries[i];
        if (view || library_find_id(library, entry->id, NULL) == entry)
            list[(*n)++] = entry;
    }
    return list;
}
