/* Draws an article: the top line, the list of sections, the text. */
#include "ui/article_view.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/grapheme.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "text/word.h"
#include "ui/article_notes.h"
#include "ui/article_overlay.h"
#include "ui/leaf.h"
#include "ui/publisher.h"

#define CURSOR_MIN_COLS 12
#define LIST_COLS 32 /* the list of sections, unless text leaves more */
#define LIST_MAX_COLS 46
#define LIST_GAP 3        /* with the line between list and text */
#define ANNOUNCED_COLS 60 /* from this width on a row has room for ... */
#define MATCH_CELLS 20    /* ... " (match 12 of 345)" */
#define KEEPING_ROWS 12   /* smaller screens show headings anywhere */
#define LIST_FURNITURE 8  /* cells beside a label: pointer, number, "!" */

/* "NIH · retrieved 2020-01": whom an imported text is from. */
static void add_origin(const struct article *article, const char *dot,
                       struct buf *out)
{
    const struct meta *meta = &article->meta;
    char retrieved[11];
    publisher_add_short(meta->origin.publisher, out);
    date_format(&meta->origin.retrieved, retrieved);
    if (*retrieved)
        buf_printf(out, _(" %s retrieved %.7s"), dot, retrieved);
}

/* The review state, or since when it is overdue. */
static void add_review(const struct article *article, struct buf *out)
{
    const char *overdue = article_review_overdue(article);
    buf_add(out, overdue ? overdue : article_review_state(article));
}

/* Appends the facts for the top line, the most important first. */
static void add_facts(const struct article *article, size_t n, const char *dot,
                      struct buf *out)
{
    char updated[11];
    size_t n_sources = article->n_references;
    date_format(&article->meta.updated, updated);
    if (article->is_personal) {
        buf_add(out, updated);
        return;
    }
    if (article->meta.origin.publisher) {
        add_origin(article, dot, out);
        buf_printf(out, " %s ", dot);
    }
    add_review(article, out);
    if (n > 1 && *updated)
        buf_printf(out, " %s %s %.7s", dot,
                   word_in(WORD_UPDATED, article->lang), updated);
    if (n > 2 && n_sources)
        buf_printf(out, " %s %zu %s", dot, n_sources,
                   word_in(n_sources == 1 ? WORD_SOURCE : WORD_N_SOURCES,
                           article->lang));
}

/* The whole title, then as many facts as fit. If not even the review state and
 * the publisher fit, the text begins with a title block that has the state. */
static void draw_bar(struct article_view *view, struct app *app)
{
    struct area bar = app_bar();
    const struct article *article = view->article;
    const char *dot = draw_glyph(&app->canvas, GLYPH_DOT);
    const char *name = *article->title ? article->title : _("standard input");
    int title = draw_cells(&app->canvas, name);
    struct buf facts;
    buf_init(&facts);
    size_t n = 3;
    for (; n > 0; n--) {
        buf_clear(&facts);
        add_facts(article, n, dot, &facts);
        if (title + 2 + draw_cells(&app->canvas, facts.data) <= bar.cols)
            break;
    }
    view->title_in_text = n == 0 && bar.rows;
    if (n == 0) {
        buf_clear(&facts);
        if (article->meta.origin.publisher)
            add_origin(article, dot, &facts);
        if (title + 2 + draw_cells(&app->canvas, facts.data) > bar.cols)
            buf_clear(&facts);
    }
    app_draw_bar(app, name, facts.data);
    buf_finish(&facts);
}

const char *article_section_label(const struct article *article, size_t i)
{
    const struct section *section = &article->sections[i];
    bool alone = section->kind != KIND_NONE;
    for (size_t other = 0; alone && other < article->n_sections; other++)
        alone = other == i || article->sections[other].kind != section->kind;
    if (alone || !section->title)
        return article_kind_label(article, section->kind == KIND_NONE
                                               ? KIND_OVERVIEW
                                               : section->kind);
    return section->title;
}

static int list_cols(const struct article_view *view, struct app *app)
{
    int room = app_body().cols - (int)app->text_cells - LIST_GAP;
    int limit = room < LIST_COLS ? LIST_COLS : room;
    int widest = 0;
    for (size_t i = 0; i < view->article->n_sections; i++) {
        int cells =
            draw_cells(&app->canvas, article_section_label(view->article, i));
        widest = cells > widest ? cells : widest;
    }
    widest += LIST_FURNITURE;
    limit = limit < LIST_MAX_COLS ? limit : LIST_MAX_COLS;
    return widest < limit ? widest : limit;
}

static void draw_section(struct article_view *view, struct app *app, size_t i,
                         struct area area)
{
    const struct section *section = &view->article->sections[i];
    bool here = i == article_section_here(view);
    enum theme_style style = here ? STYLE_TITLE : STYLE_TEXT;
    char number[24];
    snprintf(number, sizeof number, "%s%2zu ",
             here ? draw_glyph(&app->canvas, GLYPH_POINTER) : " ", i + 1);
    area = area_right_of(area, draw_text(&app->canvas, area, style, number));
    area.cols--;
    if (kind_get(section->kind)->safety)
        draw_text_right(&app->canvas, area, STYLE_SAFETY, "!");
    area.cols -= 2;
    draw_text(&app->canvas, area, style,
              article_section_label(view->article, i));
}

static bool has_safety(const struct article *article)
{
    size_t i = 0;
    while (i < article->n_sections &&
           !kind_get(article->sections[i].kind)->safety)
        i++;
    return i < article->n_sections;
}

/* Scrolls so that the current section is visible. */
static void draw_sections(struct article_view *view, struct app *app,
                          struct area area)
{
    size_t n = view->article->n_sections, here = article_section_here(view);
    struct area list = area;
    draw_line_down(&app->canvas, area_right_of(area, area.cols));
    size_t rows = (size_t)list.rows, *top = &view->sections_top;
    if (here != NO_SECTION && here >= *top + rows)
        *top = here - rows + 1;
    if (here != NO_SECTION && here < *top)
        *top = here;
    if (*top + rows > n)
        *top = n > rows ? n - rows : 0;
    view->sections = list;
    for (size_t i = *top; i < n && i < *top + rows; i++)
        draw_section(view, app, i, area_row(list, (int)(i - *top)));
    if (n + 2 <= rows && has_safety(view->article))
        draw_safety_key(&app->canvas,
                        area_right_of(area_row(list, (int)n + 1), 3));
}

/* Places list and text, centred on a wide screen. */
static void place(struct article_view *view, struct app *app, struct area *list,
                  struct area *text)
{
    struct area body = app_body();
    if (body.col == 0 && body.cols > CURSOR_MIN_COLS) /* for the cursor */
        body = area_right_of(body, 1);
    bool wide = app_is_wide(app) && view->article->n_sections > 1;
    int beside = wide ? list_cols(view, app) + LIST_GAP : 0;
    int notes = article_notes_cols(view, body.cols);
    int cells = body.cols - beside - notes;
    if (app->linear && body.cols >= ANNOUNCED_COLS)
        cells -= MATCH_CELLS;
    if (cells > (int)app->text_cells)
        cells = (int)app->text_cells;
    if (cells < 1)
        cells = 1;
    int left = body.col;
    if (!app->linear)
        left += (body.cols - beside - cells - notes) / 2;
    view->notes_cols = notes;
    *list = (struct area){body.row, left, body.rows, beside - LIST_GAP};
    *text = (struct area){body.row, left + beside, body.rows, cells};
}

/* The cell of the focus in a line, or else of the current match; -1 for
 * none. */
static int cell_of_interest(const struct article_view *view,
                            const struct line *line)
{
    const struct focus *focus = article_focused(view);
    if (view->highlight.is_open)
        return layout_line_cell(line, view->highlight.passage.start);
    if (focus)
        return layout_line_cell(line, focus->text_start);
    if (view->match != NO_MATCH && view->match < view->find.n)
        return layout_line_cell(line,
                                view->find.matches[view->match].text_start);
    return -1;
}

/* The cursor rests on the focus, or else on the current match. In linear mode
 * it follows these once, and j and k move it on. */
static void put_cursor(struct article_view *view, struct app *app,
                       struct area row, const struct line *line)
{
    int cell = cell_of_interest(view, line), at = row.row - view->text.row;
    bool follows = !app->linear || view->highlight.is_open ||
                   view->match != view->cursor_match ||
                   view->focus != view->cursor_focus || at == view->cursor_row;
    if (cell < 0 || !follows)
        return;
    draw_cursor(&app->canvas, row.row, row.col + cell);
    view->cursor_row = at;
    if (app->linear && !article_focused(view) && !view->highlight.is_open)
        article_read_match(view, app, row, line);
    view->cursor_match = view->match;
    view->cursor_focus = view->focus;
}

/* A link that has scrolled away is no longer what Enter follows. */
static void drop_hidden_focus(struct article_view *view)
{
    const struct focus *focus = article_focused(view);
    if (focus && !article_shows(view, focus->text_start))
        view->focus = NO_FOCUS;
}

static void draw_notes(struct article_view *view, struct app *app,
                       struct area row, const struct line *line)
{
    if (!view->notes_cols)
        return;
    row.col += row.cols;
    row.cols = view->notes_cols;
    article_notes_draw(view, app, row, line);
}

static const struct line *line_of_row(const struct article_view *view, long row)
{
    static const struct line none = {0};
    long moved;
    struct position at = layout_move(view->layout, view->top, row, &moved);
    const struct line *line =
        moved == row ? layout_line(view->layout, at) : NULL;
    return line ? line : &none;
}

/* Whether a heading, a table or a box begins in a row. */
static bool begins_in_row(const struct article_view *view, long row)
{
    enum line_type type = (enum line_type)line_of_row(view, row)->type;
    return type != LINE_BLANK && type != LINE_TEXT && type != LINE_CODE &&
           line_of_row(view, row - 1)->n_spans == 0;
}

/* The rows that show text. A heading at the foot of the screen without the text
 * that it heads is left for the next screen, and so is the head of a table or
 * the edge of a box. */
static int n_rows_shown(struct article_view *view, const struct app *app)
{
    int rows = view->text.rows;
    if (app->linear || rows < KEEPING_ROWS || view->find.n ||
        article_focused(view) || article_at_end(view))
        return rows;
    for (int n = 2; n > 0; n--)
        if (begins_in_row(view, rows - n))
            return rows - n;
    return rows;
}

static void draw_rows(struct article_view *view, struct app *app)
{
    static const struct line none = {0};
    int n_rows = n_rows_shown(view, app);
    struct article_overlay over = article_overlay_new(view, app);
    struct position at = view->top;
    long moved = 1;
    if (view->cursor_row >= view->text.rows)
        view->cursor_row = 0;
    /* Beside the text: a cursor over its first letter would hide it. */
    draw_cursor(&app->canvas,
                view->text.row + (app->linear ? (int)view->cursor_row : 0),
                view->text.col > 0 ? view->text.col - 1 : 0);
    for (int i = 0; i < n_rows && moved; i++) {
        const struct line *line = layout_line(view->layout, at);
        struct area row = area_row(view->text, i);
        line = line ? line : &none;
        draw_line(&app->canvas, row, line, over.items, over.n);
        draw_notes(view, app, row, line);
        article_overlay_draw(view, app, row, line);
        put_cursor(view, app, row, line);
        if (app->linear && i == view->cursor_row)
            article_read_walk(view, app, row, line);
        at = layout_move(view->layout, at, 1, &moved);
    }
    free(over.items);
}

/* In the free row below the text: how much of a box that the screen cuts is
 * still to come. */
static void draw_rest(const struct article_view *view, struct app *app)
{
    int rows = view->text.rows;
    struct area below = area_row(view->text, rows);
    long moved;
    size_t n = 0;
    struct position at = layout_move(view->layout, view->top, rows - 1, &moved);
    if (app->linear || moved < rows - 1 || below.row >= app_status().row ||
        at.block >= layout_n_blocks(view->layout))
        return;
    const struct line *lines = layout_lines(view->layout, at.block, &n);
    if (at.row + 1 >= n)
        return;
    enum line_type type = (enum line_type)lines[at.row + 1].type;
    if (!lines[at.row].n_spans || (type != LINE_ALERT && type != LINE_TABLE))
        return;
    struct buf text;
    buf_init(&text);
    buf_printf(&text,
               n_("%zu more line of this below", "%zu more lines of this below",
                  n - at.row - 1),
               n - at.row - 1);
    draw_text_right(&app->canvas, below, STYLE_DIM, text.data);
    buf_finish(&text);
}

/* Says what to do where there is nothing to read. */
static void draw_nothing(struct app *app, const char *title, const char *reason,
                         const char *advice)
{
    struct area area = app_body();
    struct leaf leaf;
    leaf_init(&leaf, (unsigned)(area.cols > 76 ? 76 : area.cols),
              app->canvas.charset);
    leaf_line(&leaf, STYLE_TITLE, title);
    leaf_end(&leaf);
    if (reason) {
        leaf_line(&leaf, STYLE_TEXT, reason);
        leaf_end(&leaf);
    }
    leaf_line(&leaf, STYLE_TEXT, advice);
    leaf_draw(&leaf, &app->canvas, area);
    leaf_finish(&leaf);
}

void article_draw(struct view *base, struct app *app)
{
    struct article_view *view = article_view_of(base);
    struct area list;
    base->stale = false;
    if (!view->article) {
        app_draw_bar(app, "medfaq", "");
        draw_nothing(app, _("This file cannot be read"), view->problem.message,
                     _("Press R to try again or q to close it. Nothing else "
                       "is affected."));
        return;
    }
    draw_bar(view, app);
    place(view, app, &list, &view->text);
    article_view_layout(view, app, (unsigned)view->text.cols);
    drop_hidden_focus(view);
    draw_rows(view, app);
    draw_rest(view, app);
    if (!view->article->n_blocks)
        draw_nothing(app, _("This article has no text"), NULL,
                     _("Press e to open it in an editor, i to see what is "
                       "known about it, or q to close it."));
    view->sections = (struct area){0};
    if (list.cols > 0)
        draw_sections(view, app, list);
}
