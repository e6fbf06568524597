/* Typing what is searched, and what was searched before in this session. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/strs.h"
#include "ui/search_view.h"

#define WIDE 60
#define NARROW 40 /* below, room for no word besides keys */

static bool is_empty(const struct search_view *view)
{
    return !view->typed || !*view->typed;
}

static void changed(struct view *base, struct app *app, const char *text)
{
    struct search_view *view = search_view_of(base);
    view->n_back = 0;
    search_view_look_for(view, app, text);
}

static void done(struct view *base, struct app *app, const char *text)
{
    struct search_view *view = search_view_of(base);
    (void)text;
    search_prompt_keep(view, app);
    if (view->view.stale)
        app_draw(app);
    search_view_choose(view, app);
}

/* There is nothing to go through: back to where one came from. */
static void cancelled(struct view *base, struct app *app)
{
    struct search_view *view = search_view_of(base);
    search_prompt_keep(view, app);
    if (is_empty(view) && view->view.below)
        app_pop(app);
}

static void note_empty(struct app *app, struct buf *out)
{
    if (app_bar().cols >= WIDE && app->searching.queries.n)
        buf_add(out, "Up earlier  ");
    buf_add(out, app_bar().cols >= NARROW ? "Esc cancel " : "Esc");
}

static void note(struct view *base, struct app *app, struct buf *out)
{
    const struct search_view *view = search_view_of(base);
    int cols = app_bar().cols;
    if (is_empty(view)) {
        note_empty(app, out);
        return;
    }
    if (cols >= WIDE && view->results && view->results->n)
        buf_printf(out, "%zu%s found  ", view->results->n_found,
                   view->results->is_cut ? "+" : "");
    buf_add(out, cols >= WIDE     ? "Enter open  Esc list "
                 : cols >= NARROW ? "Enter open Esc list"
                                  : "Enter Esc");
}

static void open_with(struct search_view *view, struct app *app,
                      const char *text)
{
    static const struct prompt_ops wide = {
        .label = "Search: ",
        .clicks = true,
        .changed = changed,
        .done = done,
        .cancelled = cancelled,
        .note = note,
    };
    static const struct prompt_ops narrow = {
        .label = "> ",
        .clicks = true,
        .changed = changed,
        .done = done,
        .cancelled = cancelled,
        .note = note,
    };
    prompt_open(&app->prompt, app_bar().cols >= NARROW ? &wide : &narrow,
                &view->view, text);
}

void search_prompt_open(struct search_view *view, struct app *app)
{
    open_with(view, app, view->typed ? view->typed : "");
    app->prompt.replaces = true;
}

bool search_prompt_is_open(const struct search_view *view,
                           const struct app *app)
{
    return app->prompt.ops && app->prompt.view == &view->view;
}

static void go_to(struct search_view *view, struct app *app, size_t n_back)
{
    const struct strs *queries = &app->searching.queries;
    const char *text = n_back ? queries->items[queries->n - n_back] : "";
    view->n_back = n_back;
    open_with(view, app, text);
    search_view_look_for(view, app, text);
}

bool search_prompt_back(struct search_view *view, struct app *app)
{
    const struct strs *queries = &app->searching.queries;
    size_t n_back = view->n_back + 1;
    while (n_back <= queries->n &&
           str_equal(queries->items[queries->n - n_back], view->typed))
        n_back++;
    if (n_back > queries->n)
        return false;
    go_to(view, app, n_back);
    return true;
}

bool search_prompt_forward(struct search_view *view, struct app *app)
{
    if (!view->n_back)
        return false;
    go_to(view, app, view->n_back - 1);
    return true;
}

void search_prompt_keep(const struct search_view *view, struct app *app)
{
    struct strs *queries = &app->searching.queries;
    if (!is_empty(view) &&
        !(queries->n && str_equal(queries->items[queries->n - 1], view->typed)))
        strs_add(queries, view->typed);
}
