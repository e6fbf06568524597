/* Searching the library: keys and state. */
#include "ui/search_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strs.h"
#include "ui/article_view.h"
#include "ui/library_view.h"

/* Lands on the section, its words highlighted. */
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
    const struct search_result *result =
        search_view_result(view, view->selected);
    if (result) {
        open_result(view, app, result);
    } else if (view->selected >= 0 && view->selected < view->leaf.n_items) {
        view->as_typed = view->items[view->selected] == AS_TYPED;
        search_view_again(view, app);
    }
}

static void select_by(struct search_view *view, long items)
{
    long selected = view->selected + items, last = view->leaf.n_items - 1;
    view->has_moved = true;
    view->wants_end = false;
    view->selected = (int)(selected > last ? last : selected);
    if (view->selected < 0)
        view->selected = 0;
    /* At the end there are more, which come when there is time. */
    if (view->selected == last)
        search_view_more(view);
}

static void go_to_end(struct search_view *view)
{
    select_by(view, view->leaf.n_items);
    search_view_all(view);
}

static bool result_before(const struct search_view *view)
{
    for (int i = 0; i < view->selected; i++)
        if (search_view_result(view, i))
            return true;
    return false;
}

/* While one types, up from the best result leads to what was typed before. */
static bool go_back(struct search_view *view, struct app *app)
{
    return !result_before(view) && prompt_back(&view->view.prompt, app);
}

static bool go_forward(struct search_view *view, struct app *app)
{
    return !view->has_moved && prompt_forward(&view->view.prompt, app);
}

static void go_up(struct search_view *view, struct app *app)
{
    if (!go_back(view, app))
        select_by(view, -1);
}

static void go_down(struct search_view *view, struct app *app)
{
    if (!go_forward(view, app))
        select_by(view, 1);
}

static bool search_act(struct view *base, struct app *app, enum action action,
                       const struct event *event)
{
    struct search_view *view = search_view_of(base);
    long page = view->list.rows > 8 ? view->list.rows / 4 : 2;
    (void)event;
    switch (action) {
    case ACTION_DOWN: go_down(view, app); return true;
    case ACTION_UP: go_up(view, app); return true;
    case ACTION_PAGE_DOWN: select_by(view, page); return true;
    case ACTION_PAGE_UP: select_by(view, -page); return true;
    case ACTION_HALF_DOWN: select_by(view, (page + 1) / 2); return true;
    case ACTION_HALF_UP: select_by(view, -(page + 1) / 2); return true;
    case ACTION_START: select_by(view, -view->leaf.n_items); return true;
    case ACTION_END: go_to_end(view); return true;
    case ACTION_ENTER: search_view_choose(view, app); return true;
    case ACTION_FIND_NEXT: select_by(view, 1); return true;
    case ACTION_FIND_PREVIOUS: select_by(view, -1); return true;
    case ACTION_FIND:
    case ACTION_SEARCH: search_prompt_open(view); return true;
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
               event->col < view->list.col + view->list.cols &&
               leaf_row < view->leaf.n_rows &&
               view->leaf.rows[leaf_row].item != NO_ITEM) {
        bool here = view->selected == view->leaf.rows[leaf_row].item;
        view->selected = view->leaf.rows[leaf_row].item;
        view->has_moved = true;
        if (!here)
            return true;
        prompt_keep(&view->view.prompt, view->typed);
        prompt_close(&view->view.prompt);
        search_view_choose(view, app);
    }
    return true;
}

/* Which of the results is selected; lines that tell of changes are none. */
static void describe_place(const struct search_view *view, struct buf *out)
{
    size_t n = 0;
    for (int i = 0; i <= view->selected; i++)
        n += search_view_result(view, i) != NULL;
    if (n)
        buf_printf(out, "%zu of %zu%s", n, view->results->n_found,
                   view->results->is_cut ? "+" : "");
}

static void search_describe(struct view *base, struct app *app,
                            struct status *out)
{
    static const struct hint hints[] = {
        {{ACTION_UP, ACTION_DOWN}, "select", 1},
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
    free(view->items);
    free(view->kept_path);
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
    .work = search_view_work,
    .close = search_close,
};

struct search_view *search_view_of(struct view *view)
{
    return view && view->ops == &search_ops ? (struct search_view *)view : NULL;
}

static struct search_view *push(struct app *app)
{
    if (!searching_open(app))
        return NULL;
    searching_follow(app);
    struct search_view *view = mem_calloc(1, sizeof *view);
    view->view.ops = &search_ops;
    view->n_articles = NOT_COUNTED;
    leaf_init(&view->leaf, 1, app->canvas.charset);
    app_push(app, &view->view);
    return view;
}

void search_view_open(struct app *app)
{
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
    app_say(app, "no article is called \"%s\": searching for it", text);
}

void search_view_follow(struct view *base, const char *path, size_t section)
{
    struct search_view *view = search_view_of(base);
    int found = NO_ITEM;
    for (int i = 0; view && i < view->leaf.n_items; i++) {
        const struct search_result *result = search_view_result(view, i);
        if (result && str_equal(result->path, path) &&
            (found == NO_ITEM || result->section == section))
            found = i;
    }
    if (found == NO_ITEM)
        return;
    view->selected = found;
    view->has_moved = true;
}
