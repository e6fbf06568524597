/* The view of an article: its actions, and which function each runs. */
#include "ui/article_view.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "ui/article_keep.h"
#include "ui/boxes.h"
#include "ui/compare_view.h"
#include "ui/memory.h"

/* On lower screens nobody could make out a picture of 1,000 people. */
#define LOW_ROWS 16

#define WHEEL_ROWS 3

static void change_width(struct article_view *view, struct app *app, int by)
{
    int cells = (int)app->text_cells;
    if (by > 0 && view->text.cols < cells) {
        app_say(app, _("The text is already as wide as the screen"));
        return;
    }
    if (by < 0 && cells > view->text.cols && view->text.cols > 0)
        cells = view->text.cols;
    cells = by ? cells + by : (int)app->config.width;
    if (cells < CONFIG_WIDTH_MIN)
        cells = CONFIG_WIDTH_MIN;
    if (cells > CONFIG_WIDTH_MAX)
        cells = CONFIG_WIDTH_MAX;
    app->text_cells = (unsigned)cells;
    app_say(app, _("Text width: %d columns"), cells);
    if (by)
        memory_keep_number(app, "width", app->text_cells);
    else
        memory_keep_setting(app, "width", NULL);
}

static void wider(struct view *base, struct app *app)
{
    change_width(article_view_of(base), app, 4);
}

static void narrower(struct view *base, struct app *app)
{
    change_width(article_view_of(base), app, -4);
}

static void width_default(struct view *base, struct app *app)
{
    change_width(article_view_of(base), app, 0);
}

/* The first Esc ends a walk, the next clears the matches, then the focus; then
 * Esc does nothing. */
static void escape(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    (void)app;
    if (view->walk.n)
        article_walk_end(view);
    else if (view->find.n)
        article_find_clear(view);
    else
        view->focus = NO_FOCUS;
}

static void sources(struct view *base, struct app *app)
{
    info_open(app, article_view_of(base), NULL);
}

static const struct view_action actions[] = {
    {ACTION_DOWN, article_down},
    {ACTION_UP, article_up},
    {ACTION_PAGE_DOWN, article_page_down},
    {ACTION_PAGE_UP, article_page_up},
    {ACTION_HALF_DOWN, article_half_down},
    {ACTION_HALF_UP, article_half_up},
    {ACTION_START, article_start},
    {ACTION_END, article_end},
    {ACTION_NEXT_SECTION, article_next_section},
    {ACTION_PREVIOUS_SECTION, article_previous_section},
    {ACTION_DIGIT, article_digit},
    {ACTION_PERCENT, article_percent},
    {ACTION_OUTLINE, outline_open},
    {ACTION_KINDS, kinds_open},
    {ACTION_EMERGENCY, article_emergency},
    {ACTION_NEXT_ARTICLE, article_next_of_kind},
    {ACTION_PREVIOUS_ARTICLE, article_previous_of_kind},
    {ACTION_FIND, article_find_open},
    {ACTION_FIND_NEXT, article_find_next},
    {ACTION_FIND_PREVIOUS, article_find_previous},
    {ACTION_NEXT_LINK, article_focus_next},
    {ACTION_PREVIOUS_LINK, article_focus_previous},
    {ACTION_ENTER, article_follow},
    {ACTION_BACK, article_history_back},
    {ACTION_FORWARD, article_history_forward},
    {ACTION_MARK, mark_open},
    {ACTION_BOOKMARK, article_bookmark},
    {ACTION_HIGHLIGHT, article_highlight},
    {ACTION_CHANGES, changes_open},
    {ACTION_UNDO, article_keep_undo},
    {ACTION_SOURCES, sources},
    {ACTION_DEFINE, define_open},
    {ACTION_COMPARE, compare_open},
    {ACTION_COPY, article_copy},
    {ACTION_WRITE, article_write},
    {ACTION_PIPE, article_pipe},
    {ACTION_EDIT, article_edit, true},
    {ACTION_LANGUAGE, article_language},
    {ACTION_WIDER, wider},
    {ACTION_NARROWER, narrower},
    {ACTION_WIDTH_DEFAULT, width_default},
    {ACTION_PLACE, place_open},
    {ACTION_RELOAD, article_reload, true},
    {ACTION_ESCAPE, escape},
    {ACTION_NONE, NULL},
};

/* True without an article, or before its first layout. */
static bool is_empty(const struct view *base)
{
    const struct article_view *view = (const struct article_view *)base;
    return !view->article || !view->layout;
}

/* While a highlight is open, keys may be for it. */
static bool article_key(struct view *base, struct app *app, uint32_t key)
{
    enum action action = keymap_find(&app->keymap, key, article_view_ops.where);
    return article_highlight_takes(article_view_of(base), app, action);
}

static void click(struct article_view *view, struct app *app,
                  const struct event *event)
{
    const struct area *list = &view->sections;
    size_t section = view->sections_top + (size_t)(event->row - list->row);
    if (event->row < list->row || event->row >= list->row + list->rows ||
        event->col < list->col || event->col >= list->col + list->cols ||
        section >= view->article->n_sections)
        article_click(view, app, event);
    else
        article_jump(view, view->article->sections[section].source_start);
}

static void article_pointer(struct view *base, struct app *app,
                            const struct event *event)
{
    struct article_view *view = article_view_of(base);
    if (is_empty(base))
        return;
    if (event->pointer == POINTER_CLICK)
        click(view, app, event);
    else
        article_scroll(view, event->pointer == POINTER_WHEEL_UP ? -WHEEL_ROWS
                                                                : WHEEL_ROWS);
}

static void article_close(struct view *base)
{
    struct article_view *view = article_view_of(base);
    article_walk_end(view);
    article_query_finish(&view->looked_for);
    article_query_finish(&view->looked_for_before);
    find_finish(&view->find);
    article_forget(view);
    article_history_finish(&view->history);
    free(view->before_jump.path);
    free(view->continued.slug);
    free(view->write_path);
    free(view->path);
    free(view);
}

static bool article_work(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    bool is_stale = article_load_rest(view, app);
    memory_visit(view, app);
    if (article_keep_load(view, app) || is_stale)
        return true;
    terms_request(app, view);
    /* Lays out the next page while this one is being read. */
    if (view->layout)
        layout_prepare(view->layout, view->top, 2 * (size_t)view->text.rows);
    return false;
}

static void article_changed(struct view *base, struct app *app)
{
    article_reload_changed(article_view_of(base), app);
}

const struct view_ops article_view_ops = {
    .name = "article",
    .where = IN_ARTICLE,
    .draw = article_draw,
    .describe = article_describe,
    .actions = actions,
    .is_empty = is_empty,
    .renew = article_renew,
    .key = article_key,
    .pointer = article_pointer,
    .work = article_work,
    .changed = article_changed,
    .close = article_close,
};

struct article_view *article_view_of(struct view *view)
{
    return view && view->ops == &article_view_ops ? (struct article_view *)view
                                                  : NULL;
}

static struct article_view *view_new(void)
{
    struct article_view *view = mem_calloc(1, sizeof *view);
    view->view.ops = &article_view_ops;
    view->focus = NO_FOCUS;
    view->match = NO_MATCH;
    return view;
}

/* Takes the place out of what is known. */
static void open(struct app *app, const char *path, enum kind kind,
                 struct remembered *known)
{
    struct article_view *view = view_new();
    if (known->has_place) {
        view->continued = known->place;
        known->place.slug = NULL;
    }
    app_push(app, &view->view);
    article_load_first(view, app, path, kind);
    view->before_jump = article_place_here(view);
}

void article_view_open(struct app *app, const char *path, enum kind kind)
{
    struct remembered unknown = {0};
    open(app, path, kind, &unknown);
}

void article_view_continue(struct app *app, const char *path, enum kind kind)
{
    struct remembered known = {0};
    if (path && kind == KIND_NONE)
        remembered_find(app->state, path, &known);
    open(app, path, kind, &known);
    remembered_finish(&known);
}

void article_view_open_sheet(struct view *from, struct app *app)
{
    const struct article_view *above = article_view_of(from);
    if (above && above->is_sheet && !above->path)
        return;
    struct article_view *view = view_new();
    view->is_sheet = true;
    app_push(app, &view->view);
    article_load_first(view, app, NULL, KIND_NONE);
    view->before_jump = article_place_here(view);
}

struct layout *article_view_layout(struct article_view *view, struct app *app,
                                   unsigned cells)
{
    struct layout_options options = {
        .cells = cells,
        .charset = app->canvas.charset,
        .kind_labels = true,
        .linear = app->linear,
        .pictures = true,
        .picture_lines = view->text.rows < LOW_ROWS ? LOW_ROWS : 0,
        .few_glyphs = app->canvas.few_glyphs,
        .strikes = !app->canvas.charset && !app->canvas.few_glyphs,
        .title = view->title_in_text,
        .ending = true,
        .sources = true,
    };
    if (!view->article)
        return NULL;
    const struct layout_options *old =
        view->layout ? layout_options(view->layout) : NULL;
    if (old && old->cells == options.cells && old->linear == options.linear &&
        old->title == options.title &&
        old->picture_lines == options.picture_lines)
        return view->layout;
    layout_free(view->layout);
    view->layout = layout_new(view->article, &options);
    article_go(view, view->place);
    return view->layout;
}
