/* "/" in an article: as one types, counted, round the end. */
#include "ui/article_view.h"

#include <stdlib.h>

#include "base/mem.h"

static void run(struct article_view *view, const char *query)
{
    find_finish(&view->find);
    view->match = NO_MATCH;
    if (!view->find_text)
        view->find_text = find_text_new(view->article);
    find_run(&view->find, view->find_text, query);
}

static void set_query(struct article_view *view, const char *query)
{
    char *copy = mem_strdup(query);
    free(view->query);
    view->query = copy;
}

void article_find_clear(struct article_view *view)
{
    free(view->query);
    view->query = NULL;
    find_finish(&view->find);
    view->match = NO_MATCH;
}

void article_find_again(struct article_view *view)
{
    run(view, view->query);
}

static void show_match(struct article_view *view, size_t match)
{
    view->match = match;
    article_show_text(view, view->find.matches[match].text_start);
}

/* From where "/" was pressed, so that a longer query may find nearer. */
static void changed(struct view *base, struct app *app, const char *text)
{
    struct article_view *view = article_view_of(base);
    (void)app;
    article_go(view, view->find_place);
    set_query(view, text);
    run(view, text);
    if (!view->find.n)
        return;
    size_t start = article_text_at(view->article, view->find_place);
    size_t match = find_next(&view->find, (uint32_t)start);
    show_match(view, match == SIZE_MAX ? 0 : match);
}

void article_find_set(struct article_view *view, const char *query)
{
    set_query(view, query);
    run(view, query);
    size_t start = article_text_at(view->article, view->place);
    view->match = find_next(&view->find, (uint32_t)start);
}

static void done(struct view *base, struct app *app, const char *text)
{
    struct article_view *view = article_view_of(base);
    size_t place = view->place;
    if (!*text) {
        article_find_next(view, app);
        return;
    }
    if (!view->find.n) {
        app_say(app, "\"%s\" is not in this article", text);
        article_find_clear(view);
        return;
    }
    view->place = view->find_place;
    history_remember(view);
    view->place = place;
}

static void cancelled(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    (void)app;
    article_find_clear(view);
    article_go(view, view->find_place);
}

static void note(struct view *base, struct app *app, struct buf *out)
{
    struct article_view *view = article_view_of(base);
    (void)app;
    if (!view->query || !*view->query)
        buf_add(out, "Enter keep  Esc cancel ");
    else if (view->match != NO_MATCH)
        buf_printf(out, "%zu of %zu  Enter keep  Esc cancel ", view->match + 1,
                   view->find.n);
    else
        buf_add(out, "not found  Esc cancel ");
}

void article_find_open(struct article_view *view, struct app *app)
{
    static const struct prompt_ops ops = {
        .label = "Find: ",
        .changed = changed,
        .done = done,
        .cancelled = cancelled,
        .note = note,
    };
    view->find_place = view->place;
    view->focus = NO_FOCUS;
    prompt_open(&app->prompt, &ops, &view->view, "");
}

static void step(struct article_view *view, struct app *app, bool ahead)
{
    if (!view->query) {
        app_say(app, "nothing to find yet: / finds");
        return;
    }
    if (!view->find.n) {
        app_say(app, "\"%s\" is no longer in this article", view->query);
        return;
    }
    size_t from = article_text_at(view->article, view->place);
    if (view->match != NO_MATCH)
        from = view->find.matches[view->match].text_start + (ahead ? 1 : 0);
    size_t match = ahead ? find_next(&view->find, (uint32_t)from)
                         : find_previous(&view->find, (uint32_t)from);
    if (match == SIZE_MAX) {
        match = ahead ? 0 : view->find.n - 1;
        app_say(app, ahead ? "from the start again" : "from the end again");
    }
    show_match(view, match);
}

void article_find_next(struct article_view *view, struct app *app)
{
    step(view, app, true);
}

void article_find_previous(struct article_view *view, struct app *app)
{
    step(view, app, false);
}
