/* Draws the results of a search and, beside them, the section of the selected
 * one. */
#include "ui/search_view.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"
#include "search/marks.h"

#define CELLS_MAX 100
#define PREVIEW_COLS 120 /* from this screen width on a preview is shown */

void search_preview_drop(struct search_preview *preview)
{
    layout_free(preview->layout);
    article_free(preview->article);
    free(preview->marks);
    free(preview->path);
    *preview = (struct search_preview){0};
}

static void add_marks(struct search_preview *preview,
                      const struct search_results *results)
{
    size_t n;
    struct search_mark *marks = search_marks(preview->article, results, &n);
    preview->marks = mem_calloc(n + 1, sizeof *preview->marks);
    preview->n_marks = n;
    for (size_t i = 0; i < n; i++)
        preview->marks[i] = (struct highlight){marks[i].text_start,
                                               marks[i].text_end, STYLE_MATCH};
    free(marks);
}

static void read_article(struct search_view *view, const char *path)
{
    struct search_preview *preview = &view->preview;
    search_preview_drop(preview);
    preview->path = mem_strdup(path);
    preview->article = article_open(path, NULL);
    if (preview->article)
        add_marks(preview, view->results);
}

/* Lays out a section, if the article still has it. */
static void lay_out(struct search_preview *preview, size_t section,
                    const struct layout_options *options)
{
    layout_free(preview->layout);
    preview->layout = NULL;
    preview->section = section;
    if (!preview->article || section >= preview->article->n_sections)
        return;
    const struct section *shown = &preview->article->sections[section];
    preview->layout = layout_new_part(
        preview->article, options,
        &(struct block_range){shown->first_block, shown->end_block}, 1);
}

static void prepare(struct search_view *view, struct app *app,
                    const struct search_result *result, int cols)
{
    struct search_preview *preview = &view->preview;
    const struct layout_options options = {
        .cells = (unsigned)cols,
        .charset = app->canvas.charset,
        .few_glyphs = app->canvas.few_glyphs,
        .kind_labels = true,
    };
    if (!str_equal(preview->path, result->path))
        read_article(view, result->path);
    if (!preview->layout || preview->section != result->section ||
        layout_options(preview->layout)->cells != options.cells)
        lay_out(preview, result->section, &options);
}

/* The number of rows of the layout, at most most. */
static int count_rows(struct layout *layout, int most)
{
    long moved = 0;
    if (!layout_n_blocks(layout))
        return 0;
    layout_move(layout, (struct position){0, 0}, most - 1, &moved);
    return (int)moved + 1;
}

static bool is_more(struct layout *layout, long rows)
{
    struct position last =
        layout_move(layout, (struct position){0, 0}, rows - 1, NULL);
    return position_compare(last, layout_last(layout)) < 0;
}

void search_preview_draw(struct search_view *view, struct app *app,
                         struct area area)
{
    const struct search_result *result =
        search_view_result(view, view->list.selected);
    if (area.cols > PREVIEW_MAX_COLS)
        area.cols = PREVIEW_MAX_COLS;
    if (!result || view->is_quick || area.cols < 8)
        return;
    prepare(view, app, result, area.cols - 4);
    struct layout *layout = view->preview.layout;
    int rows = layout ? count_rows(layout, area.rows - 2) : 0;
    if (!rows)
        return;
    area.rows = rows + 2;
    struct area inside = draw_frame(&app->canvas, area, "");
    struct position at = {0, 0};
    for (int i = 0; i < rows; i++) {
        const struct line *line = layout_line(layout, at);
        if (line)
            draw_line(&app->canvas, area_row(inside, i), line,
                      view->preview.marks, view->preview.n_marks);
        at = layout_move(layout, at, 1, NULL);
    }
    if (is_more(layout, rows))
        draw_frame_note(&app->canvas, area, " more ");
}

static void draw_bar(struct search_view *view, struct app *app)
{
    const struct index_progress *progress = &app->library.progress;
    struct buf facts;
    buf_init(&facts);
    if (!progress->done && progress->n_to_read)
        buf_printf(&facts, _("reading the library: %zu of %zu"),
                   progress->n_read, progress->n_to_read);
    else if (view->n_articles != NOT_COUNTED)
        buf_printf(&facts,
                   n_("%zu article searched", "%zu articles searched",
                      view->n_articles),
                   view->n_articles);
    app_draw_bar(app, view->typed && *view->typed ? view->typed : _("Search"),
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
