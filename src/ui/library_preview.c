/* The preview beside the list: what the selected article is about. */
#include "ui/library_view.h"

#include <stdlib.h>

#include "article/article.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/number.h"
#include "base/strs.h"
#include "text/word.h"
#include "ui/memory.h"

/* Enough for its front matter and most of its headings. */
#define HEAD_BYTES ((size_t)64 * 1024)

static void add_facts(struct leaf *leaf, const struct article *article,
                      const char *dot)
{
    struct buf facts;
    char updated[11];
    buf_init(&facts);
    if (article->meta.type != TYPE_NONE)
        buf_printf(&facts, "%s %s ", article_type_name(article->meta.type),
                   dot);
    buf_add(&facts, article_review_state(article));
    date_format(&article->meta.updated, updated);
    if (*updated)
        buf_printf(&facts, " %s %s %s", dot,
                   word_in(WORD_UPDATED, article->lang), updated);
    if (article->n_references)
        buf_printf(
            &facts, " %s %zu %s", dot, article->n_references,
            word_in(article->n_references == 1 ? WORD_SOURCE : WORD_N_SOURCES,
                    article->lang));
    leaf_line(leaf, STYLE_DIM, facts.data);
    buf_finish(&facts);
    if (article->meta.origin.publisher) {
        leaf_add(leaf, STYLE_DIM, _("from "));
        leaf_line(leaf, STYLE_DIM, article->meta.origin.publisher);
    }
}

static void add_sections(struct leaf *leaf, const struct article *article)
{
    bool has_safety = false;
    for (size_t i = 0; i < article->n_sections; i++) {
        const struct section *section = &article->sections[i];
        const char *label = article_kind_label(article, section->kind);
        has_safety |= kind_get(section->kind)->safety;
        leaf_add(leaf, STYLE_TEXT, "  ");
        leaf_add(leaf, STYLE_TEXT, section->title ? section->title : label);
        if (kind_get(section->kind)->safety)
            leaf_add_safety(leaf);
        leaf_hang(leaf, 2);
        leaf_end(leaf);
    }
    if (has_safety) {
        leaf_end(leaf);
        leaf_add(leaf, STYLE_SAFETY, "! ");
        leaf_line(leaf, STYLE_DIM, _("safety information"));
    }
}

/* Adds the day on which it was last read, if that is remembered. */
static void add_read(struct leaf *leaf, struct app *app,
                     const struct entry *entry)
{
    char *day = memory_read_on(app, entry->path);
    if (day && *day) {
        leaf_add(leaf, STYLE_DIM, _("last read "));
        leaf_line(leaf, STYLE_DIM, day);
    }
    free(day);
}

static void build(struct leaf *leaf, struct app *app, const struct entry *entry)
{
    struct article *article =
        entry->problem ? NULL : article_open_start(entry->path, HEAD_BYTES);
    if (!article) {
        leaf_line(leaf, STYLE_TEXT,
                  entry->problem ? entry->problem
                                 : _("This article cannot "
                                     "be read."));
        return;
    }
    if (article->meta.summary) {
        leaf_line(leaf, STYLE_TEXT, article->meta.summary);
        leaf_end(leaf);
    }
    add_facts(leaf, article, draw_glyph(&app->canvas, GLYPH_DOT));
    add_read(leaf, app, entry);
    leaf_end(leaf);
    add_sections(leaf, article);
    article_free(article);
}

/* Makes the page again if the article or the width has changed. */
static void prepare(struct library_view *view, struct app *app,
                    const struct entry *entry, unsigned cells)
{
    struct leaf *leaf = &view->preview;
    if (str_equal(view->preview_path, entry->path) && leaf->cells == cells)
        return;
    leaf_finish(leaf);
    leaf_init(leaf, cells, app->canvas.charset);
    build(leaf, app, entry);
    free(view->preview_path);
    view->preview_path = mem_strdup(entry->path);
}

void library_preview(struct library_view *view, struct app *app,
                     const struct entry *entry, struct area area)
{
    if (area.cols < 8)
        return;
    prepare(view, app, entry,
            (unsigned)number_min_int(area.cols, PREVIEW_MAX_COLS) - 4);
    struct area inside = draw_frame(&app->canvas, area, entry->title);
    leaf_draw(&view->preview, &app->canvas, inside);
    if (view->preview.n_rows > (size_t)inside.rows)
        leaf_draw_more(&view->preview, &app->canvas, area, (size_t)inside.rows);
}

void library_preview_below(struct library_view *view, struct app *app,
                           const struct entry *entry, struct area area)
{
    struct area cell = area_row(area, 0);
    for (int i = 0; i < area.cols; i++, cell = area_right_of(cell, 1))
        draw_text(&app->canvas, cell, STYLE_FRAME,
                  draw_glyph(&app->canvas, GLYPH_HORIZONTAL));
    prepare(view, app, entry, (unsigned)area.cols);
    leaf_draw(&view->preview, &app->canvas, area_below(area, 1));
}
