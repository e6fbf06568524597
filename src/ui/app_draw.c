/* The whole screen: views from the lowest that shows, then the status line. */
#include "ui/app.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>

#include "ui/leaf.h"

#define WIDE_COLS 100
#define WIDE_ROWS 8

struct area app_bar(void)
{
    return (struct area){0, 0, LINES >= 4 ? 1 : 0, COLS};
}

struct area app_body(void)
{
    int above = LINES >= 4 ? 1 : 0, below = LINES >= 2 ? 1 : 0;
    return (struct area){above, 0, LINES - above - below, COLS};
}

bool app_is_wide(const struct app *app)
{
    return !app->linear && COLS >= WIDE_COLS && LINES >= WIDE_ROWS;
}

void app_draw_bar(struct app *app, const char *title, const char *facts)
{
    struct area bar = app_bar();
    if (!bar.rows)
        return;
    draw_fill(&app->canvas, bar, STYLE_BAR);
    bar = area_right_of(bar, 1);
    bar.cols--;
    int used = draw_text(&app->canvas, bar, STYLE_BAR_TITLE, title);
    draw_text_right(&app->canvas, area_right_of(bar, used + 2), STYLE_BAR,
                    facts);
}

static struct area status_area(void)
{
    return (struct area){LINES - 1, 0, 1, COLS};
}

static void draw_views(struct app *app, struct view *view)
{
    /* A box shows what is below it; boxes are never many. */
    if (view->ops->is_box && view->below)
        draw_views(app, view->below);
    view->ops->draw(view, app);
}

static void add_spot(struct app *app, int col, int cols, enum action action)
{
    app->spots[app->n_spots++] = (struct hint_spot){col, cols, action};
}

/* Of two keys each has its half. */
static void draw_hint(struct app *app, struct area area,
                      const struct hint *hint, const char *keys)
{
    const char *label = hint_label(hint, !app->top->below);
    int n_keys = draw_text(&app->canvas, area, STYLE_STATUS_KEY, keys);
    int n_first = hint->actions[1] == ACTION_NONE ? n_keys : (n_keys + 1) / 2;
    struct area word = area_right_of(area, n_keys + 1);
    int n_word = draw_text(&app->canvas, word, STYLE_STATUS, label);
    add_spot(app, area.col, n_first, hint->actions[0]);
    add_spot(app, area.col + n_first, n_keys - n_first, hint->actions[1]);
    add_spot(app, word.col - 1, n_word + 1, hint->actions[hint->onward]);
}

enum action app_hint_at(const struct app *app, int row, int col)
{
    for (size_t i = 0; i < app->n_spots && row == LINES - 1; i++)
        if (col >= app->spots[i].col &&
            col < app->spots[i].col + app->spots[i].cols)
            return app->spots[i].action;
    return ACTION_NONE;
}

static void draw_hints(struct app *app, struct area area,
                       const struct status *status)
{
    struct buf keys[HINTS_MAX];
    int cells[HINTS_MAX] = {0};
    bool shown[HINTS_MAX];
    int gap = hints_gap(COLS);
    size_t n = 0;
    for (; n < HINTS_MAX && status->hints[n].actions[0] != ACTION_NONE; n++) {
        buf_init(&keys[n]);
        hint_keys(&app->keymap, &status->hints[n], app->canvas.charset != NULL,
                  &keys[n]);
        const char *label = hint_label(&status->hints[n], !app->top->below);
        cells[n] = keys[n].n_bytes ? draw_cells(&app->canvas, keys[n].data) +
                                         1 + (int)strlen(label) + gap
                                   : 0;
    }
    hints_fit(cells, n, area.cols + gap, shown);
    for (size_t i = 0; i < n; i++) {
        if (shown[i]) {
            draw_hint(app, area, &status->hints[i], keys[i].data);
            area = area_right_of(area, cells[i]);
        }
        buf_finish(&keys[i]);
    }
}

static void draw_status(struct app *app, struct area area)
{
    struct status status = {0};
    buf_init(&status.place);
    app->top->ops->describe(app->top, app, &status);
    int used = draw_text(&app->canvas, area_right_of(area, 1), STYLE_STATUS,
                         status.place.data);
    if (used)
        used += hints_gap(COLS);
    area = area_right_of(area, used + 1);
    area.cols--;
    draw_hints(app, area, &status);
    buf_finish(&status.place);
}

/* A message that is longer than the line takes as many as it needs: nobody
 * must miss the second half of "call your local emergency number". */
static void draw_message(struct app *app, struct area line)
{
    enum style style = app->message_is_error ? STYLE_ERROR : STYLE_MESSAGE;
    struct leaf leaf;
    leaf_init(&leaf, line.cols > 2 ? (unsigned)line.cols - 2 : 1,
              app->canvas.charset);
    leaf_line(&leaf, style, app->message.data);
    int rows = (int)leaf.n_rows < LINES ? (int)leaf.n_rows : LINES;
    struct area area = {LINES - rows, 0, rows, line.cols};
    draw_fill(&app->canvas, area, STYLE_STATUS);
    leaf_draw(&leaf, &app->canvas, area_right_of(area, 1));
    leaf_finish(&leaf);
}

static void draw_bottom(struct app *app)
{
    struct area area = status_area();
    app->n_spots = 0;
    const struct prompt *prompt = &app->top->prompt;
    bool typing = prompt_is_open(prompt) && !prompt->ops->in_view;
    if (LINES < 2 && !typing)
        return;
    draw_fill(&app->canvas, area, STYLE_STATUS);
    if (typing)
        prompt_draw(prompt, app, area);
    else if (app->message.n_bytes)
        draw_message(app, area);
    else
        draw_status(app, area);
}

static int clamp(int n, int limit)
{
    return n < 0 ? 0 : n < limit ? n : limit - 1;
}

void app_draw(struct app *app)
{
    erase();
    draw_cursor(&app->canvas, LINES - 1, 0);
    draw_views(app, app->top);
    draw_bottom(app);
    move(clamp(app->canvas.cursor_row, LINES),
         clamp(app->canvas.cursor_col, COLS));
    refresh();
}
