/* The status line of an article: the place, and hints for the keys that matter
 * there. */
#include "ui/article_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/i18n.h"

#define PAD_COLS 76
#define HINTS_CELLS 34 /* "Enter show source  ! emergency", and a cut */
#define WALK_CELLS 18  /* "n next  Esc stop" and the sign for a cut */
#define NARROW_COLS 56 /* without the dot one more hint fits */

static const struct hint reading[] = {
    {{ACTION_PREVIOUS_SECTION, ACTION_NEXT_SECTION}, N_("section"), 1},
    {{ACTION_BACK}, N_("back")},
    {{ACTION_KINDS}, NULL},
    {{ACTION_EMERGENCY}, NULL},
    {{ACTION_FIND}, NULL},
    {{ACTION_PAGE_DOWN}, NULL},
    {{ACTION_SEARCH}, N_("search all")},
    {{ACTION_OUTLINE}, NULL},
    {{ACTION_NEXT_LINK}, NULL},
    {{ACTION_SOURCES}, NULL},
    {{ACTION_DEFINE}, N_("words")},
    {{ACTION_HELP}, NULL},
    {{ACTION_CLOSE}, NULL},
    {{ACTION_NONE}, NULL},
};

/* Narrow screens have room for these. */
static const struct hint narrow_reading[] = {
    {{ACTION_KINDS}, NULL},      {{ACTION_EMERGENCY}, NULL},
    {{ACTION_BACK}, N_("back")}, {{ACTION_HELP}, NULL},
    {{ACTION_CLOSE}, NULL},      {{ACTION_NONE}, NULL},
};

static const struct hint one_section[] = {
    {{ACTION_PAGE_DOWN}, NULL}, {{ACTION_BACK}, N_("back")},
    {{ACTION_EMERGENCY}, NULL}, {{ACTION_FIND}, NULL},
    {{ACTION_NEXT_LINK}, NULL}, {{ACTION_SOURCES}, NULL},
    {{ACTION_HELP}, NULL},      {{ACTION_CLOSE}, NULL},
    {{ACTION_NONE}, NULL},
};

static const struct hint found[] = {
    {{ACTION_FIND_NEXT}, NULL},     {{ACTION_FIND_PREVIOUS}, N_("previous")},
    {{ACTION_ESCAPE}, N_("clear")}, {{ACTION_EMERGENCY}, NULL},
    {{ACTION_HELP}, NULL},          {{ACTION_CLOSE}, NULL},
    {{ACTION_NONE}, NULL},
};

static const struct hint walking[] = {
    {{ACTION_FIND_NEXT}, NULL}, {{ACTION_FIND_PREVIOUS}, N_("previous")},
    {{ACTION_HELP}, NULL},      {{ACTION_ESCAPE}, N_("stop")},
    {{ACTION_NONE}, NULL},
};

/* Reading on comes first: the next place must not be the only way. */
static const struct hint narrow_walking[] = {
    {{ACTION_PAGE_DOWN}, N_("more")},
    {{ACTION_FIND_NEXT}, NULL},
    {{ACTION_ESCAPE}, N_("stop")},
    {{ACTION_NONE}, NULL},
};

static const struct hint narrow_found[] = {
    {{ACTION_FIND_NEXT}, NULL},
    {{ACTION_HELP}, NULL},
    {{ACTION_ESCAPE}, N_("clear")},
    {{ACTION_NONE}, NULL},
};

static const struct hint narrow_focused[] = {
    {{ACTION_ENTER}, NULL},
    {{ACTION_EMERGENCY}, NULL},
    {{ACTION_ESCAPE}, N_("back")},
    {{ACTION_NONE}, NULL},
};

static const struct hint highlighting[] = {
    {{ACTION_UP, ACTION_DOWN}, N_("move"), 1},
    {{ACTION_HIGHLIGHT}, N_("add next sentence")},
    {{ACTION_ESCAPE}, N_("keep")},
    {{ACTION_UNDO}, N_("remove")},
    {{ACTION_NONE}, NULL},
};

static const struct hint focused[] = {
    {{ACTION_ENTER}, NULL},
    {{ACTION_EMERGENCY}, NULL},
    {{ACTION_NEXT_LINK}, N_("next")},
    {{ACTION_ESCAPE}, N_("back")},
    {{ACTION_NONE}, NULL},
};

static const struct hint sheet[] = {
    {{ACTION_WRITE}, N_("save")},
    {{ACTION_COPY}, N_("copy")},
    {{ACTION_BOOKMARKS}, N_("edit notes")},
    {{ACTION_HELP}, NULL},
    {{ACTION_CLOSE}, NULL},
    {{ACTION_NONE}, NULL},
};

static const struct hint problem[] = {
    {{ACTION_RELOAD}, N_("try again")},
    {{ACTION_HELP}, NULL},
    {{ACTION_CLOSE}, NULL},
    {{ACTION_NONE}, NULL},
};

static const struct hint *hints_for(const struct article_view *view)
{
    bool narrow = app_body().cols < NARROW_COLS;
    if (!view->article)
        return problem;
    if (view->highlight.is_open)
        return highlighting;
    if (article_focused(view))
        return narrow ? narrow_focused : focused;
    if (view->walk.n)
        return narrow ? narrow_walking : walking;
    if (view->find.n)
        return narrow ? narrow_found : found;
    if (view->article->is_personal)
        return sheet;
    if (view->article->n_sections < 2)
        return one_section;
    return narrow ? narrow_reading : reading;
}

static bool shows_terms(struct article_view *view, struct app *app)
{
    struct term_mark_list list = {0};
    article_terms_shown(view, app, &list);
    free(list.items);
    return list.n > 0;
}

static bool is_wanted(struct article_view *view, struct app *app,
                      enum action action)
{
    const struct article *article = view->article;
    switch (action) {
    case ACTION_DEFINE: return shows_terms(view, app);
    case ACTION_BACK: return article_history_leads_elsewhere(view);
    case ACTION_NEXT_LINK:
        return article && (article->n_links || article->n_references);
    default: return true;
    }
}

/* Leaves out hints for actions that would do nothing. */
static void choose_hints(struct article_view *view, struct app *app)
{
    size_t n = 0;
    for (const struct hint *hint = hints_for(view);
         hint->actions[0] != ACTION_NONE; hint++)
        if (is_wanted(view, app, hint->actions[0]))
            view->hints[n++] = *hint;
    view->hints[n] = (struct hint){{ACTION_NONE}, NULL};
}

static void add_place(struct article_view *view, const char *dot,
                      struct buf *out)
{
    size_t section = article_section_here(view);
    bool narrow = app_body().cols < NARROW_COLS;
    unsigned percent =
        article_at_end(view) ? 100 : layout_percent(view->layout, view->top);
    /* Padded to the width of 100%, so that the hints do not move; narrow
     * screens need the room. */
    bool pad = !view->find.n && app_body().cols >= PAD_COLS;
    if (pad)
        buf_add(out, percent < 10 ? "  " : percent < 100 ? " " : "");
    bool counts = section != NO_SECTION && view->article->n_sections > 1;
    if (counts)
        buf_printf(out, "%zu/%zu", section + 1, view->article->n_sections);
    if (counts && !narrow)
        buf_printf(out, " %s ", dot);
    if (!counts || !narrow)
        buf_printf(out, "%u%%", percent);
}

static void add_found(const struct article_view *view, const char *dot,
                      struct buf *out)
{
    bool first = !out->n_bytes;
    if (app_body().cols >= NARROW_COLS)
        buf_printf(out, "%s%s%s\"%s\" ", first ? "" : " ", first ? "" : dot,
                   first ? "" : " ", view->looked_for.query);
    if (view->match != NO_MATCH)
        buf_printf(out, _("%zu of %zu"), view->match + 1, view->find.n);
    else
        buf_printf(out, _("%zu found"), view->find.n);
}

/* Appends as much of the target as leaves room for the keys that belong to
 * it. */
static void add_target(const char *target, const struct app *app,
                       struct buf *out)
{
    int cols = app_body().cols;
    int room = cols - HINTS_CELLS;
    size_t n_bytes = strlen(target);
    size_t fits =
        grapheme_text_fit(target, n_bytes, room > 0 ? (size_t)room : 0);
    buf_add_n(out, target, fits);
    buf_add(out, fits < n_bytes ? draw_glyph(&app->canvas, GLYPH_CUT) : "");
}

/* "Side effects · 2 of 5". */
static void add_walk(const struct article_view *view, const struct app *app,
                     struct buf *out)
{
    struct buf count;
    buf_init(&count);
    buf_printf(&count, " %s ", draw_glyph(&app->canvas, GLYPH_DOT));
    buf_printf(&count, _("%zu of %zu"), view->walk.at + 1, view->walk.n);
    const char *label = article_kind_label(view->article, view->walk.kind);
    if (app_body().cols < NARROW_COLS) {
        buf_printf(out, _("%zu of %zu"), view->walk.at + 1, view->walk.n);
        buf_finish(&count);
        return;
    }
    int room =
        app_body().cols - WALK_CELLS - draw_cells(&app->canvas, count.data);
    size_t n_bytes = strlen(label);
    size_t fits =
        grapheme_text_fit(label, n_bytes, room > 0 ? (size_t)room : 0);
    buf_add_n(out, label, fits);
    buf_add(out, fits < n_bytes ? draw_glyph(&app->canvas, GLYPH_CUT) : "");
    buf_add(out, count.data);
    buf_finish(&count);
}

void article_describe(struct view *base, struct app *app, struct status *out)
{
    struct article_view *view = article_view_of(base);
    const char *dot = draw_glyph(&app->canvas, GLYPH_DOT);
    choose_hints(view, app);
    out->hints = view->hints;
    if (!view->article)
        return;
    if (view->highlight.is_open) {
        buf_add(&out->place, _("Highlight"));
        return;
    }
    if (article_focused(view)) {
        bool narrow = app_body().cols < NARROW_COLS;
        if (article_focused(view)->reference >= 0)
            out->enter = narrow ? N_("show") : N_("show source");
        if (narrow)
            return;
        add_target(article_target(view, app), app, &out->place);
        return;
    }
    if (view->walk.n) {
        add_walk(view, app, &out->place);
        return;
    }
    if (!view->article->is_personal &&
        (!view->find.n || app_body().cols >= PAD_COLS))
        add_place(view, dot, &out->place);
    if (view->find.n)
        add_found(view, dot, &out->place);
}
