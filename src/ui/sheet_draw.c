/* Boxes on the screen. */
#include "ui/sheet.h"

#define MAX_COLS 76
#define FRAMED_ROWS 5 /* smaller screens have no cells to spare for frames */
#define FRAMED_COLS 24
#define TITLED_ROWS 3

static size_t row_of_item(const struct sheet *sheet, int item)
{
    for (size_t row = 0; row < sheet->leaf.n_rows; row++)
        if (sheet->leaf.rows[row].item == item)
            return row;
    return 0;
}

size_t sheet_last_top(const struct sheet *sheet)
{
    size_t rows = sheet->area.rows > 0 ? (size_t)sheet->area.rows : 1;
    return sheet->leaf.n_rows > rows ? sheet->leaf.n_rows - rows : 0;
}

/* Scrolls so that all rows of the selected item show. */
void sheet_show_selected(struct sheet *sheet)
{
    size_t rows = sheet->area.rows > 0 ? (size_t)sheet->area.rows : 1;
    size_t first = row_of_item(sheet, sheet->selected), end = first;
    while (end < sheet->leaf.n_rows &&
           sheet->leaf.rows[end].item == sheet->selected)
        end++;
    if (end > sheet->top + rows)
        sheet->top = end - rows;
    if (first < sheet->top || end - first > rows)
        sheet->top = first;
    if (sheet->selected == 0 && first < rows)
        sheet->top = 0; /* what stands above the first item */
}

void sheet_show_row(struct sheet *sheet, size_t row)
{
    size_t rows = sheet->area.rows > 0 ? (size_t)sheet->area.rows : 1;
    if (row < sheet->top || row >= sheet->top + rows)
        sheet->top = row > rows / 3 ? row - rows / 3 : 0;
}

static void build(struct sheet *sheet, struct app *app, unsigned cells)
{
    leaf_finish(&sheet->leaf);
    leaf_init(&sheet->leaf, cells, app->canvas.charset);
    sheet->ops->build(sheet, app, &sheet->leaf);
    sheet->view.stale = false;
    if (sheet->selected >= sheet->leaf.n_items)
        sheet->selected = sheet->leaf.n_items - 1;
    if (sheet->selected < 0 && !sheet->is_text)
        sheet->selected = sheet->leaf.n_items ? 0 : NO_ITEM;
}

/* Text or menu? A menu that becomes text is read from its top. */
static void decide(struct sheet *sheet)
{
    bool was_text = sheet->is_text;
    sheet->is_text = sheet->ops->type == SHEET_TEXT ||
                     (sheet->ops->type == SHEET_MENU && sheet->leaf.n_items &&
                      row_of_item(sheet, 0) >= (size_t)sheet->area.rows);
    if (sheet->is_text && !was_text)
        sheet->selected = NO_ITEM;
    else if (!sheet->is_text && sheet->selected == NO_ITEM &&
             sheet->leaf.n_items)
        sheet->selected = 0;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* As wide as allowed, as high as its text, in the middle of the body. */
static struct area place(struct sheet *sheet, struct app *app, bool *framed)
{
    struct area body = app_body();
    bool picker = sheet->ops->type == SHEET_PICKER;
    *framed =
        body.rows >= FRAMED_ROWS && body.cols >= FRAMED_COLS && !app->linear;
    int cols = *framed ? smaller(body.cols, MAX_COLS) : body.cols;
    unsigned cells = (unsigned)(*framed ? cols - 4 : cols);
    if (sheet->view.stale || sheet->leaf.cells != cells)
        build(sheet, app, cells);
    if (!*framed)
        return body;
    int rows = smaller(body.rows, (int)sheet->leaf.n_rows + 2 + picker);
    return (struct area){body.row + (body.rows - rows) / 2,
                         (body.cols - cols) / 2, rows, cols};
}

static void draw_row(struct sheet *sheet, struct app *app, size_t row)
{
    struct area area = area_row(sheet->area, (int)(row - sheet->top));
    const struct leaf_row *leaf_row = &sheet->leaf.rows[row];
    bool selected =
        leaf_row->item != NO_ITEM && leaf_row->item == sheet->selected;
    if (selected) {
        draw_fill(&app->canvas, area, STYLE_SELECTED);
        if (row == row_of_item(sheet, sheet->selected) &&
            sheet->ops->type != SHEET_PICKER)
            draw_cursor(&app->canvas, area.row, area.col);
    }
    if (row == sheet->found) {
        draw_cursor(&app->canvas, area.row, area.col);
        draw_line_in(&app->canvas, area, &leaf_row->line, STYLE_MATCH_HERE);
    } else if (selected) {
        draw_line_in(&app->canvas, area, &leaf_row->line, STYLE_SELECTED);
    } else {
        draw_line(&app->canvas, area, &leaf_row->line, NULL, 0);
    }
}

/* Without a frame: a row with the title, if there is one to spare. */
static struct area draw_title(struct sheet *sheet, struct app *app,
                              struct area area)
{
    draw_fill(&app->canvas, area, STYLE_TEXT);
    if (area.rows < TITLED_ROWS)
        return area;
    draw_text(&app->canvas, area, STYLE_TITLE, sheet->ops->title);
    return area_below(area, 1);
}

void sheet_draw(struct view *view, struct app *app)
{
    struct sheet *sheet = (struct sheet *)view;
    bool framed;
    struct area frame = place(sheet, app, &framed);
    struct area inside = frame;
    struct area around = {frame.row, frame.col - 1, frame.rows, frame.cols + 2};
    if (framed && around.col >= 0)
        draw_fill(&app->canvas, around, STYLE_TEXT);
    if (framed)
        inside = draw_frame(&app->canvas, frame, sheet->ops->title);
    else
        inside = draw_title(sheet, app, frame);
    draw_cursor(&app->canvas, inside.row, inside.col);
    if (prompt_is_open(&view->prompt)) {
        prompt_draw(&view->prompt, app, area_row(inside, 0));
        inside = area_below(inside, 1);
    }
    sheet->area = inside;
    decide(sheet);
    if (sheet->selected != NO_ITEM && !sheet->is_text)
        sheet_show_selected(sheet);
    if (sheet->top > sheet_last_top(sheet))
        sheet->top = sheet_last_top(sheet);
    for (size_t row = sheet->top;
         row < sheet->leaf.n_rows && row < sheet->top + (size_t)inside.rows;
         row++)
        draw_row(sheet, app, row);
    if (framed && sheet->leaf.n_rows > (size_t)inside.rows)
        leaf_draw_more(&sheet->leaf, &app->canvas, frame,
                       sheet->top + (size_t)inside.rows);
}
