/* Draws boxes: size, frame, title, and the list inside. */
#include "ui/box.h"

#include "base/i18n.h"
#include "base/number.h"
#include "ui/article_view.h"

#define MAX_COLS 76
#define FRAMED_ROWS 5 /* smaller screens have no room for frames */
#define FRAMED_COLS 24
#define TITLED_ROWS 3
#define MENU_MIN_COLS 40 /* inside */
#define MARKER_COLS 2
#define FRAME_COLS 4   /* of the frame, and a cell beside it */
#define BESIDE_COLS 2  /* of a box that covers the text, at either side */
#define NARROW_COLS 84 /* a body that has no room for text beside a box */

/* Makes the page again and keeps the selection as far as possible. */
static void build(struct box *box, struct app *app, unsigned cells)
{
    struct list *list = &box->list;
    leaf_finish(&box->leaf);
    leaf_init(&box->leaf, cells, app->canvas.charset);
    box->leaf.is_linear = app->linear;
    box->ops->build(box, app, &box->leaf);
    list_set_page(list, &box->leaf);
    box->view.stale = false;
    if (list->selected >= list->n_items && list->selected != LIST_NONE)
        list->selected = list->n_items - 1;
    if (list->selected == LIST_NONE && !list->scrolls && list->n_items)
        list->selected = 0;
}

static size_t first_item_row(const struct leaf *leaf)
{
    size_t row = 0;
    while (row < leaf->n_rows && leaf->rows[row].item == NO_ITEM)
        row++;
    return row;
}

/* Whether the list scrolls or selects. A menu that becomes text is read from
 * its top. */
static void decide(struct box *box, struct area inside)
{
    struct list *list = &box->list;
    bool scrolled = list->scrolls;
    list->scrolls = box->ops->type == BOX_TEXT ||
                    (box->ops->type == BOX_MENU && list->n_items &&
                     first_item_row(&box->leaf) >= (size_t)inside.rows);
    if (list->scrolls && !scrolled)
        list->selected = LIST_NONE;
    else if (!list->scrolls && list->selected == LIST_NONE && list->n_items)
        list->selected = 0;
}

static int widest_row(const struct box *box)
{
    int widest = box->ops->type == BOX_MENU ? MENU_MIN_COLS : MAX_COLS;
    for (size_t i = 0; i < box->leaf.n_rows; i++)
        if (box->leaf.rows[i].line.cells > widest)
            widest = box->leaf.rows[i].line.cells;
    return widest;
}

/* Over the text of an article, where the list of sections stands beside it;
 * otherwise the body. */
static struct area room_of(const struct box *box, const struct app *app)
{
    const struct article_view *view = article_view_of(app_reading(app));
    struct area body = app_body();
    if (!view || !app_is_wide(app) || box->ops->max_cols || !view->text.cols)
        return body;
    int start = view->text.col - BESIDE_COLS;
    int end = view->text.col + view->text.cols + BESIDE_COLS;
    start = start < body.col ? body.col : start;
    end = number_min_int(end, body.col + body.cols);
    return (struct area){body.row, start, body.rows, end - start};
}

/* Makes the page for the cells inside an area of so many columns. */
static void fit(struct box *box, struct app *app, int cols)
{
    unsigned cells =
        (unsigned)(cols > box->list.marker_cols ? cols - box->list.marker_cols
                                                : 1);
    if (app->linear)
        cells = list_linear_cells(cells);
    if (box->view.stale || box->leaf.cells != cells ||
        box->leaf.is_linear != app->linear)
        build(box, app, cells);
}

/* As high as its text, in the middle. What would stand beside it in half lines
 * is covered; elsewhere a menu is no wider than its text. */
static struct area place(struct box *box, struct app *app, bool *framed)
{
    struct area body = app_body(), own = {0};
    if (box->ops->place)
        own = box->ops->place(box, app);
    if (own.cols > 0)
        body = own;
    *framed = body.rows >= FRAMED_ROWS && body.cols >= FRAMED_COLS &&
              !app->linear && own.cols <= 0;
    box->list.marker_cols = box->ops->choose && !app->linear ? MARKER_COLS : 0;
    if (!*framed) {
        fit(box, app, body.cols);
        return body;
    }
    struct area room = room_of(box, app);
    bool covers = room.cols < body.cols || body.cols <= NARROW_COLS;
    int most = box->ops->max_cols ? box->ops->max_cols : MAX_COLS;
    int cols =
        room.cols < body.cols ? room.cols : number_min_int(room.cols, most);
    bool picker = box->ops->type == BOX_PICKER;
    fit(box, app, cols - FRAME_COLS);
    int rows = number_min_int(room.rows, (int)box->leaf.n_rows + 2 + picker);
    if (!covers)
        cols = number_min_int(cols, widest_row(box) + FRAME_COLS +
                                        box->list.marker_cols + 1);
    return (struct area){room.row + (room.rows - rows) / 2,
                         room.col + (room.cols - cols) / 2, rows, cols};
}

/* Without a frame the title has a row of its own, if one can be spared. */
static struct area draw_title(struct box *box, struct app *app,
                              struct area area)
{
    draw_fill(&app->canvas, area, STYLE_TEXT);
    if (app->linear && box->ops->type == BOX_PICKER) /* before the prompt */
        return area;
    if (area.rows < TITLED_ROWS || area.cols < app_body().cols)
        return area;
    draw_text(&app->canvas, area, STYLE_TITLE, _(box->title));
    return area_below(area, 1);
}

/* In linear mode what is selected is said behind the text: "Actions: th. 1 of
 * 31. theme: T: Choose the colours". */
static void draw_spoken(struct box *box, struct app *app, struct area area)
{
    const char *typed = box->view.prompt.text.data;
    struct buf text;
    if (!*typed)
        return;
    buf_init(&text);
    buf_add(&text, ". ");
    if (box->list.n_items)
        list_add_number(&box->list, box->list.selected, &text);
    else
        buf_add(&text, _("Nothing found"));
    list_add_selected(&box->list, &text);
    int used = draw_cells(&app->canvas, _(box->view.prompt.ops->label)) +
               draw_cells(&app->canvas, typed);
    if (used < area.cols)
        draw_text(&app->canvas, area_right_of(area, used), STYLE_TEXT,
                  text.data);
    buf_finish(&text);
}

/* The cursor is where the last key went. */
static void draw_input(struct box *box, struct app *app, struct area area)
{
    struct canvas *canvas = &app->canvas;
    int row = canvas->cursor_row, col = canvas->cursor_col;
    if (app->linear)
        area = area_right_of(area,
                             draw_text(canvas, area, STYLE_KEY, _(box->title)));
    prompt_draw(&box->view.prompt, app, area);
    if (app->linear)
        draw_spoken(box, app, area);
    if (box->list.has_cursor)
        draw_cursor(canvas, row, col);
}

void box_draw(struct view *view, struct app *app)
{
    struct box *box = (struct box *)view;
    bool framed;
    struct area frame = place(box, app, &framed);
    struct area inside = frame;
    if (framed)
        draw_cut_words(&app->canvas, frame);
    if (framed)
        inside = draw_frame(&app->canvas, frame, _(box->title));
    else
        inside = draw_title(box, app, frame);
    draw_cursor(&app->canvas, inside.row, inside.col - framed);
    struct area input = area_row(inside, 0);
    bool typing = prompt_is_open(&view->prompt) && view->prompt.ops->in_view;
    if (typing)
        inside = area_below(inside, 1);
    decide(box, inside);
    list_draw(view, app, area_right_of(inside, box->list.marker_cols));
    if (typing)
        draw_input(box, app, input);
    if (framed && box->leaf.has_safety)
        draw_safety_key(&app->canvas,
                        area_right_of(area_row(frame, frame.rows - 1), 2));
    if (framed && box->leaf.n_rows > (size_t)inside.rows)
        leaf_draw_more(&box->leaf, &app->canvas, frame,
                       box->list.top + (size_t)inside.rows);
}
