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

static void go(struct sheet *sheet, size_t row)
{
    sheet->found = row;
    if (row != NO_ROW)
        sheet_show_row(sheet, row);
}

static void changed(struct view *view, struct app *app, const char *text)
{
    struct sheet *sheet = (struct sheet *)view;
    (void)app;
    buf_clear(&sheet->filter);
    buf_add(&sheet->filter, text);
    go(sheet, find_row(sheet, sheet->find_from, 1));
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
    (void)app;
    buf_clear(&sheet->filter);
    sheet->found = NO_ROW;
    sheet->top = sheet->find_from;
}

static void note(struct view *view, struct app *app, struct buf *out)
{
    const struct sheet *sheet = (const struct sheet *)view;
    (void)app;
    buf_add(out,
            sheet->filter.n_bytes && sheet->found == NO_ROW ? "none  " : "");
    buf_add(out, "Enter keep  Esc back ");
}

void sheet_find(struct sheet *sheet, struct app *app)
{
    static const struct prompt_ops ops = {
        .label = "Find: ",
        .changed = changed,
        .done = done,
        .cancelled = cancelled,
        .note = note,
    };
    sheet->find_from = sheet->top;
    prompt_open(&app->prompt, &ops, &sheet->view, "");
}

/* Forward a step of one, back a step of one less than all. */
void sheet_find_again(struct sheet *sheet, struct app *app, bool ahead)
{
    size_t n = sheet->leaf.n_rows;
    size_t step = ahead || n < 2 ? 1 : n - 1;
    if (!sheet->filter.n_bytes)
        app_say(app, "/ finds in this box");
    else
        go(sheet,
           find_row(sheet,
                    sheet->found == NO_ROW ? sheet->top : sheet->found + step,
                    step));
}
