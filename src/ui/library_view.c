/* The list of articles: keys, filter, reading folders again. */
#include "ui/library_view.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "ui/article_view.h"
#include "ui/boxes.h"
#include "ui/compare_view.h"
#include "ui/memory.h"
#include "ui/program.h"

/* NULL if there is none, or if it has gone since it was listed. */
static const struct entry *selected_entry(struct library_view *view,
                                          struct app *app)
{
    const struct entry *entry = library_row(view, app, view->list.selected);
    return entry && *entry->path ? entry : NULL;
}

/* A list that is not whole is completed before the selection passes its end. */
static void list_more(struct view *base, struct app *app, bool all)
{
    struct library_view *view = library_view_of(base);
    (void)all;
    if (!view->catalogue.is_whole)
        library_rows_all(view, app);
}

static void list_chosen(struct view *base, struct app *app, size_t item)
{
    struct library_view *view = library_view_of(base);
    const struct entry *entry = selected_entry(view, app);
    (void)item;
    if (entry)
        article_view_continue(app, entry->path, KIND_NONE);
}

static void list_selected(struct view *base, struct app *app, size_t item)
{
    library_keep_selected(library_view_of(base), app, item);
}

static void set_filter(struct library_view *view, const char *filter)
{
    char *copy = filter && *filter ? mem_strdup(filter) : NULL;
    free(view->filter);
    view->filter = copy;
}

/* Drops the filter and keeps the selection. */
static void drop_filter(struct library_view *view, struct app *app)
{
    if (view->filter)
        library_keep_selected(view, app, view->list.selected);
    set_filter(view, NULL);
    library_rows_all(view, app);
}

/* Selects the first article that matches. */
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
        app_say(app, _("no article has a name like that: Esc shows all again"));
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
    buf_add(out, _("  Enter keep  Esc cancel "));
}

static void filter_open(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    (void)app;
    static const struct prompt_ops ops = {
        .label = N_("Filter: "),
        .is_kept = true,
        .in_list = true,
        .changed = filter_changed,
        .done = filter_done,
        .cancelled = filter_cancelled,
        .note = filter_note,
    };
    prompt_open(&view->view.prompt, &ops, view->filter ? view->filter : "");
}

static void sort_next(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    view->sort = (view->sort + 1) % N_SORTS;
    library_rows_all(view, app);
    app_say(app, _("sorted by %s"), _(library_sort_name(view->sort)));
    memory_keep_setting(app, "sort", library_sort_name(view->sort));
}

static void show_info(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    if (selected_entry(view, app))
        info_open(app, NULL, selected_entry(view, app));
}

static void edit(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    struct error err;
    const struct entry *entry = selected_entry(view, app);
    if (entry && app_may_write(app) && !editor_run(app, entry->path, 1, &err))
        app_warn(app, "%s", err.message);
}

/* Shows the next translation in the same row. */
static void next_language(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    const struct entry *all[64], *entry = selected_entry(view, app);
    size_t n = entry ? library_translations(view->page, entry, all, 64) : 0;
    if (n < 2) {
        app_say(app, _("this article is there in one language"));
        return;
    }
    size_t here = 0;
    while (here < n && !str_equal(all[here]->path, entry->path))
        here++;
    const struct entry *next = all[(here + 1) % n];
    view->entries[view->list.selected - view->first_entry] = next;
    view->catalogue.articles[view->list.selected] =
        catalogue_find(app->library.index, next->path);
    library_keep_selected(view, app, view->list.selected);
}

static void reload(struct view *base, struct app *app)
{
    (void)base;
    library_index_changed(app);
    app_say(app, _("the folders are read again"));
}

static void escape(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    if (view->filter)
        drop_filter(view, app);
}

static void pick(struct view *base, struct app *app)
{
    const struct entry *entry = selected_entry(library_view_of(base), app);
    if (entry)
        compare_pick(app, entry->path, entry->title);
}

static void compare(struct view *base, struct app *app)
{
    const struct entry *entry = selected_entry(library_view_of(base), app);
    char *path = mem_strdup(entry ? entry->path : NULL);
    compare_picked(app, path);
    free(path);
}

static const struct view_action actions[] = {
    {ACTION_FIND, filter_open},       {ACTION_SORT, sort_next},
    {ACTION_SOURCES, show_info},      {ACTION_EDIT, edit},
    {ACTION_LANGUAGE, next_language}, {ACTION_RELOAD, reload},
    {ACTION_ESCAPE, escape},          {ACTION_PICK, pick},
    {ACTION_COMPARE, compare},        {ACTION_NONE, NULL},
};

/* After the first screen the folders are watched and the list is completed. */
static bool library_work(struct view *base, struct app *app)
{
    struct library_view *view = library_view_of(base);
    library_index_follow(app);
    if (view->catalogue.is_whole && !view->is_behind)
        return false;
    return library_rows_catch_up(view, app);
}

static void library_close(struct view *base)
{
    struct library_view *view = library_view_of(base);
    leaf_finish(&view->preview);
    list_finish(&view->list);
    catalogue_finish(&view->catalogue);
    library_free(view->page);
    free(view->entries);
    free(view->preview_path);
    free(view->filter);
    free(view->selected_path);
    free(view);
}

static void library_renew(struct view *base, struct app *app)
{
    library_rows_renew(library_view_of(base), app);
}

static const struct list_ops library_list = {
    .draw = library_draw_row,
    .select = list_selected,
    .more = list_more,
    .choose = list_chosen,
};

const struct view_ops library_view_ops = {
    .name = "library",
    .where = IN_LIBRARY,
    .actions = actions,
    .list = &library_list,
    .draw = library_draw,
    .describe = library_describe,
    .renew = library_renew,
    .work = library_work,
    .close = library_close,
};

struct library_view *library_view_of(struct view *view)
{
    return view && view->ops == &library_view_ops ? (struct library_view *)view
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
    view->view.ops = &library_view_ops;
    view->sort =
        find_sort(app->chosen.sort ? app->chosen.sort : app->config.sort);
    view->view.list = &view->list;
    list_init(&view->list);
    leaf_init(&view->preview, 1, NULL);
    app_push(app, &view->view);
    library_index_open(app);
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
    struct index *index = app->library.index;
    if (!view || !path)
        return;
    size_t row =
        catalogue_place(index, &view->catalogue, catalogue_find(index, path));
    if (row < view->catalogue.n)
        list_select(base, app, row);
}
