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

void search_draw(struct view *base, struct app *app)
{
    struct search_view *view = search_view_of(base);
    struct area body = app_body();
    struct area list = area_right_of(body, body.cols > 20 ? 1 : 0);
    bool previews = app_is_wide(app) && body.cols >= PREVIEW_COLS;
    int most = previews ? body.cols * 11 / 20 : CELLS_MAX;
    draw_bar(view, app);
    if (list.cols > (most < CELLS_MAX ? most : CELLS_MAX))
        list.cols = most < CELLS_MAX ? most : CELLS_MAX;
    unsigned cells = list.cols > 1 ? (unsigned)list.cols - 1 : 1;
    if (base->stale || view->leaf.cells != cells)
        search_list_build(view, app, cells);
    list_draw(base, app, list);
    if (previews)
        search_preview_draw(view, app, area_right_of(body, list.cols + 2));
}
