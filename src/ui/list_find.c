/* Incremental find in lists: help, sources, problems, outline. */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "ui/app.h"
#include "ui/leaf.h"
#include "ui/list.h"

static bool row_has(const struct leaf_row *row, const char *folded_text)
{
    struct buf text;
    buf_init(&text);
    for (uint32_t i = 0; i < row->line.n_spans; i++)
        buf_add_n(&text, row->line.spans[i].text, row->line.spans[i].n_bytes);
    char *folded = fold_string(text.data, FOLD_ALL);
    bool has = strstr(folded, folded_text);
    free(folded);
    buf_finish(&text);
    return has;
}

/* The first row with the text, starting at a row and wrapping round; LIST_NONE
 * if there is none. A step of n_rows - 1 searches backwards. */
static size_t find_row(const struct list *list, size_t from, size_t step)
{
    size_t n = list_n_rows(list), found = LIST_NONE;
    char *folded_text = fold_string(list->find_text.data, FOLD_ALL);
    for (size_t i = 0; i < n && *folded_text && found == LIST_NONE; i++) {
        size_t row = (from + i * step) % n;
        if (row_has(&list->page->rows[row], folded_text))
            found = row;
    }
    free(folded_text);
    return found;
}

/* Selects the item in the row, if the row has one. */
static void go_row(struct view *view, struct app *app, size_t row)
{
    struct list *list = view->list;
    if (row != LIST_NONE) {
        size_t item = (size_t)list->page->rows[row].item;
        if (item != LIST_NONE)
            list_select(view, app, item);
        list_show_row(list, row);
    }
    list->found = row;
}

static void find_changed(struct view *view, struct app *app, const char *text)
{
    struct list *list = view->list;
    buf_clear(&list->find_text);
    buf_add(&list->find_text, text);
    go_row(view, app, find_row(list, list->find_top, 1));
    if (list->found == LIST_NONE)
        list_select(view, app, list->find_selected);
}

static void find_done(struct view *view, struct app *app, const char *text)
{
    if (*text && view->list->found == LIST_NONE)
        app_say(app,
                view->ops->is_box ? _("No matches for \"%s\" in this box")
                                  : _("No matches for \"%s\""),
                text);
}

static void find_cancelled(struct view *view, struct app *app)
{
    struct list *list = view->list;
    buf_clear(&list->find_text);
    list->found = LIST_NONE;
    list_select(view, app, list->find_selected);
    list->top = list->find_top;
}

static void find_note(struct view *view, struct app *app, struct buf *out)
{
    const struct list *list = view->list;
    (void)app;
    if (!list->find_text.n_bytes)
        prompt_note_kept(&view->prompt, out);
    else if (list->found == LIST_NONE)
        buf_add(out, _("no matches  "));
    else
        buf_add(out, _("Enter done  "));
    buf_add(out, _("Esc cancel "));
}

void list_find(struct view *view, struct app *app)
{
    static const struct prompt_ops ops = {
        .label = N_("Find: "),
        .is_kept = true,
        .changed = find_changed,
        .done = find_done,
        .cancelled = find_cancelled,
        .note = find_note,
    };
    struct list *list = view->list;
    (void)app;
    buf_clear(&list->find_text);
    list->find_top = list->top;
    list->find_selected = list->selected;
    prompt_open(&view->prompt, &ops, "");
}

/* The last or first row of the selected item; the top row if none is
 * selected. */
static size_t edge_of_selected(const struct list *list, bool last)
{
    size_t edge = LIST_NONE;
    for (size_t row = 0; row < list_n_rows(list); row++)
        if ((size_t)list->page->rows[row].item == list->selected &&
            list->selected != LIST_NONE && (last || edge == LIST_NONE))
            edge = row;
    return edge == LIST_NONE ? list->top : edge;
}

/* The row to continue from: the match, or else the selected item. */
static size_t row_here(const struct list *list, bool ahead)
{
    size_t found = list->found;
    if (found != LIST_NONE && list->page->rows[found].item == NO_ITEM)
        return found;
    return edge_of_selected(list, ahead);
}

static void find_again(struct view *view, struct app *app, bool ahead)
{
    struct list *list = view->list;
    size_t n = list_n_rows(list);
    size_t step = ahead || n < 2 ? 1 : n - 1;
    if (!list->find_text.n_bytes)
        app_say(app, view->ops->is_box ? _("Press / to search this box")
                                       : _("Nothing to repeat. Press / to "
                                           "search"));
    else
        go_row(view, app, find_row(list, row_here(list, ahead) + step, step));
}

void list_find_next(struct view *view, struct app *app)
{
    find_again(view, app, true);
}

void list_find_previous(struct view *view, struct app *app)
{
    find_again(view, app, false);
}
