/* Searching the library: keys and state. */
#include "ui/search_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strs.h"
#include "search/snippet.h"
#include "ui/article_view.h"

#define RESULTS_MAX 30
#define WORD_BYTES 200 /* looked at for the word to be highlighted */

static void search(struct search_view *view, struct app *app, bool quick)
{
    const struct search_options options = {
        .n_max = RESULTS_MAX,
        .as_typed = view->as_typed,
        .quick = quick,
        .stop = quick ? NULL : app_key_waits,
        .context = app,
    };
    struct search_results *results =
        search_run(app->searching.index, view->typed, &options);
    if (results->mended)
        searching_changed(app);
    if (results->stopped) {
        search_results_free(results);
        return;
    }
    search_results_free(view->results);
    view->results = results;
    view->is_quick = quick;
    view->view.stale = true;
}

static void set_typed(struct search_view *view, const char *text)
{
    char *copy = mem_strdup(text);
    free(view->typed);
    view->typed = copy;
}

static void search_anew(struct search_view *view, struct app *app)
{
    view->has_moved = false;
    view->top = 0;
    search(view, app, true);
}

static void changed(struct view *base, struct app *app, const char *text)
{
    struct search_view *view = search_view_of(base);
    set_typed(view, text);
    view->as_typed = false;
    search_anew(view, app);
}

/* A word as the section has it, so that n and N find it again. */
static char *word_to_find(const struct article *article,
                          const struct search_result *result,
                          const struct search_results *results)
{
    struct snippet snippet;
    char *word = NULL;
    snippet_init(&snippet, article, result, results,
                 &(struct snippet_options){.n_bytes = WORD_BYTES});
    if (snippet.n_marks)
        word = mem_strndup(snippet.text.data + snippet.marks[0].start,
                           snippet.marks[0].end - snippet.marks[0].start);
    snippet_finish(&snippet);
    return word;
}

/* Lands on the section, its words highlighted. */
static void open_result(struct search_view *view, struct app *app,
                        const struct search_result *result)
{
    article_view_open(app, result->path, KIND_NONE);
    struct article_view *article = article_view_of(app->top);
    if (article->is_start)
        article_load_rest(article, app);
    if (!article->article)
        return;
    article_go(article, result->place);
    char *word = word_to_find(article->article, result, view->results);
    if (word)
        article_find_set(article, word);
    free(word);
}

static void choose(struct search_view *view, struct app *app)
{
    if (view->selected < 0 || view->selected >= view->leaf.n_items)
        return;
    size_t item = view->items[view->selected];
    if (item == AS_TYPED) {
        view->as_typed = true;
        search_anew(view, app);
    } else if (item < view->results->n) {
        open_result(view, app, &view->results->items[item]);
    }
}

static void done(struct view *base, struct app *app, const char *text)
{
    struct search_view *view = search_view_of(base);
    (void)text;
    if (view->view.stale)
        app_draw(app);
    choose(view, app);
}

static void note(struct view *base, struct app *app, struct buf *out)
{
    const struct search_view *view = search_view_of(base);
    (void)app;
    if (view->results && view->results->n)
        buf_printf(out, "%zu%s found  ", view->results->n_found,
                   view->results->is_cut ? "+" : "");
    buf_add(out, "Enter open  Esc list ");
}

static void type(struct search_view *view, struct app *app)
{
    static const struct prompt_ops ops = {
        .label = "Search: ",
        .changed = changed,
        .done = done,
        .note = note,
    };
    prompt_open(&app->prompt, &ops, &view->view,
                view->typed ? view->typed : "");
}

static void select_by(struct search_view *view, long items)
{
    long selected = view->selected + items, last = view->leaf.n_items - 1;
    view->has_moved = true;
    view->selected = (int)(selected > last ? last : selected);
    if (view->selected < 0)
        view->selected = 0;
}

static bool search_act(struct view *base, struct app *app, enum action action,
                       const struct event *event)
{
    struct search_view *view = search_view_of(base);
    long page = view->list.rows > 8 ? view->list.rows / 4 : 2;
    (void)event;
    switch (action) {
    case ACTION_DOWN: select_by(view, 1); return true;
    case ACTION_UP: select_by(view, -1); return true;
    case ACTION_PAGE_DOWN: select_by(view, page); return true;
    case ACTION_PAGE_UP: select_by(view, -page); return true;
    case ACTION_HALF_DOWN: select_by(view, (page + 1) / 2); return true;
    case ACTION_HALF_UP: select_by(view, -(page + 1) / 2); return true;
    case ACTION_START: select_by(view, -view->leaf.n_items); return true;
    case ACTION_END: select_by(view, view->leaf.n_items); return true;
    case ACTION_ENTER: choose(view, app); return true;
    case ACTION_SEARCH: type(view, app); return true;
    default: return false;
    }
}

static bool search_pointer(struct view *base, struct app *app,
                           const struct event *event)
{
    struct search_view *view = search_view_of(base);
    long row = event->row - view->list.row;
    size_t leaf_row = view->top + (size_t)(row < 0 ? 0 : row);
    if (event->pointer == POINTER_WHEEL_UP) {
        select_by(view, -1);
    } else if (event->pointer == POINTER_WHEEL_DOWN) {
        select_by(view, 1);
    } else if (row >= 0 && row < view->list.rows &&
               leaf_row < view->leaf.n_rows &&
               view->leaf.rows[leaf_row].item != NO_ITEM) {
        bool here = view->selected == view->leaf.rows[leaf_row].item;
        view->selected = view->leaf.rows[leaf_row].item;
        view->has_moved = true;
        if (here)
            choose(view, app);
    }
    return true;
}

/* The full ranking, after the first results were drawn. */
static bool search_work(struct view *base, struct app *app)
{
    struct search_view *view = search_view_of(base);
    if (!view->is_quick || app_key_waits(app))
        return false;
    search(view, app, false);
    return !view->is_quick;
}

static void search_describe(struct view *base, struct app *app,
                            struct status *out)
{
    static const struct hint hints[] = {
        {{ACTION_UP, ACTION_DOWN}, "select"},
        {{ACTION_ENTER}, NULL},
        {{ACTION_SEARCH}, NULL},
        {{ACTION_HELP}, NULL},
        {{ACTION_CLOSE}, NULL},
        {{ACTION_NONE}, NULL},
    };
    const struct search_view *view = search_view_of(base);
    (void)app;
    if (view->leaf.n_items)
        buf_printf(&out->place, "%d of %d", view->selected + 1,
                   view->leaf.n_items);
    out->hints = hints;
}

static void search_close(struct view *base)
{
    struct search_view *view = search_view_of(base);
    search_results_free(view->results);
    leaf_finish(&view->leaf);
    free(view->typed);
    free(view);
}

static const struct view_ops search_ops = {
    .name = "search",
    .where = IN_SEARCH,
    .draw = search_draw,
    .describe = search_describe,
    .act = search_act,
    .pointer = search_pointer,
    .work = search_work,
    .close = search_close,
};

struct search_view *search_view_of(struct view *view)
{
    return view && view->ops == &search_ops ? (struct search_view *)view : NULL;
}

void search_view_open(struct app *app)
{
    if (!searching_open(app))
        return;
    searching_follow(app);
    struct search_view *view = mem_calloc(1, sizeof *view);
    view->view.ops = &search_ops;
    leaf_init(&view->leaf, 1, app->canvas.charset);
    app_push(app, &view->view);
    type(view, app);
}

void search_view_progress(struct app *app)
{
    struct search_view *view = search_view_of(app_reading(app));
    if (view && view->typed)
        search(view, app, true);
}
