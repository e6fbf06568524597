/* The history of places: back and forward to the exact spot. */
#include "ui/article_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"

struct article_place article_place_here(const struct article_view *view)
{
    return (struct article_place){mem_strdup(view->path), view->place,
                                  view->focus};
}

void article_history_finish(struct article_history *history)
{
    for (size_t i = 0; i < history->n; i++)
        free(history->places[i].path);
    history->n = history->at = 0;
}

static void drop_first(struct article_history *history)
{
    free(history->places[0].path);
    history->n--;
    memmove(history->places, history->places + 1,
            history->n * sizeof *history->places);
}

/* Drops the places ahead, as browsers do. */
void article_history_add(struct article_view *view, struct article_place place)
{
    struct article_history *history = &view->history;
    while (history->n > history->at)
        free(history->places[--history->n].path);
    if (history->n == HISTORY_MAX)
        drop_first(history);
    history->places[history->n++] = place;
    history->at = history->n;
    free(view->before_jump.path);
    view->before_jump = place;
    view->before_jump.path = mem_strdup(place.path);
}

void article_history_remember(struct article_view *view)
{
    article_history_add(view, article_place_here(view));
}

void article_place_go(struct article_view *view, struct app *app,
                      const struct article_place *place)
{
    struct error err;
    bool shown = view->article && str_equal(view->path, place->path);
    if (!shown && !article_view_load(view, app, place->path, &err)) {
        app_warn(app, "%s", err.message);
        return;
    }
    buf_clear(&app->message);
    article_go(view, place->source_offset);
    article_focus_set(view, place->focus);
}

/* The place that is left takes the slot of the one visited, so that the way
 * back is exact in both directions. */
static void step(struct article_view *view, struct app *app, bool ahead)
{
    struct article_history *history = &view->history;
    if (ahead ? history->at >= history->n : history->at == 0) {
        app_say(app, ahead ? _("Already at the newest place")
                           : _("No earlier place"));
        return;
    }
    size_t slot = ahead ? history->at : history->at - 1;
    struct article_place to = history->places[slot];
    history->places[slot] = article_place_here(view);
    history->at = ahead ? slot + 1 : slot;
    article_place_go(view, app, &to);
    free(to.path);
}

void article_history_forward(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    step(view, app, true);
}

bool article_history_leads_elsewhere(const struct article_view *view)
{
    const struct article_history *history = &view->history;
    return history->at > 0 &&
           !str_equal(history->places[history->at - 1].path, view->path);
}

/* From the first place it leads back to the list below. */
void article_history_back(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    if (view->history.at == 0 && view->view.below)
        app_pop(app);
    else
        step(view, app, false);
}
