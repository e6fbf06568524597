/* What all boxes have in common: keys, mouse, filter, status line. */
#include "ui/box.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/mem.h"

#define NARROW_COLS 56

static struct box *box_of(struct view *view)
{
    return (struct box *)view;
}

static void box_describe(struct view *view, struct app *app, struct status *out)
{
    static const struct hint text[] = {
        {{ACTION_UP, ACTION_DOWN}, N_("move"), 1},
        {{ACTION_PAGE_DOWN}, NULL},
        {{ACTION_FIND}, N_("find")},
        {{ACTION_ESCAPE}, N_("close")},
        {{ACTION_NONE}, NULL},
    };
    static const struct hint items[] = {
        {{ACTION_NEXT_LINK}, N_("select")},
        {{ACTION_ENTER}, NULL},
        {{ACTION_UP, ACTION_DOWN}, N_("move"), 1},
        {{ACTION_HELP}, NULL},
        {{ACTION_ESCAPE}, N_("close")},
        {{ACTION_NONE}, NULL},
    };
    static const struct hint narrow_items[] = {
        {{ACTION_NEXT_LINK}, N_("select")},
        {{ACTION_ENTER}, NULL},
        {{ACTION_ESCAPE}, N_("close")},
        {{ACTION_NONE}, NULL},
    };
    static const struct hint menu[] = {
        {{ACTION_ENTER}, NULL}, {{ACTION_UP, ACTION_DOWN}, N_("select"), 1},
        {{ACTION_HELP}, NULL},  {{ACTION_ESCAPE}, N_("close")},
        {{ACTION_NONE}, NULL},
    };
    static const struct hint words[] = {
        {{ACTION_ESCAPE}, N_("close")},
        {{ACTION_NONE}, NULL},
    };
    static const struct hint picker[] = {
        {{ACTION_ENTER}, NULL},
        {{ACTION_ESCAPE}, N_("close")},
        {{ACTION_NONE}, NULL},
    };
    struct box *box = box_of(view);
    (void)app;
    out->enter = box->enter;
    if (box->ops->type == BOX_PICKER)
        out->hints = box->ops->choose ? picker : words;
    else if (!box->list.scrolls)
        out->hints = menu;
    else if (box->ops->choose && box->list.n_items)
        out->hints = app_body().cols < NARROW_COLS ? narrow_items : items;
    else
        out->hints = text;
    if (!box->list.scrolls && box->list.n_items)
        buf_printf(&out->place, _("%zu of %zu"), box->list.selected + 1,
                   box->list.n_items);
}

static void list_chosen(struct view *view, struct app *app, size_t item)
{
    struct box *box = box_of(view);
    if (box->ops->choose)
        box->ops->choose(box, app, item);
}

static void list_selected(struct view *view, struct app *app, size_t item)
{
    struct box *box = box_of(view);
    if (box->ops->select)
        box->ops->select(box, app, item);
}

static const struct list_ops box_list = {
    .click_chooses = true,
    .select = list_selected,
    .choose = list_chosen,
};

static void filter_changed(struct view *view, struct app *app, const char *text)
{
    struct box *box = box_of(view);
    (void)app;
    buf_clear(&box->filter);
    buf_add(&box->filter, text);
    box->list.selected = 0;
    box->list.has_cursor = false;
    box->list.top = 0;
    view->stale = true;
}

static void filter_cancelled(struct view *view, struct app *app)
{
    (void)view;
    app_pop(app);
}

/* A key that edits brings the cursor back to the text; one that selects takes
 * it along. */
static bool filter_sees(struct view *view, struct app *app, uint32_t key)
{
    (void)app;
    (void)key;
    box_of(view)->list.has_cursor = false;
    return false;
}

static void filter_done(struct view *view, struct app *app, const char *text);

static void filter_open(struct box *box, const char *text)
{
    static const struct prompt_ops ops = {
        .label = ": ",
        .placeholder = N_("type to find"),
        .in_list = true,
        .in_view = true,
        .clicks = true,
        .key = filter_sees,
        .changed = filter_changed,
        .done = filter_done,
        .cancelled = filter_cancelled,
    };
    prompt_open(&box->view.prompt, &ops, text);
}

/* Where nothing matches there is nothing to choose, so the prompt stays
 * open. */
static void filter_done(struct view *view, struct app *app, const char *text)
{
    struct box *box = box_of(view);
    if (!box->ops->choose)
        app_pop(app);
    else if (box->list.n_items)
        list_choose(view, app);
    else
        filter_open(box, text);
}

static bool box_key(struct view *view, struct app *app, uint32_t key)
{
    struct box *box = box_of(view);
    box->list.title = NULL; /* it has been said */
    return box->ops->letter && box->ops->letter(box, app, key);
}

static void close_box(struct view *view, struct app *app)
{
    (void)view;
    app_pop(app);
}

/* A click beside a box closes it; on its frame it does nothing. */
static void box_pointer(struct view *view, struct app *app,
                        const struct event *event)
{
    const struct area *area = &box_of(view)->list.area;
    bool inside =
        event->row >= area->row && event->row < area->row + area->rows &&
        event->col >= area->col - 2 && event->col < area->col + area->cols + 2;
    if (event->pointer != POINTER_CLICK || inside)
        list_pointer(view, app, event);
    else
        app_pop(app);
}

static void box_changed(struct view *view, struct app *app)
{
    (void)app;
    view->stale = true;
}

static void box_close(struct view *view)
{
    struct box *box = box_of(view);
    if (box->ops->finish)
        box->ops->finish(box);
    leaf_finish(&box->leaf);
    list_finish(&box->list);
    buf_finish(&box->filter);
    free(box);
}

static const struct view_action actions[] = {
    {ACTION_ESCAPE, close_box},
    {ACTION_NONE, NULL},
};

const struct view_ops box_view_ops = {
    .name = "box",
    .where = IN_BOX,
    .is_box = true,
    .actions = actions,
    .list = &box_list,
    .draw = box_draw,
    .describe = box_describe,
    .key = box_key,
    .pointer = box_pointer,
    .changed = box_changed,
    .close = box_close,
};

void *box_open(struct app *app, const struct box_ops *ops, size_t n_bytes)
{
    struct box *box = mem_calloc(1, n_bytes);
    box->view.ops = &box_view_ops;
    box->view.list = &box->list;
    box->ops = ops;
    box->title = ops->title;
    box->enter = ops->enter;
    list_init(&box->list);
    box->list.title = ops->type == BOX_PICKER ? NULL : ops->title;
    box->list.scrolls = ops->type == BOX_TEXT;
    buf_init(&box->filter);
    leaf_init(&box->leaf, 1, NULL);
    app_push(app, &box->view);
    if (ops->type == BOX_PICKER)
        filter_open(box, "");
    return box;
}

bool box_matches(const struct box *box, const char *text)
{
    char *folded = fold_string(text, FOLD_ALL);
    char *wanted = fold_string(box->filter.data, FOLD_ALL);
    bool matches = true;
    char *rest = wanted, *word;
    while (matches && (word = strsep(&rest, " ")))
        matches = strstr(folded, word) != NULL;
    free(folded);
    free(wanted);
    return matches;
}
