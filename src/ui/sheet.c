/* Scrolling and choosing, for all boxes. */
#include "ui/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/mem.h"

static struct sheet *sheet_of(struct view *view)
{
    return (struct sheet *)view;
}

static void sheet_describe(struct view *view, struct app *app,
                           struct status *out)
{
    static const struct hint text[] = {
        {{ACTION_UP, ACTION_DOWN}, "move", 1},
        {{ACTION_PAGE_DOWN}, NULL},
        {{ACTION_FIND}, "find"},
        {{ACTION_ESCAPE}, "close"},
        {{ACTION_NONE}, NULL},
    };
    static const struct hint items[] = {
        {{ACTION_NEXT_LINK}, "select"},
        {{ACTION_ENTER}, NULL},
        {{ACTION_UP, ACTION_DOWN}, "move", 1},
        {{ACTION_HELP}, NULL},
        {{ACTION_ESCAPE}, "close"},
        {{ACTION_NONE}, NULL},
    };
    static const struct hint menu[] = {
        {{ACTION_ENTER}, NULL}, {{ACTION_UP, ACTION_DOWN}, "select", 1},
        {{ACTION_HELP}, NULL},  {{ACTION_ESCAPE}, "close"},
        {{ACTION_NONE}, NULL},
    };
    static const struct hint words[] = {
        {{ACTION_ESCAPE}, "close"},
        {{ACTION_NONE}, NULL},
    };
    static const struct hint picker[] = {
        {{ACTION_ENTER}, NULL},
        {{ACTION_ESCAPE}, "close"},
        {{ACTION_NONE}, NULL},
    };
    struct sheet *sheet = sheet_of(view);
    (void)app;
    if (sheet->ops->type == SHEET_PICKER)
        out->hints = sheet->ops->choose ? picker : words;
    else if (!sheet->is_text)
        out->hints = menu;
    else if (sheet->ops->choose && sheet->leaf.n_items)
        out->hints = items;
    else
        out->hints = text;
    if (!sheet->is_text && sheet->leaf.n_items)
        buf_printf(&out->place, "%d of %d", sheet->selected + 1,
                   sheet->leaf.n_items);
}

static void scroll_by(struct sheet *sheet, long rows)
{
    size_t last = sheet_last_top(sheet);
    if (rows < 0)
        sheet->top -= (size_t)-rows < sheet->top ? (size_t)-rows : sheet->top;
    else
        sheet->top += (size_t)rows;
    if (sheet->top > last)
        sheet->top = last;
}

void sheet_select(struct sheet *sheet, struct app *app, int item)
{
    sheet->selected = item;
    if (item != NO_ITEM && sheet->ops->select)
        sheet->ops->select(sheet, app, item);
}

static void select_by(struct sheet *sheet, struct app *app, long items)
{
    long selected = sheet->selected + items;
    long last = sheet->leaf.n_items - 1;
    if (last < 0)
        return;
    sheet_select(sheet, app,
                 (int)(selected < 0      ? 0
                       : selected > last ? last
                                         : selected));
    sheet_show_selected(sheet);
    sheet->found = NO_ROW;
}

static void move_by(struct sheet *sheet, struct app *app, long by)
{
    if (sheet->is_text)
        scroll_by(sheet, by);
    else
        select_by(sheet, app, by);
}

static void choose(struct sheet *sheet, struct app *app)
{
    if (sheet->ops->choose && sheet->selected != NO_ITEM)
        sheet->ops->choose(sheet, app, sheet->selected);
    else if (sheet->ops->type == SHEET_PICKER && !sheet->ops->choose)
        app_pop(app);
}

static bool sheet_act(struct view *view, struct app *app, enum action action,
                      const struct event *event)
{
    struct sheet *sheet = sheet_of(view);
    long page = sheet->area.rows > 2 ? sheet->area.rows - 1 : 1;
    long all = (long)sheet->leaf.n_rows;
    (void)event;
    switch (action) {
    case ACTION_DOWN: move_by(sheet, app, 1); return true;
    case ACTION_UP: move_by(sheet, app, -1); return true;
    case ACTION_PAGE_DOWN: move_by(sheet, app, page); return true;
    case ACTION_PAGE_UP: move_by(sheet, app, -page); return true;
    case ACTION_HALF_DOWN: move_by(sheet, app, (page + 1) / 2); return true;
    case ACTION_HALF_UP: move_by(sheet, app, -(page + 1) / 2); return true;
    case ACTION_START: move_by(sheet, app, -all); return true;
    case ACTION_END: move_by(sheet, app, all); return true;
    case ACTION_NEXT_LINK: select_by(sheet, app, 1); return true;
    case ACTION_PREVIOUS_LINK: select_by(sheet, app, -1); return true;
    case ACTION_ENTER: choose(sheet, app); return true;
    case ACTION_FIND: sheet_find(sheet); return true;
    case ACTION_FIND_NEXT: sheet_find_again(sheet, app, true); return true;
    case ACTION_FIND_PREVIOUS: sheet_find_again(sheet, app, false); return true;
    default: return false;
    }
}

static void filter_changed(struct view *view, struct app *app, const char *text)
{
    struct sheet *sheet = sheet_of(view);
    (void)app;
    buf_clear(&sheet->filter);
    buf_add(&sheet->filter, text);
    sheet->selected = 0;
    sheet->top = 0;
    sheet->view.stale = true;
}

static void filter_cancelled(struct view *view, struct app *app)
{
    (void)view;
    app_pop(app);
}

static void filter_done(struct view *view, struct app *app, const char *text);

static void filter_open(struct sheet *sheet, const char *text)
{
    static const struct prompt_ops ops = {
        .label = ": ",
        .placeholder = "type to find",
        .in_list = true,
        .in_view = true,
        .clicks = true,
        .changed = filter_changed,
        .done = filter_done,
        .cancelled = filter_cancelled,
    };
    prompt_open(&sheet->view.prompt, &ops, text);
}

/* Where nothing matches there is nothing to choose, and one types on. */
static void filter_done(struct view *view, struct app *app, const char *text)
{
    struct sheet *sheet = sheet_of(view);
    if (sheet->ops->choose && !sheet->leaf.n_items)
        filter_open(sheet, text);
    else
        choose(sheet, app);
}

static bool sheet_key(struct view *view, struct app *app,
                      const struct event *event)
{
    struct sheet *sheet = sheet_of(view);
    return sheet->ops->letter && sheet->ops->letter(sheet, app, event->key);
}

static bool sheet_pointer(struct view *view, struct app *app,
                          const struct event *event)
{
    struct sheet *sheet = sheet_of(view);
    long row = event->row - sheet->area.row;
    bool inside = row >= 0 && row < sheet->area.rows &&
                  event->col >= sheet->area.col - 2 &&
                  event->col < sheet->area.col + sheet->area.cols + 2;
    size_t leaf_row = sheet->top + (size_t)(row < 0 ? 0 : row);
    if (event->pointer == POINTER_WHEEL_UP)
        move_by(sheet, app, -1);
    else if (event->pointer == POINTER_WHEEL_DOWN)
        move_by(sheet, app, 1);
    else if (!inside)
        app_pop(app);
    else if (leaf_row < sheet->leaf.n_rows &&
             sheet->leaf.rows[leaf_row].item != NO_ITEM) {
        sheet->selected = sheet->leaf.rows[leaf_row].item;
        choose(sheet, app);
    }
    return true;
}

static void sheet_changed(struct view *view, struct app *app)
{
    (void)app;
    view->stale = true;
}

static void sheet_close(struct view *view)
{
    struct sheet *sheet = sheet_of(view);
    if (sheet->ops->finish)
        sheet->ops->finish(sheet);
    leaf_finish(&sheet->leaf);
    buf_finish(&sheet->filter);
    free(sheet);
}

static const struct view_ops sheet_view = {
    .name = "box",
    .where = IN_BOX,
    .is_box = true,
    .draw = sheet_draw,
    .describe = sheet_describe,
    .act = sheet_act,
    .key = sheet_key,
    .pointer = sheet_pointer,
    .changed = sheet_changed,
    .close = sheet_close,
};

void *sheet_open(struct app *app, const struct sheet_ops *ops, size_t n_bytes)
{
    struct sheet *sheet = mem_calloc(1, n_bytes);
    sheet->view.ops = &sheet_view;
    sheet->ops = ops;
    sheet->selected = NO_ITEM;
    sheet->found = NO_ROW;
    buf_init(&sheet->filter);
    sheet->is_text = ops->type == SHEET_TEXT;
    leaf_init(&sheet->leaf, 1, NULL);
    app_push(app, &sheet->view);
    if (ops->type == SHEET_PICKER)
        filter_open(sheet, "");
    return sheet;
}

bool sheet_matches(const struct sheet *sheet, const char *text)
{
    char *folded = fold_string(text, FOLD_ALL);
    char *wanted = fold_string(sheet->filter.data, FOLD_ALL);
    bool matches = true;
    char *rest = wanted, *word;
    while (matches && (word = strsep(&rest, " ")))
        matches = strstr(folded, word) != NULL;
    free(folded);
    free(wanted);
    return matches;
}
