/* The status line: the place, as many key hints as fit, and messages. */
#include "ui/hints.h"

#include <curses.h>
#include <string.h>

#include "base/i18n.h"
#include "ui/app.h"
#include "ui/leaf.h"

int hints_gap(int cols)
{
    return cols < 100 ? 2 : 3;
}

/* The index of the hint that gets room rank-th. */
static size_t by_rank(size_t rank, size_t n)
{
    if (n < 3)
        return rank;
    return rank == 0 ? 0 : rank == 1 ? n - 2 : rank == 2 ? n - 1 : rank - 2;
}

size_t hints_fit(const int *cells, size_t n, int room, bool *shown)
{
    size_t n_shown = 0;
    for (size_t i = 0; i < n; i++)
        shown[i] = false;
    for (size_t rank = 0; rank < n; rank++) {
        size_t i = by_rank(rank, n);
        if (cells[i] == 0 || cells[i] > room)
            continue;
        room -= cells[i];
        shown[i] = true;
        n_shown++;
    }
    return n_shown;
}

void hint_keys(const struct keymap *keymap, const struct hint *hint, bool ascii,
               struct buf *out)
{
    size_t start = out->n_bytes;
    keymap_keys(keymap, hint->actions[0], 1, ascii, out);
    if (hint->actions[1] == ACTION_NONE)
        return;
    /* "n/N", but arrows stand side by side. */
    if (out->n_bytes > start && !(out->data[start] & 0x80))
        buf_add_char(out, '/');
    keymap_keys(keymap, hint->actions[1], 1, ascii, out);
}

const char *hint_label(const struct hint *hint, bool is_first)
{
    if (hint->actions[0] == ACTION_CLOSE && is_first)
        return _("leave");
    const char *own = action_get(hint->actions[0])->hint;
    return hint->label ? _(hint->label) : own ? _(own) : "";
}

static struct area status_area(void)
{
    return (struct area){LINES - 1, 0, 1, COLS};
}

static void add_spot(struct app *app, int col, int cols, enum action action)
{
    app->spots[app->n_spots++] = (struct hint_spot){col, cols, action};
}

/* With two keys, each gets half of the clickable cells. */
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

/* A long message takes as many rows as it needs: nobody must miss the second
 * half of "call your local emergency number". */
static void draw_message(struct app *app, struct area line)
{
    enum theme_style style =
        app->message_is_error ? STYLE_ERROR : STYLE_MESSAGE;
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

void hints_draw(struct app *app)
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
