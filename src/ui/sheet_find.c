/* Finding in a box of text: the help, sources, problems. */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "ui/sheet.h"

static bool row_has(const struct leaf_row *row, const char *wanted)
{
    struct buf text;
    buf_init(&text);
    for (uint32_t i = 0; i < row->line.n_spans; i++)
        buf_add_n(&text, row->line.spans[i].text, row->line.spans[i].n_bytes);
    char *folded = fold_string(text.data, FOLD_ALL);
    bool has = strstr(folded, wanted);
    free(folded);
    buf_finish(&text);
    return has;
}

/* The first row from a row on, forward or back and round, that has what is
 * looked for; NO_ROW. */
static size_t find_row(const struct sheet *sheet, size_t from, size_t step)
{
    size_t n = sheet->leaf.n_rows, found = NO_ROW;
    char *wanted = fold_string(sheet->filter.data, FOLD_ALL);
    for (size_t i = 0; i < n && *wanted && found == NO_ROW; i++) {
        size_t row = (from + i * step) % n;
        if (row_has(&sheet->leaf.rows[row], wanted))
            found = row;
    }
    free(wanted);
    return found;
}

static void go(struct sheet *sheet, struct app *app, size_t row)
{
    sheet->found = row;
    if (row == NO_ROW)
        return;
    sheet_show_row(sheet, row);
    if (sheet->leaf.rows[row].item != NO_ITEM)
        sheet_select(sheet, app, sheet->leaf.rows[row].item);
}

static void changed(struct view *view, struct app *app, const char *text)
{
    struct sheet *sheet = (struct sheet *)view;
    buf_clear(&sheet->filter);
    buf_add(&sheet->filter, text);
    go(sheet, app, find_row(sheet, sheet->find_from, 1));
    if (sheet->found == NO_ROW)
        sheet_select(sheet, app, sheet->find_selected);
}

static void done(struct view *view, struct app *app, const char *text)
{
    struct sheet *sheet = (struct sheet *)view;
    if (*text && sheet->found == NO_ROW)
        app_say(app, "\"%s\" is not in this box", text);
}

static void cancelled(struct view *view, struct app *app)
{
    struct sheet *sheet = (struct sheet *)view;
    buf_clear(&sheet->filter);
    sheet->found = NO_ROW;
    sheet->top = sheet->find_from;
    sheet_select(sheet, app, sheet->find_selected);
}

static void note(struct view *view, struct app *app, struct buf *out)
{
    const struct sheet *sheet = (const struct sheet *)view;
    (void)app;
    if (!sheet->filter.n_bytes)
        prompt_note_kept(&view->prompt, out);
    else if (sheet->found == NO_ROW)
        buf_add(out, "not found  ");
    else
        buf_add(out, "Enter keep  ");
    buf_add(out, "Esc cancel ");
}

void sheet_find(struct sheet *sheet)
{
    static const struct prompt_ops ops = {
        .label = "Find: ",
        .is_kept = true,
        .changed = changed,
        .done = done,
        .cancelled = cancelled,
        .note = note,
    };
    buf_clear(&sheet->filter);
    sheet->find_from = sheet->top;
    sheet->find_selected = sheet->selected;
    prompt_open(&sheet->view.prompt, &ops, "");
}

/* The last row of what is selected, or the first. */
static size_t edge_of_selected(const struct sheet *sheet, bool last)
{
    size_t edge = sheet->top;
    bool has_first = false;
    for (size_t row = 0; row < sheet->leaf.n_rows; row++)
        if (sheet->leaf.rows[row].item == sheet->selected &&
            (last || !has_first)) {
            edge = row;
            has_first = true;
        }
    return edge;
}

/* Where to go on from: forward a step of one, back one of one less than all. */
static size_t row_after(const struct sheet *sheet, bool ahead, size_t step)
{
    size_t found = sheet->found;
    if (found != NO_ROW && sheet->leaf.rows[found].item == NO_ITEM)
        return found + step;
    return sheet->selected == NO_ITEM ? sheet->top
                                      : edge_of_selected(sheet, ahead) + step;
}

void sheet_find_again(struct sheet *sheet, struct app *app, bool ahead)
{
    size_t n = sheet->leaf.n_rows;
    size_t step = ahead || n < 2 ? 1 : n - 1;
    if (!sheet->filter.n_bytes)
        app_say(app, "/ finds in this box");
    else
        go(sheet, app, find_row(sheet, row_after(sheet, ahead, step), step));
}
