/* The view of a comparison: text that scrolls, question by question. */
#include "ui/compare_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "compare/lines.h"
#include "ui/app.h"
#include "ui/leaf.h"
#include "ui/list.h"

#define CELLS_MAX 200 /* wider columns are hard to read */

struct compare_view {
    struct view view;
    struct list list; /* of the lines; it scrolls */
    struct leaf page; /* the lines, as rows */
    char *paths[COMPARE_MAX];
    struct article *articles[COMPARE_MAX];
    size_t n;
    struct compare_table *comparison;
    struct compare_lines *lines;
    unsigned cells; /* that lines are laid out for */
    bool linear;
};

static struct compare_view *compare_view_of(struct view *view)
{
    return (struct compare_view *)view;
}

static void drop_lines(struct compare_view *view)
{
    leaf_finish(&view->page);
    leaf_init(&view->page, 1, NULL);
    list_set_page(&view->list, &view->page);
    compare_lines_free(view->lines);
    view->lines = NULL;
}

static void drop_articles(struct compare_view *view)
{
    drop_lines(view);
    compare_free(view->comparison);
    view->comparison = NULL;
    for (size_t i = 0; i < view->n; i++) {
        article_free(view->articles[i]);
        view->articles[i] = NULL;
    }
}

static bool read_articles(struct compare_view *view, struct error *err)
{
    const struct compare_options options = {.kind = KIND_NONE,
                                            .today = date_today()};
    for (size_t i = 0; i < view->n; i++) {
        view->articles[i] = article_open(view->paths[i], err);
        if (!view->articles[i])
            return false;
    }
    view->comparison = compare_new(
        (const struct article *const *)view->articles, view->n, &options, err);
    return view->comparison != NULL;
}

/* ---- questions ---- */

/* The row of the comparison that the top line belongs to; n_rows before the
 * first. */
static size_t row_at_top(const struct compare_view *view)
{
    size_t n = view->comparison->n_rows, here = n;
    for (size_t i = 0; i < n; i++)
        if (compare_lines_of_row(view->lines, i) <= view->list.top)
            here = i;
    return here;
}

static void go_row(struct compare_view *view, size_t row)
{
    view->list.top = compare_lines_of_row(view->lines, row);
    view->list.found = LIST_NONE;
}

static void next_question(struct view *base, struct app *app)
{
    struct compare_view *view = compare_view_of(base);
    size_t n = view->comparison->n_rows, here = row_at_top(view);
    size_t next = here == n ? 0 : here + 1;
    if (next < n)
        go_row(view, next);
    else
        app_say(app, _("This is the last question"));
}

/* First to the beginning of the question, then to the one before. */
static void previous_question(struct view *base, struct app *app)
{
    struct compare_view *view = compare_view_of(base);
    size_t here = row_at_top(view);
    bool inside = here < view->comparison->n_rows &&
                  compare_lines_of_row(view->lines, here) < view->list.top;
    if (here == view->comparison->n_rows || (here == 0 && !inside)) {
        view->list.top = 0;
        app_say(app, _("This is the first question"));
    } else {
        go_row(view, inside ? here : here - 1);
    }
}

static void reload(struct view *base, struct app *app)
{
    struct compare_view *view = compare_view_of(base);
    struct compare_view new = {.n = view->n};
    struct error err;
    memcpy(new.paths, view->paths, sizeof new.paths);
    leaf_init(&new.page, 1, NULL);
    if (!read_articles(&new, &err)) {
        drop_articles(&new);
        app_warn(app, _("%s; still showing the earlier version"), err.message);
    } else {
        drop_articles(view);
        memcpy(view->articles, new.articles, sizeof view->articles);
        view->comparison = new.comparison;
        app_say(app, _("Reloaded"));
    }
    leaf_finish(&new.page);
}

static const struct view_action actions[] = {
    {ACTION_NEXT_SECTION, next_question},
    {ACTION_PREVIOUS_SECTION, previous_question},
    {ACTION_RELOAD, reload},
    {ACTION_NONE, NULL},
};

/* ---- drawing ---- */

static void lay_out(struct compare_view *view, struct app *app, unsigned cells)
{
    const struct layout_options options = {
        .cells = cells,
        .charset = app->canvas.charset,
        .linear = app->linear,
    };
    size_t n, row = view->lines ? row_at_top(view) : view->comparison->n_rows;
    drop_lines(view);
    view->lines = compare_lines_new(view->comparison, &options);
    const struct line *lines = compare_lines_get(view->lines, &n);
    view->page.rows = mem_calloc(n + 1, sizeof *view->page.rows);
    view->page.n_rows = n;
    for (size_t i = 0; i < n; i++)
        view->page.rows[i] = (struct leaf_row){lines[i], NO_ITEM};
    list_set_page(&view->list, &view->page);
    view->cells = cells;
    view->linear = app->linear;
    if (row < view->comparison->n_rows)
        go_row(view, row);
}

static void draw_bar(const struct compare_view *view, struct app *app)
{
    struct buf title;
    buf_init(&title);
    for (size_t i = 0; i < view->n; i++)
        buf_printf(&title, "%s%s", i ? " | " : "", view->articles[i]->title);
    app_draw_bar(app, title.data, "");
    buf_finish(&title);
}

static void compare_draw(struct view *base, struct app *app)
{
    struct compare_view *view = compare_view_of(base);
    struct area body = app_body();
    int cols = body.cols;
    cols = cols > CELLS_MAX ? CELLS_MAX : cols < 1 ? 1 : cols;
    base->stale = false;
    if (!view->lines || view->cells != (unsigned)cols ||
        view->linear != app->linear)
        lay_out(view, app, (unsigned)cols);
    draw_bar(view, app);
    struct area text = area_right_of(body, (body.cols - cols) / 2);
    text.cols = cols;
    draw_cursor(&app->canvas, text.row, text.col > 0 ? text.col - 1 : 0);
    list_draw(base, app, text);
}

static void compare_describe(struct view *base, struct app *app,
                             struct status *out)
{
    static const struct hint hints[] = {
        {{ACTION_PREVIOUS_SECTION, ACTION_NEXT_SECTION}, N_("question"), 1},
        {{ACTION_PAGE_DOWN}, NULL},
        {{ACTION_FIND}, N_("find")},
        {{ACTION_HELP}, NULL},
        {{ACTION_CLOSE}, NULL},
        {{ACTION_NONE}, NULL},
    };
    const struct compare_view *view = compare_view_of(base);
    size_t row = row_at_top(view);
    (void)app;
    if (row < view->comparison->n_rows)
        buf_printf(&out->place, "%zu/%zu", row + 1, view->comparison->n_rows);
    out->hints = hints;
}

static void compare_close(struct view *base)
{
    struct compare_view *view = compare_view_of(base);
    drop_articles(view);
    for (size_t i = 0; i < view->n; i++)
        free(view->paths[i]);
    leaf_finish(&view->page);
    list_finish(&view->list);
    free(view);
}

static const struct list_ops compare_list = {0};

const struct view_ops compare_view_ops = {
    .name = "comparison",
    .where = IN_COMPARISON,
    .actions = actions,
    .list = &compare_list,
    .draw = compare_draw,
    .describe = compare_describe,
    .close = compare_close,
};

void compare_view_open(struct app *app, const char *const *paths, size_t n)
{
    struct compare_view *view = mem_calloc(1, sizeof *view);
    struct error err;
    view->view.ops = &compare_view_ops;
    view->view.list = &view->list;
    view->n = n < COMPARE_MAX ? n : COMPARE_MAX;
    list_init(&view->list);
    view->list.scrolls = true;
    leaf_init(&view->page, 1, NULL);
    for (size_t i = 0; i < view->n; i++)
        view->paths[i] = mem_strdup(paths[i]);
    if (read_articles(view, &err)) {
        app_push(app, &view->view);
    } else {
        compare_close(&view->view);
        app_warn(app, "%s", err.message);
    }
}
