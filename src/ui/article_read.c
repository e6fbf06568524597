/* The reading cursor of the linear mode: it is on the row that is read. */
#include "ui/article_view.h"

#include "base/i18n.h"

static long n_rows(const struct article_view *view)
{
    return view->text.rows > 0 ? view->text.rows : 1;
}

/* Whether a row of the screen has a line at all; where, if it has. */
static bool find_row(const struct article_view *view, long row,
                     struct position *at)
{
    long moved = 0;
    *at = layout_move(view->layout, view->top, row, &moved);
    return moved == row;
}

static bool is_blank(const struct article_view *view)
{
    struct position at;
    if (!find_row(view, view->cursor_row, &at))
        return false;
    const struct line *line = layout_line(view->layout, at);
    return !line || !line->n_spans;
}

/* A row down or up; false at the end. */
static bool step(struct article_view *view, int by)
{
    struct position at, top = view->top;
    long row = view->cursor_row;
    bool on_screen = row + by >= 0 && row + by < n_rows(view);
    if (on_screen) {
        bool is_there = find_row(view, row + by, &at);
        view->cursor_row += is_there ? by : 0;
        return is_there;
    }
    article_scroll(view, by);
    view->cursor_row = row;
    return layout_position_compare(top, view->top) != 0;
}

static void move(struct article_view *view, int by)
{
    view->focus = NO_FOCUS;
    view->cursor_focus = NO_FOCUS;
    view->cursor_match = view->match;
    while (step(view, by) && is_blank(view))
        ;
}

void article_read_on(struct article_view *view)
{
    move(view, 1);
}

void article_read_back(struct article_view *view)
{
    move(view, -1);
}

void article_read_last(struct article_view *view)
{
    struct position at;
    view->cursor_row = n_rows(view) - 1;
    while (view->cursor_row > 0 &&
           (!find_row(view, view->cursor_row, &at) || is_blank(view)))
        view->cursor_row--;
}

/* Says something behind the text of a row; frees it. */
static void say(struct app *app, struct area row, const struct line *line,
                struct buf *text)
{
    int cells = 0;
    for (uint32_t i = 0; i < line->n_spans; i++)
        cells += line->spans[i].cells;
    row.cols = app_body().cols - row.col;
    draw_text(&app->canvas, area_right_of(row, cells), STYLE_DIM, text->data);
    buf_finish(text);
}

void article_read_match(const struct article_view *view, struct app *app,
                        struct area row, const struct line *line)
{
    struct buf text;
    buf_init(&text);
    buf_printf(&text, _(" (match %zu of %zu)"), view->match + 1, view->find.n);
    say(app, row, line, &text);
}

void article_read_walk(const struct article_view *view, struct app *app,
                       struct area row, const struct line *line)
{
    const struct article_walk *walk = &view->walk;
    struct buf text;
    if (!walk->n || view->place != walk->places[walk->at])
        return;
    buf_init(&text);
    buf_printf(&text, _(" (%zu of %zu)"), walk->at + 1, walk->n);
    say(app, row, line, &text);
}
