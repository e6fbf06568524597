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
    search_view_look_for(view, app, text);
}

static void done(struct view *base, struct app *app, const char *text)
{
    struct search_view *view = search_view_of(base);
    (void)text;
    if (view->view.stale)
        app_draw(app);
    search_view_choose(view, app);
}

/* There is nothing to go through: back to where one came from. */
static void cancelled(struct view *base, struct app *app)
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
    buf_add(out, app_bar().cols >= NARROW ? "Esc cancel " : "Esc");
}

static void note(struct view *base, struct app *app, struct buf *out)
{
    const struct search_view *view = search_view_of(base);
    int cols = app_bar().cols;
    (void)app;
    if (is_empty(view)) {
        note_empty(&base->prompt, out);
        return;
    }
    if (cols >= WIDE && view->results && view->results->n)
        buf_printf(out, "%zu%s found  ", view->results->n_found,
                   view->results->is_cut ? "+" : "");
    buf_add(out, cols >= WIDE     ? "Enter open  Esc list "
                 : cols >= NARROW ? "Enter open Esc list"
                                  : "Enter Esc");
}

void search_prompt_open(struct search_view *view)
{
    struct prompt *prompt = &view->view.prompt;
    static const struct prompt_ops wide = {
        .label = "Search: ",
        .is_kept = true,
        .in_list = true,
        .clicks = true,
        .changed = changed,
        .done = done,
        .cancelled = cancelled,
        .note = note,
    };
    static const struct prompt_ops narrow = {
        .label = "> ",
        .is_kept = true,
        .in_list = true,
        .clicks = true,
        .changed = changed,
        .done = done,
        .cancelled = cancelled,
        .note = note,
    };
    prompt_open(prompt, app_bar().cols >= NARROW ? &wide : &narrow,
                view->typed ? view->typed : "");
    prompt->replaces = true;
}
