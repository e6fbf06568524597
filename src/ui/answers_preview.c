/* Draws the section of the selected result beside the list. */
#include "ui/answers.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/number.h"
#include "base/strs.h"
#include "search/marks.h"
#include "ui/library_view.h"

void answers_preview_drop(struct answers_preview *preview)
{
    layout_free(preview->layout);
    article_free(preview->article);
    free(preview->marks);
    free(preview->path);
    *preview = (struct answers_preview){0};
}

static void add_marks(struct answers_preview *preview,
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

static void read_article(struct library_view *view, const char *path)
{
    struct answers_preview *preview = &view->answers.preview;
    answers_preview_drop(preview);
    preview->path = mem_strdup(path);
    preview->article = article_open(path, NULL);
    if (preview->article)
        add_marks(preview, view->answers.results);
}

/* Lays out a section, if the article still has it. */
static void lay_out(struct answers_preview *preview, size_t section,
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

static void prepare(struct library_view *view, struct app *app,
                    const struct search_result *result, int cols)
{
    struct answers_preview *preview = &view->answers.preview;
    const struct layout_options options = {
        .cells = (unsigned)cols,
        .charset = app->canvas.charset,
        .few_glyphs = app->canvas.few_glyphs,
        .strikes = !app->canvas.charset && !app->canvas.few_glyphs,
        .kind_labels = true,
    };
    if (!str_equal(preview->path, result->path))
        read_article(view, result->path);
    if (!preview->layout || preview->section != result->section ||
        layout_options(preview->layout)->cells != options.cells)
        lay_out(preview, result->section, &options);
}

/* The number of rows of the layout, up to a maximum. */
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
    return layout_position_compare(last, layout_last(layout)) < 0;
}

void answers_preview_draw(struct library_view *view, struct app *app,
                          struct area area)
{
    const struct answers *answers = &view->answers;
    const struct search_result *result =
        answers_section(answers, answers_item(answers, answers->list.selected));
    if (!result || answers->stage != STAGE_WHOLE || area.cols < 8)
        return;
    prepare(view, app, result, number_min_int(area.cols, PREVIEW_MAX_COLS) - 4);
    struct layout *layout = view->answers.preview.layout;
    int rows = layout ? count_rows(layout, area.rows - 2) : 0;
    if (!rows)
        return;
    struct area inside =
        draw_frame(&app->canvas, area, view->answers.preview.article->title);
    struct position at = {0, 0};
    for (int i = 0; i < rows; i++) {
        const struct line *line = layout_line(layout, at);
        if (line)
            draw_line(&app->canvas, area_row(inside, i), line,
                      view->answers.preview.marks,
                      view->answers.preview.n_marks);
        at = layout_move(layout, at, 1, NULL);
    }
    if (is_more(layout, rows))
        draw_frame_note(&app->canvas, area, " more ");
}
