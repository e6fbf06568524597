/* The status line: the place, as many key hints as fit, and messages. */
#include "ui/hints.h"

#include <curses.h>
#include <stdint.h>
#include <string.h>

#include "base/i18n.h"
#include "ui/app.h"
#include "ui/leaf.h"

#define MESSAGE_GAP 4 /* cells between a message and the keys */
#define PLACE_COLS 30 /* width below which the place is never left out */

int hints_gap(int cols)
{
    return cols < 100 ? 2 : 3;
}

/* Lower is more important; several hints may have the same. */
static unsigned importance(const struct hint *hints, size_t i, size_t n)
{
    enum action action = hints[i].actions[0];
    if (action == ACTION_EMERGENCY)
        return 0;
    if (action == ACTION_ENTER || action == ACTION_KINDS)
        return 1;
    if (action == ACTION_HELP)
        return 2;
    return i == 0 ? 3 : i + 2 == n ? 4 : i + 1 == n ? 5 : 6;
}

void hints_rank(const struct hint *hints, size_t n, struct hint_room *out)
{
    for (size_t i = 0; i < n; i++) {
        out[i].rank = 0;
        for (size_t k = 0; k < n; k++) {
            unsigned own = importance(hints, i, n);
            unsigned other = importance(hints, k, n);
            out[i].rank += other < own || (other == own && k < i);
        }
    }
}

static struct hint_room *of_rank(struct hint_room *hints, size_t n,
                                 unsigned rank)
{
    size_t i = 0;
    while (i + 1 < n && hints[i].rank != rank)
        i++;
    return &hints[i];
}

size_t hints_fit(struct hint_room *hints, size_t n, int room)
{
    size_t n_shown = 0;
    for (unsigned rank = 0; rank < n; rank++) {
        struct hint_room *hint = of_rank(hints, n, rank);
        hint->shown = hint->cells > 0 && hint->cells <= room;
        room -= hint->shown ? hint->cells : 0;
        n_shown += hint->shown;
    }
    return n_shown;
}

/* Adds the arrow that an action has, whatever else is bound to it, or else its
 * first key. */
static void add_key(const struct keymap *keymap, enum action action, bool ascii,
                    struct buf *out)
{
    struct buf keys;
    buf_init(&keys);
    keymap_keys(keymap, action, SIZE_MAX, false, &keys);
    char *rest = keys.data, *key;
    while ((key = strsep(&rest, " ")))
        if (*key & 0x80 && !ascii) {
            buf_add(out, key);
            break;
        }
    if (!key)
        keymap_keys(keymap, action, 1, ascii, out);
    buf_finish(&keys);
}

void hint_keys(const struct keymap *keymap, const struct hint *hint, bool ascii,
               struct buf *out)
{
    size_t start = out->n_bytes;
    if (hint->key) {
        buf_add(out, hint->key);
        return;
    }
    struct buf second;
    buf_init(&second);
    add_key(keymap, hint->actions[0], ascii, out);
    if (hint->actions[1] != ACTION_NONE)
        add_key(keymap, hint->actions[1], ascii, &second);
    /* "Tab/Enter", but arrows stand side by side. */
    bool arrows = out->n_bytes > start && out->data[start] & 0x80 &&
                  second.n_bytes && second.data[0] & 0x80;
    if (out->n_bytes > start && second.n_bytes && !arrows)
        buf_add_char(out, '/');
    buf_add(out, second.data);
    buf_finish(&second);
}

const char *hint_label(const struct hint *hint, bool is_first)
{
    if (hint->actions[0] == ACTION_CLOSE)
        return is_first ? _("leave") : _("back");
    const char *own = action_get(hint->actions[0])->hint;
    return hint->label ? _(hint->label) : own ? _(own) : "";
}

static void add_spot(struct app *app, int col, int cols, enum action action)
{
    app->spots[app->n_spots++] = (struct hint_spot){col, cols, action};
}

static const char *label_of(const struct app *app, const struct status *status,
                            const struct hint *hint)
{
    return status->enter && hint->actions[0] == ACTION_ENTER
               ? *status->enter ? _(status->enter) : ""
               : hint_label(hint, !app->top->below);
}

/* With two keys, each gets half of the clickable cells. */
static void draw_hint(struct app *app, struct area area,
                      const struct hint *hint, const char *keys,
                      const char *label)
{
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

/* The hints of a status line, measured. */
struct hint_line {
    const struct status *status;
    struct buf keys[HINTS_MAX];
    struct hint_room room[HINTS_MAX];
    size_t n;
};

static void measure_hints(struct app *app, const struct status *status,
                          struct hint_line *out)
{
    const struct hint *hints = status->hints;
    size_t n = 0;
    *out = (struct hint_line){.status = status};
    for (; n < HINTS_MAX && hints[n].actions[0] != ACTION_NONE; n++) {
        struct buf *keys = &out->keys[n];
        buf_init(keys);
        hint_keys(&app->keymap, &hints[n], app->canvas.charset != NULL, keys);
        const char *label = label_of(app, status, &hints[n]);
        out->room[n].cells = keys->n_bytes && *label
                                 ? draw_cells(&app->canvas, keys->data) + 1 +
                                       draw_cells(&app->canvas, label) +
                                       hints_gap(COLS)
                                 : 0;
    }
    hints_rank(hints, n, out->room);
    out->n = n;
}

/* Fits the hints into so many cells. Returns whether help is among those that
 * are shown. */
static bool fit_hints(struct hint_line *line, int cols)
{
    const struct hint *hints = line->status->hints;
    bool has_help = false;
    hints_fit(line->room, line->n, cols + hints_gap(COLS));
    for (size_t i = 0; i < line->n; i++)
        has_help |= hints[i].actions[0] == ACTION_HELP && line->room[i].shown;
    return has_help;
}

static void draw_hints(struct app *app, struct area area,
                       struct hint_line *line)
{
    const struct status *status = line->status;
    for (size_t i = 0; i < line->n; i++) {
        if (line->room[i].shown) {
            draw_hint(app, area, &status->hints[i], line->keys[i].data,
                      label_of(app, status, &status->hints[i]));
            area = area_right_of(area, line->room[i].cells);
        }
        buf_finish(&line->keys[i]);
    }
}

static void clear_status(struct app *app)
{
    draw_fill(&app->canvas, (struct area){LINES - 1, 0, 1, COLS}, STYLE_STATUS);
}

static void draw_place_and_hints(struct app *app, struct area area,
                                 const struct status *status)
{
    struct hint_line line;
    int place = draw_cells(&app->canvas, status->place.data);
    int cols = area.cols - (place ? place + hints_gap(COLS) : 0);
    clear_status(app);
    measure_hints(app, status, &line);
    /* The place gives way to help, except on the smallest screens. */
    if (fit_hints(&line, cols) || area.cols < PLACE_COLS ||
        !fit_hints(&line, area.cols)) {
        fit_hints(&line, cols);
        draw_text_right(&app->canvas, area, STYLE_STATUS, status->place.data);
    }
    draw_hints(app, area, &line);
}

/* A view that needs the row itself has no hints. */
static void draw_status(struct app *app, struct area area)
{
    struct status status = {0};
    buf_init(&status.place);
    app->top->ops->describe(app->top, app, &status);
    if (status.hints)
        draw_place_and_hints(app, area, &status);
    buf_finish(&status.place);
}

/* The keys stay in sight behind a message that leaves them room. */
static void draw_hints_after(struct app *app, struct area area)
{
    struct status status = {0};
    struct hint_line line;
    buf_init(&status.place);
    app->top->ops->describe(app->top, app, &status);
    if (status.hints && area.cols > 0) {
        measure_hints(app, &status, &line);
        fit_hints(&line, area.cols);
        draw_hints(app, area, &line);
    }
    buf_finish(&status.place);
}

/* A long message takes as many rows as it needs: nobody must miss the second
 * half of "call your local emergency number". */
static void draw_message(struct app *app, struct area line)
{
    enum theme_style style =
        app->message_is_error ? STYLE_ERROR : STYLE_MESSAGE;
    struct leaf leaf;
    leaf_init(&leaf, line.cols > 0 ? (unsigned)line.cols : 1,
              app->canvas.charset);
    leaf_line(&leaf, style, app->message.data);
    int rows = (int)leaf.n_rows < LINES ? (int)leaf.n_rows : LINES;
    struct area area = {LINES - rows, line.col, rows, line.cols};
    /* A blank row tells a long message from the text above it. */
    bool spaced = rows > 1 && rows < LINES / 2;
    draw_fill(&app->canvas,
              (struct area){area.row - spaced, 0, rows + spaced, COLS},
              STYLE_STATUS);
    leaf_draw(&leaf, &app->canvas, area);
    if (rows == 1)
        draw_hints_after(app, area_right_of(line, (int)leaf.rows[0].line.cells +
                                                      MESSAGE_GAP));
    leaf_finish(&leaf);
}

void hints_draw(struct app *app)
{
    struct area area = app_status();
    app->n_spots = 0;
    const struct prompt *prompt = &app->top->prompt;
    bool typing = prompt_is_open(prompt) && !prompt->ops->in_view;
    if (LINES < 2 && !typing)
        return;
    if (typing) {
        clear_status(app);
        prompt_draw(prompt, app, area);
    } else if (app->message.n_bytes)
        draw_message(app, area);
    else
        draw_status(app, area);
}
