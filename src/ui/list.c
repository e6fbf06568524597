/* Selection, scrolling, keys and mouse of all lists. */
#include "ui/list.h"

#include <limits.h>

#include "base/i18n.h"
#include "ui/app.h"
#include "ui/leaf.h"

#define NUMBER_CELLS 14    /* of "123 of 456. " */
#define FAR (LONG_MAX / 2) /* items: past either end */

void list_init(struct list *list)
{
    *list = (struct list){.selected = LIST_NONE, .found = LIST_NONE};
    buf_init(&list->find_text);
}

void list_finish(struct list *list)
{
    buf_finish(&list->find_text);
}

void list_set_page(struct list *list, const struct leaf *page)
{
    list->page = page;
    list->n_items = (size_t)page->n_items;
}

size_t list_n_rows(const struct list *list)
{
    return list->page ? list->page->n_rows : list->n_items;
}

/* The number of visible rows; at least one, so that moving always works. */
static size_t n_shown(const struct list *list)
{
    return list->area.rows > 0 ? (size_t)list->area.rows : 1;
}

static size_t last_top(const struct list *list)
{
    size_t n_rows = list_n_rows(list), shown = n_shown(list);
    return n_rows > shown ? n_rows - shown : 0;
}

/* The item of a row; LIST_NONE if it has none. */
static size_t item_of_row(const struct list *list, size_t row)
{
    if (row >= list_n_rows(list))
        return LIST_NONE;
    return list->page ? (size_t)list->page->rows[row].item : row;
}

/* The rows of an item, from first to before end; both equal if it has none. */
static void find_rows(const struct list *list, size_t item, size_t *first,
                      size_t *end)
{
    size_t n_rows = list_n_rows(list);
    *first = list->page ? 0 : item;
    while (*first < n_rows && item_of_row(list, *first) != item)
        ++*first;
    *end = *first;
    while (*end < n_rows && item_of_row(list, *end) == item)
        ++*end;
}

/* The number of rows without an item right above a row: headings. */
static size_t n_heading_rows(const struct list *list, size_t row)
{
    size_t n = 0;
    while (n < row && item_of_row(list, row - n - 1) == LIST_NONE)
        n++;
    return n;
}

/* Scrolls so that the selected item is visible, with its heading if there is
 * room. If the item is too high its start counts. */
static void show_selected(struct list *list)
{
    size_t shown = n_shown(list), first, end;
    find_rows(list, list->selected, &first, &end);
    if (first == end)
        return;
    size_t heading = n_heading_rows(list, first);
    size_t room = end - first < shown ? shown - (end - first) : 0;
    first -= heading < room ? heading : room;
    if (end > list->top + shown)
        list->top = end - shown;
    if (first < list->top)
        list->top = first;
}

void list_show_row(struct list *list, size_t row)
{
    size_t shown = n_shown(list);
    if (row < list->top || row >= list->top + shown)
        list->top = row > shown / 3 ? row - shown / 3 : 0;
}

static void scroll(struct list *list, long rows)
{
    size_t back = rows < 0 ? (size_t)-rows : 0, last = last_top(list);
    list->top -= back < list->top ? back : list->top;
    list->top += rows > 0 ? (size_t)rows : 0;
    if (list->top > last)
        list->top = last;
}

void list_scroll(struct list *list, long rows)
{
    scroll(list, rows);
    list->is_scrolled = true;
}

void list_select(struct view *view, struct app *app, size_t item)
{
    struct list *list = view->list;
    list->selected = item;
    list->is_scrolled = false;
    list->has_cursor = true;
    if (item == LIST_NONE)
        return;
    if (view->ops->list->select)
        view->ops->list->select(view, app, item);
    show_selected(list);
}

/* Near the end the view may add items before the selection is limited to the
 * last one. */
static void select_by(struct view *view, struct app *app, long items)
{
    struct list *list = view->list;
    long target = (list->selected == LIST_NONE ? -1 : (long)list->selected);
    target += items;
    list->found = LIST_NONE;
    if (view->ops->list->more && target >= (long)list->n_items - 1)
        target -= view->ops->list->more(view, app, items >= FAR);
    long last = (long)list->n_items - 1;
    if (last < 0) {
        scroll(list, items);
        return;
    }
    target = target > last ? last : target;
    list_select(view, app, target < 0 ? 0 : (size_t)target);
}

/* How many items a move by rows is; at least one. */
static long items_of_rows(const struct list *list, long rows)
{
    size_t first, end, last = list_n_rows(list);
    long step = rows < 0 ? -1 : 1;
    if (!list->page || list->selected == LIST_NONE || !last)
        return rows;
    find_rows(list, list->selected, &first, &end);
    long row = (long)first + rows;
    row = row < 0 ? 0 : row >= (long)last ? (long)last - 1 : row;
    while (row != (long)first && item_of_row(list, (size_t)row) == LIST_NONE)
        row -= step;
    long items = (long)item_of_row(list, (size_t)row) - (long)list->selected;
    return items ? items : step;
}

static void move_by(struct view *view, struct app *app, long by)
{
    if (view->list->scrolls)
        scroll(view->list, by);
    else
        select_by(view, app, by);
}

static void move_by_rows(struct view *view, struct app *app, long rows)
{
    move_by(view, app,
            view->list->scrolls ? rows : items_of_rows(view->list, rows));
}

static long page_rows(const struct view *view)
{
    size_t shown = n_shown(view->list);
    return shown > 2 ? (long)shown - 1 : 1;
}

static void down(struct view *view, struct app *app)
{
    move_by(view, app, 1);
}

static void up(struct view *view, struct app *app)
{
    move_by(view, app, -1);
}

static void page_down(struct view *view, struct app *app)
{
    move_by_rows(view, app, page_rows(view));
}

static void page_up(struct view *view, struct app *app)
{
    move_by_rows(view, app, -page_rows(view));
}

static void half_down(struct view *view, struct app *app)
{
    move_by_rows(view, app, (page_rows(view) + 1) / 2);
}

static void half_up(struct view *view, struct app *app)
{
    move_by_rows(view, app, -(page_rows(view) + 1) / 2);
}

static void start(struct view *view, struct app *app)
{
    move_by(view, app, -FAR);
}

static void end(struct view *view, struct app *app)
{
    move_by(view, app, FAR);
}

void list_next(struct view *view, struct app *app)
{
    select_by(view, app, 1);
}

void list_previous(struct view *view, struct app *app)
{
    select_by(view, app, -1);
}

void list_choose(struct view *view, struct app *app)
{
    const struct list_ops *ops = view->ops->list;
    if (ops->choose && view->list->selected < view->list->n_items)
        ops->choose(view, app, view->list->selected);
}

const struct view_action list_actions[] = {
    {ACTION_DOWN, down},
    {ACTION_UP, up},
    {ACTION_PAGE_DOWN, page_down},
    {ACTION_PAGE_UP, page_up},
    {ACTION_HALF_DOWN, half_down},
    {ACTION_HALF_UP, half_up},
    {ACTION_START, start},
    {ACTION_END, end},
    {ACTION_NEXT_LINK, list_next},
    {ACTION_PREVIOUS_LINK, list_previous},
    {ACTION_ENTER, list_choose},
    {ACTION_FIND, list_find},
    {ACTION_FIND_NEXT, list_find_next},
    {ACTION_FIND_PREVIOUS, list_find_previous},
    {ACTION_NONE, NULL},
};

void list_add_number(const struct list *list, size_t item, struct buf *out)
{
    buf_printf(out, _("%zu of %zu. "), item + 1, list->n_items);
}

void list_add_selected(const struct list *list, struct buf *out)
{
    size_t row = 0;
    while (row < list_n_rows(list) && item_of_row(list, row) != list->selected)
        row++;
    if (!list->page || row == list_n_rows(list))
        return;
    const struct line *line = &list->page->rows[row].line;
    for (uint32_t i = 0; i < line->n_spans; i++)
        buf_add_n(out, line->spans[i].text, line->spans[i].n_bytes);
}

/* Narrower rows have no room for numbers. */
static bool has_numbers(int cells)
{
    return cells >= 2 * NUMBER_CELLS;
}

unsigned list_linear_cells(unsigned cells)
{
    return has_numbers((int)cells) ? cells - NUMBER_CELLS : cells;
}

/* Appends "3 of 16. " before the first row of an item. */
static void add_row_number(struct view *view, size_t row, struct buf *out)
{
    const struct list *list = view->list;
    size_t item = item_of_row(list, row);
    if (item == LIST_NONE || (row && item_of_row(list, row - 1) == item))
        return;
    if (view->ops->list->number)
        view->ops->list->number(view, item, out);
    else
        list_add_number(list, item, out);
}

/* Puts the title of the list before what the cursor is on at first. It has a
 * row of its own as well, and is left out where it would drive text out of the
 * row. */
static void add_title(const struct list *list, const struct app *app,
                      size_t row, int cols, struct buf *said)
{
    bool is_first =
        list->scrolls ? row == 0 : item_of_row(list, row) == list->selected;
    struct buf title;
    if (!list->title || !is_first || (said->n_bytes == 0 && row > 0))
        return;
    buf_init(&title);
    buf_printf(&title, "%s. %s", _(list->title), said->data);
    if (draw_cells(&app->canvas, title.data) +
            (int)list->page->rows[row].line.cells <=
        cols) {
        buf_clear(said);
        buf_add(said, title.data);
    }
    buf_finish(&title);
}

/* What is said before a row. Returns the cells used. */
static int draw_number(struct view *view, struct app *app, size_t row,
                       struct area area)
{
    const struct list *list = view->list;
    bool here = item_of_row(list, row) == list->selected;
    struct buf text;
    buf_init(&text);
    if (has_numbers(area.cols))
        add_row_number(view, row, &text);
    add_title(list, app, row, area.cols, &text);
    int cells = draw_text(&app->canvas, area,
                          here ? STYLE_SELECTED : STYLE_TEXT, text.data);
    buf_finish(&text);
    return cells;
}

static void draw_row(struct view *view, struct app *app, size_t row,
                     struct area area)
{
    const struct list *list = view->list;
    const struct leaf_row *line = &list->page->rows[row];
    bool selected =
        list->selected != LIST_NONE && item_of_row(list, row) == list->selected;
    bool head =
        selected && (row == 0 || item_of_row(list, row - 1) != list->selected);
    struct highlight all = {0, NO_TEXT, STYLE_SELECTED};
    struct area whole = area_right_of(area, -list->marker_cols);
    bool marked = selected && (head || !view->ops->list->marks_head);
    if (marked)
        draw_fill(&app->canvas, whole, STYLE_SELECTED);
    if (head && list->marker_cols)
        draw_text(&app->canvas, whole, STYLE_SELECTED,
                  draw_glyph(&app->canvas, GLYPH_POINTER));
    if (row == list->found)
        all.style = STYLE_MATCH_HERE;
    if (head || row == list->found)
        draw_cursor(&app->canvas, area.row, whole.col);
    if (app->linear)
        area = area_right_of(area, draw_number(view, app, row, area));
    draw_line(&app->canvas, area, &line->line, &all,
              marked || row == list->found);
    if (head && view->ops->list->marks_head && !app->linear)
        draw_text(&app->canvas, area, STYLE_SELECTED,
                  draw_glyph(&app->canvas, GLYPH_POINTER));
}

void list_draw(struct view *view, struct app *app, struct area area)
{
    struct list *list = view->list;
    list->area = area;
    if (list->selected != LIST_NONE && !list->scrolls && !list->is_scrolled)
        show_selected(list);
    if (list->top > last_top(list))
        list->top = last_top(list);
    for (int i = 0; i < area.rows; i++) {
        size_t row = list->top + (size_t)i;
        if (row >= list_n_rows(list))
            break;
        if (list->page)
            draw_row(view, app, row, area_row(area, i));
        else
            view->ops->list->draw(view, app, row, area_row(area, i));
    }
}

bool list_pointer(struct view *view, struct app *app, const struct event *event)
{
    struct list *list = view->list;
    const struct area *area = &list->area;
    long row = event->row - area->row;
    if (event->pointer != POINTER_CLICK) {
        move_by(view, app, event->pointer == POINTER_WHEEL_UP ? -1 : 1);
        return true;
    }
    if (row < 0 || row >= area->rows || event->col >= area->col + area->cols)
        return false;
    size_t item = item_of_row(list, list->top + (size_t)row);
    if (item == LIST_NONE)
        return false;
    bool chooses = view->ops->list->click_chooses || item == list->selected;
    if (item != list->selected)
        list_select(view, app, item);
    if (chooses)
        list_choose(view, app);
    return true;
}
