/* Bookmarks, notes, highlights and questions, the newest first. There may be
 * very many: those around the screen are read as they are needed. */
#include "ui/bookmarks_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "state/annotation.h"
#include "ui/article_keep.h"
#include "ui/list.h"
#include "ui/prompt.h"

#define ALL_MOTIVATIONS ((1u << ANNOTATION_N_MOTIVATIONS) - 1)
#define PAGE_ROWS 200
#define NARROW_COLS 56
#define KIND_CELLS 11 /* "Highlight" and a gap */

struct bookmarks_view {
    struct view view;
    struct list list;
    struct annotation_list page; /* from row first on */
    size_t first;
};

extern const struct view_ops bookmarks_view_ops;

static struct bookmarks_view *bookmarks_view_of(struct view *view)
{
    return (struct bookmarks_view *)view;
}

static void read_again(struct bookmarks_view *view, struct app *app)
{
    annotation_list_finish(&view->page);
    view->list.n_items = annotation_count(app->state, ALL_MOTIVATIONS);
    if (!view->list.n_items)
        view->list.selected = LIST_NONE;
    else if (view->list.selected == LIST_NONE)
        view->list.selected = 0;
    else if (view->list.selected >= view->list.n_items)
        view->list.selected = view->list.n_items - 1;
}

/* The annotation of a row; NULL if it has gone. */
static struct annotation *row_at(struct bookmarks_view *view, struct app *app,
                                 size_t row)
{
    if (row >= view->list.n_items)
        return NULL;
    if (row < view->first || row >= view->first + view->page.n) {
        annotation_list_finish(&view->page);
        view->first = row > PAGE_ROWS / 2 ? row - PAGE_ROWS / 2 : 0;
        annotation_list_newest(app->state, ALL_MOTIVATIONS, view->first,
                               PAGE_ROWS, &view->page);
    }
    return row < view->first + view->page.n
               ? &view->page.items[row - view->first]
               : NULL;
}

static const char *state_of(const struct annotation *annotation)
{
    if (annotation->motivation == ANNOTATION_QUESTIONING)
        return "";
    switch (annotation->status) {
    case ANCHOR_CHANGED: return _("text has changed");
    case ANCHOR_LOST: return _("no longer in the article");
    default: return "";
    }
}

static const char *kind_of(const struct annotation *annotation)
{
    switch (annotation->motivation) {
    case ANNOTATION_HIGHLIGHTING: return _("Highlight");
    case ANNOTATION_QUESTIONING: return _("Question");
    default: return *annotation->body ? _("Note") : _("Bookmark");
    }
}

/* The note, or the passage where there is none, then where it is: the note is
 * what a narrow screen has room for. */
static void add_row(const struct app *app, const struct annotation *annotation,
                    struct buf *out)
{
    const struct anchor *anchor = &annotation->anchor;
    const char *dot = draw_glyph(&app->canvas, GLYPH_DOT);
    const char *space = app->linear ? "" : " ";
    if (app->linear)
        dot = ",";
    if (annotation->motivation == ANNOTATION_QUESTIONING)
        buf_printf(out, _("No section on \"%s\" found"),
                   _(kind_get(annotation->kind)->label));
    else if (*annotation->body)
        buf_add(out, annotation->body);
    else
        buf_printf(out, "\"%s\"", anchor->exact);
    buf_printf(out, "%s%s %s", space, dot, annotation->title);
    if (*anchor->section &&
        (*annotation->body || !str_equal(anchor->section, anchor->exact)))
        buf_printf(out, "%s%s %s", space, dot, anchor->section);
}

/* "1 of 2. ask the nurse, Warfarin, Risks": the row in words. */
static void draw_linear(struct bookmarks_view *view, struct app *app,
                        size_t row, struct area area)
{
    const struct annotation *annotation = row_at(view, app, row);
    bool here = row == view->list.selected;
    struct buf text;
    buf_init(&text);
    list_add_number(&view->list, row, &text);
    if (annotation) {
        add_row(app, annotation, &text);
        const char *said = state_of(annotation);
        buf_printf(&text, "%s%s", *said ? ", " : "", said);
    }
    if (here)
        draw_cursor(&app->canvas, area.row, area.col);
    draw_text(&app->canvas, area, here ? STYLE_SELECTED : STYLE_TEXT,
              text.data);
    buf_finish(&text);
}

static void draw_row(struct view *base, struct app *app, size_t row,
                     struct area area)
{
    struct bookmarks_view *view = bookmarks_view_of(base);
    const struct annotation *annotation = row_at(view, app, row);
    bool here = row == view->list.selected;
    enum theme_style style = here ? STYLE_SELECTED : STYLE_TEXT;
    if (app->linear) {
        draw_linear(view, app, row, area);
        return;
    }
    if (here) {
        draw_fill(&app->canvas, area, style);
        draw_cursor(&app->canvas, area.row, area.col);
        draw_text(&app->canvas, area, style,
                  draw_glyph(&app->canvas, GLYPH_POINTER));
    }
    if (!annotation)
        return;
    area = area_right_of(area, 2);
    const char *said = state_of(annotation);
    int cells = draw_cells(&app->canvas, said);
    if (cells && cells + 20 < area.cols) {
        draw_text_right(&app->canvas, area, here ? style : STYLE_WARNING, said);
        area.cols -= cells + 2;
    }
    struct buf text;
    buf_init(&text);
    add_row(app, annotation, &text);
    if (area.cols >= NARROW_COLS) {
        draw_text(&app->canvas, area, here ? style : STYLE_DIM,
                  kind_of(annotation));
        area = area_right_of(area, KIND_CELLS);
    }
    draw_text(&app->canvas, area, style, text.data);
    buf_finish(&text);
}

static void draw(struct view *base, struct app *app)
{
    struct bookmarks_view *view = bookmarks_view_of(base);
    struct area body = app_body();
    struct buf facts;
    if (base->stale)
        read_again(view, app);
    base->stale = false;
    buf_init(&facts);
    buf_printf(&facts, _("%zu saved"), view->list.n_items);
    app_draw_bar(app, _("Bookmarks and notes"), facts.data);
    buf_finish(&facts);
    if (view->list.n_items) {
        list_draw(base, app, body);
        return;
    }
    body = area_right_of(area_below(body, 1), 2);
    draw_text(&app->canvas, body, STYLE_TEXT,
              _("No bookmarks yet. In an article, press a to set one."));
}

static void describe(struct view *base, struct app *app, struct status *out)
{
    static const struct hint hints[] = {
        {{ACTION_ENTER}, NULL},          {{ACTION_RENAME}, N_("edit note")},
        {{ACTION_DELETE}, N_("delete")}, {{ACTION_UNDO}, N_("undo")},
        {{ACTION_HELP}, NULL},           {{ACTION_CLOSE}, NULL},
        {{ACTION_NONE}, NULL},
    };
    /* A narrow screen has no room for the place, nor for what is known. */
    static const struct hint narrow[] = {
        {{ACTION_ENTER}, NULL},          {{ACTION_RENAME}, N_("edit")},
        {{ACTION_DELETE}, N_("delete")}, {{ACTION_CLOSE}, NULL},
        {{ACTION_NONE}, NULL},
    };
    static const struct hint narrow_undo[] = {
        {{ACTION_RENAME}, N_("edit")}, {{ACTION_DELETE}, N_("delete")},
        {{ACTION_UNDO}, N_("undo")},   {{ACTION_CLOSE}, NULL},
        {{ACTION_NONE}, NULL},
    };
    static const struct hint empty[] = {
        {{ACTION_UNDO}, N_("undo")},
        {{ACTION_HELP}, NULL},
        {{ACTION_CLOSE}, NULL},
        {{ACTION_NONE}, NULL},
    };
    const struct bookmarks_view *view = bookmarks_view_of(base);
    bool is_narrow = app_status().cols < NARROW_COLS;
    out->hints = !view->list.n_items ? empty
                 : !is_narrow        ? hints
                 : app->n_deleted    ? narrow_undo
                                     : narrow;
    if (view->list.n_items && !is_narrow)
        buf_printf(&out->place, _("%zu of %zu"), view->list.selected + 1,
                   view->list.n_items);
}

/* Opens the article at the passage; where that was not found, at its section or
 * the start, and says what it was. */
static void choose(struct view *base, struct app *app, size_t item)
{
    const struct annotation *found = row_at(bookmarks_view_of(base), app, item);
    struct annotation annotation;
    if (!found || !annotation_find(app->state, found->id, &annotation))
        return;
    article_view_open(app, annotation.path, KIND_NONE);
    article_keep_go(article_view_of(app->top), app, &annotation);
    annotation_finish(&annotation);
}

static void note_done(struct view *base, struct app *app, const char *text)
{
    struct bookmarks_view *view = bookmarks_view_of(base);
    const struct annotation *annotation =
        row_at(view, app, view->list.selected);
    struct error err;
    if (!annotation)
        return;
    if (annotation_set_body(app->state, annotation->id, text, &err))
        app_say(app, _("Note saved"));
    else
        app_warn(app, _("Not saved: %s"), err.message);
    article_keep_tell(app);
    read_again(view, app);
}

static void rename_note(struct view *base, struct app *app)
{
    static const struct prompt_ops ops = {.label = N_("Note: "),
                                          .done = note_done};
    struct bookmarks_view *view = bookmarks_view_of(base);
    const struct annotation *annotation =
        row_at(view, app, view->list.selected);
    if (annotation && strlen(annotation->body) > PROMPT_MAX_BYTES)
        app_say(app, _("This note is too long to edit here"));
    else if (annotation)
        prompt_open(&base->prompt, &ops, annotation->body);
}

static void delete_one(struct view *base, struct app *app)
{
    struct bookmarks_view *view = bookmarks_view_of(base);
    struct annotation *annotation = row_at(view, app, view->list.selected);
    if (annotation && article_keep_delete(app, annotation))
        read_again(view, app);
}

static void undo(struct view *base, struct app *app)
{
    article_keep_undo(base, app);
    read_again(bookmarks_view_of(base), app);
}

static void close_view(struct view *base)
{
    struct bookmarks_view *view = bookmarks_view_of(base);
    annotation_list_finish(&view->page);
    list_finish(&view->list);
    free(view);
}

static const struct view_action actions[] = {
    {ACTION_RENAME, rename_note},
    {ACTION_DELETE, delete_one},
    {ACTION_UNDO, undo, true},
    {ACTION_NONE, NULL},
};

static const struct list_ops list = {.draw = draw_row, .choose = choose};

const struct view_ops bookmarks_view_ops = {
    .name = "bookmarks",
    .where = IN_BOOKMARKS,
    .actions = actions,
    .list = &list,
    .draw = draw,
    .describe = describe,
    .close = close_view,
};

void bookmarks_view_open(struct view *from, struct app *app)
{
    (void)from;
    if (app->top->ops == &bookmarks_view_ops)
        return;
    struct bookmarks_view *view = mem_calloc(1, sizeof *view);
    view->view.ops = &bookmarks_view_ops;
    view->view.list = &view->list;
    list_init(&view->list);
    app_push(app, &view->view);
    read_again(view, app);
}
