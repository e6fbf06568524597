/* Goes to sections of a kind, and walks from one to the next: after a jump to
 * one of several, find-next and find-previous go on to the others. */
#include "ui/article_view.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "export/export.h"

#define EMERGENCIES_MAX 64

static void add_place(struct article_walk *walk, size_t place)
{
    walk->places =
        mem_grow(walk->places, walk->n, &walk->capacity, sizeof *walk->places);
    walk->places[walk->n++] = place;
}

static void add_emergencies(const struct article *article,
                            struct article_walk *walk)
{
    size_t places[EMERGENCIES_MAX];
    size_t n = article_find_emergencies(article, places, EMERGENCIES_MAX);
    for (size_t i = 0; i < n; i++)
        add_place(walk, places[i]);
}

/* All places of a kind: sections, subsections and alerts in the order of the
 * text, but emergency advice the most urgent first. Text before the first
 * heading is found as a section only. */
static void find_places(const struct article *article, enum kind kind,
                        struct article_walk *walk)
{
    *walk = (struct article_walk){.kind = kind};
    size_t section = article_section_of_kind(article, kind, NO_SECTION);
    size_t at = SIZE_MAX;
    if (kind == KIND_EMERGENCY)
        add_emergencies(article, walk);
    if (walk->n)
        return;
    if (section != NO_SECTION && !article->sections[section].title)
        add_place(walk, article->sections[section].source_start);
    while ((at = article_find_kind(article, kind, at)) != SIZE_MAX)
        add_place(walk, at);
}

/* The index of the place that an offset is; n if it is none. */
static size_t index_of(const struct article_walk *walk, size_t place)
{
    size_t i = 0;
    while (i < walk->n && walk->places[i] != place)
        i++;
    return i;
}

/* Where a jump leads: from a place of the kind to the next one, round the end;
 * from elsewhere to the first section, or else the first place. */
static size_t choose_place(const struct article_view *view,
                           const struct article_walk *walk)
{
    const struct article *article = view->article;
    size_t here = index_of(walk, view->place);
    size_t section = article_section_of_kind(article, walk->kind, NO_SECTION);
    if (here < walk->n)
        return (here + 1) % walk->n;
    if (section == NO_SECTION || walk->kind == KIND_EMERGENCY)
        return 0;
    here = index_of(walk, article->sections[section].source_start);
    return here < walk->n ? here : 0;
}

size_t article_kind_place(const struct article_view *view, enum kind kind)
{
    struct article_walk walk;
    find_places(view->article, kind, &walk);
    size_t place = walk.n ? walk.places[choose_place(view, &walk)] : SIZE_MAX;
    free(walk.places);
    return place;
}

void article_walk_end(struct article_view *view)
{
    free(view->walk.places);
    view->walk = (struct article_walk){0};
}

static void say_missing(struct article_view *view, struct app *app,
                        enum kind kind)
{
    struct buf text;
    buf_init(&text);
    export_kind_missing(view->article, kind, &text);
    while (text.n_bytes && text.data[text.n_bytes - 1] == '\n')
        buf_truncate(&text, text.n_bytes - 1);
    app_say(app, "%s", text.data);
    app->message_is_error = kind == KIND_EMERGENCY;
    buf_finish(&text);
}

/* Jumps to a place of a kind. One of several begins a walk. False if there is
 * none. */
static bool jump_kind(struct article_view *view, enum kind kind)
{
    struct article_walk walk;
    find_places(view->article, kind, &walk);
    article_walk_end(view);
    view->walk = walk;
    if (!walk.n)
        return false;
    view->walk.at = choose_place(view, &walk);
    article_jump(view, walk.places[view->walk.at]);
    if (walk.n == 1)
        article_walk_end(view);
    return true;
}

void article_jump_kind(struct article_view *view, struct app *app,
                       enum kind kind)
{
    if (jump_kind(view, kind))
        return;
    say_missing(view, app, kind);
    view->asked |= UINT64_C(1) << kind;
}

void article_emergency(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    if (!jump_kind(view, KIND_EMERGENCY) && !jump_kind(view, KIND_SEE_DOCTOR))
        say_missing(view, app, KIND_EMERGENCY);
}

void article_walk_step(struct article_view *view, struct app *app, bool ahead)
{
    struct article_walk *walk = &view->walk;
    size_t last = walk->n - 1;
    bool round = walk->at == (ahead ? last : 0);
    walk->at = round ? last - walk->at : ahead ? walk->at + 1 : walk->at - 1;
    article_jump(view, walk->places[walk->at]);
    if (round)
        app_say(app, ahead ? _("Continued from the first")
                           : _("Continued from the "
                               "last"));
}
