/* Draws the whole screen: the visible views from the lowest up, then the status
 * line. */
#include "ui/app.h"

#include <curses.h>

#include "base/number.h"
#define WIDE_COLS 100
#define WIDE_ROWS 8
#define FEW_ROWS 8 /* below, the text gets the row of the top line */

struct area app_bar(void)
{
    return (struct area){0, 0, LINES >= FEW_ROWS ? 1 : 0, COLS};
}

struct area app_body(void)
{
    int above = app_bar().rows, below = LINES >= 2 ? 1 : 0;
    return (struct area){above, 0, LINES - above - below, COLS};
}

struct area app_room(void)
{
    struct area area = app_body();
    if (!app_bar().rows)
        area.rows = LINES;
    return area;
}

bool app_is_wide(const struct app *app)
{
    return !app->linear && COLS >= WIDE_COLS && LINES >= WIDE_ROWS;
}

void app_draw_bar(struct app *app, const char *title, const char *facts)
{
    struct area bar = app_bar();
    if (!bar.rows)
        return;
    draw_fill(&app->canvas, bar, STYLE_BAR);
    bar = area_right_of(bar, 1);
    bar.cols--;
    int used = draw_text(&app->canvas, bar, STYLE_BAR_TITLE, title);
    draw_text_right(&app->canvas, area_right_of(bar, used + 2), STYLE_BAR,
                    facts);
}

static void draw_views(struct app *app, struct view *view)
{
    /* The view below a box is visible around it. Boxes never nest deeply. */
    if (view->ops->is_box && view->below)
        draw_views(app, view->below);
    view->ops->draw(view, app);
}

void app_draw(struct app *app)
{
    erase();
    draw_cursor(&app->canvas, LINES - 1, 0);
    draw_views(app, app->top);
    hints_draw(app);
    move(number_clamp(app->canvas.cursor_row, 0, LINES - 1),
         number_clamp(app->canvas.cursor_col, 0, COLS - 1));
    refresh();
}
