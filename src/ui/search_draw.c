/* Drawing the search of the library. */
#include "ui/search_view.h"

#define CELLS_MAX 100
#define PREVIEW_COLS 120 /* of a screen that has room for a preview */

static void draw_bar(struct search_view *view, struct app *app)
{
    const struct index_progress *progress = &app->searching.progress;
    struct buf facts;
    buf_init(&facts);
    if (!progress->done && progress->n_to_read)
        buf_printf(&facts, "reading the library: %zu of %zu", progress->n_read,
                   progress->n_to_read);
    else if (view->n_articles != NOT_COUNTED)
        buf_printf(&facts, "%zu article%s searched", view->n_articles,
                   view->n_articles == 1 ? "" : "s");
    app_draw_bar(app, view->typed && *view->typed ? view->typed : "Search",
                 facts.data);
    buf_finish(&facts);
}

/* Rows from the first to past the last of the selected item. */
static void find_selected(const struct search_view *view, size_t *first,
                          size_t *end)
{
    const struct leaf *leaf = &view->leaf;
    *first = 0;
    while (*first < leaf->n_rows && leaf->rows[*first].item != view->selected)
        ++*first;
    *end = *first;
    while (*end < leaf->n_rows && leaf->rows[*end].item == view->selected)
        ++*end;
}

/* Is it the best result, above which the search tells what it changed? */
static bool is_first_result(const struct search_view *view)
{
    for (int i = 0; i < view->selected; i++)
        if (search_view_result(view, i))
            return false;
    return true;
}

/* Scrolls so that the selected item shows, with its title if it can. */
static void show_selected(struct search_view *view)
{
    size_t rows = view->list.rows > 0 ? (size_t)view->list.rows : 1;
    size_t first, end;
    if (!view->leaf.n_items) {
        view->top = 0;
        return;
    }
    find_selected(view, &first, &end);
    if (end > view->top + rows)
        view->top = end - rows;
    if (first < view->top + 1)
        view->top = first ? first - 1 : 0;
    if (end <= rows && is_first_result(view))
        view->top = 0;
}

static void draw_row(struct search_view *view, struct app *app, size_t row)
{
    struct area area = area_row(view->list, (int)(row - view->top));
    const struct leaf_row *leaf_row = &view->leaf.rows[row];
    bool selected =
        leaf_row->item != NO_ITEM && leaf_row->item == view->selected;
    bool first = row == 0 || view->leaf.rows[row - 1].item != leaf_row->item;
    if (selected && first) {
        draw_fill(&app->canvas, area, STYLE_SELECTED);
        draw_cursor(&app->canvas, area.row, area.col);
        draw_line_in(&app->canvas, area, &leaf_row->line, STYLE_SELECTED);
    } else {
        draw_line(&app->canvas, area, &leaf_row->line, NULL, 0);
    }
}

void search_draw(struct view *base, struct app *app)
{
    struct search_view *view = search_view_of(base);
    struct area body = app_body();
    draw_bar(view, app);
    view->list = area_right_of(body, body.cols > 20 ? 1 : 0);
    bool previews = app_is_wide(app) && body.cols >= PREVIEW_COLS;
    int most = previews ? body.cols * 11 / 20 : CELLS_MAX;
    if (view->list.cols > (most < CELLS_MAX ? most : CELLS_MAX))
        view->list.cols = most < CELLS_MAX ? most : CELLS_MAX;
    unsigned cells = view->list.cols > 1 ? (unsigned)view->list.cols - 1 : 1;
    if (base->stale || view->leaf.cells != cells)
        search_list_build(view, app, cells);
    show_selected(view);
    for (size_t row = view->top;
         row < view->leaf.n_rows &&
         row < view->top + (size_t)(view->list.rows > 0 ? view->list.rows : 0);
         row++)
        draw_row(view, app, row);
    if (previews)
        search_preview_draw(view, app,
                            area_right_of(body, view->list.cols + 2));
}
