/* The view of a search: prompt, keys, state. */
#include "ui/search_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "ui/article_view.h"
#include "ui/compare_view.h"
#include "ui/library_view.h"

#define WIDE 60
#define NARROW 40 /* below this width hints are bare keys */

static bool is_empty(const struct search_view *view)
{
    return !view->typed || !*view->typed;
}

static void prompt_changed(struct view *base, struct app *app, const char *text)
{
    struct search_view *view = search_view_of(base);
    search_view_look_for(view, app, text);
}

static void prompt_done(struct view *base, struct app *app, const char *text)
{
    struct search_view *view = search_view_of(base);
    (void)text;
    if (view->view.stale)
        app_draw(app);
    search_view_choose(view, app);
}

/* Esc without results goes back to the view below. */
static void prompt_cancelled(struct view *base, struct app *app)
{
    struct search_view *view = search_view_of(base);
    if (!is_empty(view))
        prompt_keep(&base->prompt, view->typed);
    else if (view->view.below)
        app_pop(app);
}

static void note_empty(const struct prompt *prompt, struct buf *out)
{
    if (app_bar().cols >= WIDE)
        prompt_note_kept(prompt, out);
    buf_add(out, app_bar().cols >= NARROW ? _("Esc cancel ") : _("Esc"));
}

static void prompt_note(struct view *base, struct app *app, struct buf *out)
{
    const struct search_view *view = search_view_of(base);
    int cols = app_bar().cols;
    (void)app;
    if (is_empty(view)) {
        note_empty(&base->prompt, out);
        return;
    }
    if (cols >= WIDE && view->results && view->results->n)
        buf_printf(out, _("%zu%s found  "), view->results->n_found,
                   view->results->is_cut ? "+" : "");
    buf_add(out, cols >= WIDE     ? _("Enter open  Esc list ")
                 : cols >= NARROW ? _("Enter open Esc list")
                                  : _("Enter Esc"));
}

void search_prompt_open(struct search_view *view)
{
    struct prompt *prompt = &view->view.prompt;
    static const struct prompt_ops wide = {
        .label = N_("Search: "),
        .is_kept = true,
        .in_list = true,
        .clicks = true,
        .changed = prompt_changed,
        .done = prompt_done,
        .cancelled = prompt_cancelled,
        .note = prompt_note,
    };
    static const struct prompt_ops narrow = {
        .label = "> ",
        .is_kept = true,
        .in_list = true,
        .clicks = true,
        .changed = prompt_changed,
        .done = prompt_done,
        .cancelled = prompt_cancelled,
        .note = prompt_note,
    };
    prompt_open(prompt, app_bar().cols >= NARROW ? &wide : &narrow,
                view->typed ? view->typed : "");
    prompt->replaces = true;
}

/* Opens the article at the section, with the words highlighted. */
static void open_result(struct search_view *view, struct app *app,
                        const struct search_result *result)
{
    article_view_open(app, result->path, KIND_NONE);
    struct article_view *reader = article_view_of(app->top);
    if (reader->is_start)
        article_load_rest(reader, app);
    if (!reader->article)
        return;
    article_go(reader, result->place);
    article_words_set(reader, view->results);
}

void search_view_choose(struct search_view *view, struct app *app)
{
    size_t item = view->list.selected;
    const struct search_result *result = search_view_result(view, item);
    if (result) {
        open_result(view, app, result);
    } else if (item < view->list.n_items) {
        view->as_typed = view->items[item] == AS_TYPED;
        search_view_again(view, app);
    }
}

/* More results are searched for in idle time. */
static void list_more(struct view *base, struct app *app, bool all)
{
    struct search_view *view = search_view_of(base);
    (void)app;
    if (all)
        search_view_all(view);
    else
        search_view_more(view);
}

static void list_selected(struct view *base, struct app *app, size_t item)
{
    struct search_view *view = search_view_of(base);
    (void)app;
    view->has_moved = true;
    if (item + 1 != view->list.n_items)
        view->wants_end = false;
}

static void list_chosen(struct view *base, struct app *app, size_t item)
{
    (void)item;
    if (prompt_is_open(&base->prompt)) {
        prompt_keep(&base->prompt, search_view_of(base)->typed);
        prompt_close(&base->prompt);
    }
    search_view_choose(search_view_of(base), app);
}

static void open_prompt(struct view *base, struct app *app)
{
    (void)app;
    search_prompt_open(search_view_of(base));
}

static void pick(struct view *base, struct app *app)
{
    struct search_view *view = search_view_of(base);
    const struct search_result *result =
        search_view_result(view, view->list.selected);
    if (!result)
        return;
    compare_pick(app, result->path, result->title);
    base->stale = true;
}

static void compare(struct view *base, struct app *app)
{
    struct search_view *view = search_view_of(base);
    const struct search_result *result =
        search_view_result(view, view->list.selected);
    char *path = mem_strdup(result ? result->path : NULL);
    compare_picked(app, path);
    free(path);
}

static const struct view_action actions[] = {
    {ACTION_FIND, open_prompt},    {ACTION_SEARCH, open_prompt},
    {ACTION_FIND_NEXT, list_next}, {ACTION_FIND_PREVIOUS, list_previous},
    {ACTION_PICK, pick},           {ACTION_COMPARE, compare},
    {ACTION_NONE, NULL},
};

/* The number of the selected result; notes do not count. */
static void describe_place(const struct search_view *view, struct buf *out)
{
    size_t n = 0;
    for (size_t i = 0; i <= view->list.selected && i < view->list.n_items; i++)
        n += search_view_result(view, i) != NULL;
    if (n)
        buf_printf(out, _("%zu of %zu%s"), n, view->results->n_found,
                   view->results->is_cut ? "+" : "");
}

static void search_describe(struct view *base, struct app *app,
                            struct status *out)
{
    static const struct hint hints[] = {
        {{ACTION_UP, ACTION_DOWN}, N_("select"), 1},
        {{ACTION_ENTER}, NULL},
        {{ACTION_SEARCH}, NULL},
        {{ACTION_HELP}, NULL},
        {{ACTION_CLOSE}, NULL},
        {{ACTION_NONE}, NULL},
    };
    const struct search_view *view = search_view_of(base);
    (void)app;
    describe_place(view, &out->place);
    out->hints = hints;
}

static void search_close(struct view *base)
{
    struct search_view *view = search_view_of(base);
    search_results_free(view->results);
    search_preview_drop(&view->preview);
    leaf_finish(&view->leaf);
    list_finish(&view->list);
    free(view->items);
    free(view->kept_path);
    free(view->typed);
    free(view);
}

static const struct list_ops search_list = {
    .marks_head = true,
    .select = list_selected,
    .more = list_more,
    .choose = list_chosen,
};

const struct view_ops search_view_ops = {
    .name = "search",
    .where = IN_SEARCH,
    .actions = actions,
    .list = &search_list,
    .draw = search_draw,
    .describe = search_describe,
    .work = search_view_work,
    .close = search_close,
};

struct search_view *search_view_of(struct view *view)
{
    return view && view->ops == &search_view_ops ? (struct search_view *)view
                                                 : NULL;
}

static struct search_view *push(struct app *app)
{
    if (!library_index_open(app))
        return NULL;
    library_index_follow(app);
    struct search_view *view = mem_calloc(1, sizeof *view);
    view->view.ops = &search_view_ops;
    view->n_articles = NOT_COUNTED;
    view->view.list = &view->list;
    list_init(&view->list);
    leaf_init(&view->leaf, 1, app->canvas.charset);
    app_push(app, &view->view);
    return view;
}

void search_view_open(struct view *from, struct app *app)
{
    (void)from;
    struct search_view *view = push(app);
    if (view)
        search_prompt_open(view);
}

void search_view_open_with(struct app *app, const char *text)
{
    struct search_view *view = push(app);
    if (!view) {
        library_view_open(app);
        return;
    }
    search_view_look_for(view, app, text);
    prompt_keep(&view->view.prompt, text);
    app_say(app, _("no article is called \"%s\": searching for it"), text);
}

void search_view_follow(struct view *base, struct app *app, const char *path,
                        size_t section)
{
    struct search_view *view = search_view_of(base);
    size_t found = LIST_NONE;
    for (size_t i = 0; view && i < view->list.n_items; i++) {
        const struct search_result *result = search_view_result(view, i);
        if (result && str_equal(result->path, path) &&
            (found == LIST_NONE || result->section == section))
            found = i;
    }
    if (found != LIST_NONE)
        list_select(base, app, found);
}
