/* Draws the whole screen: the visible views from the lowest up, then the status
 * line. */
#include "ui/app.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/number.h"
#include "ui/paint.h"

#define WIDE_COLS 100
#define WIDE_ROWS 8
#define FEW_ROWS 8     /* below, the text gets the row of the top line */
#define RULED_ROWS 10  /* smaller screens have no rule below the top line */
#define SPACED_ROWS 20 /* nor a blank row above the status line */

static int margin(void)
{
    return COLS >= 60 ? 2 : COLS >= 30 ? 1 : 0;
}

/* The columns between the margins. */
static struct area rows_of_screen(int row, int rows)
{
    return (struct area){row, margin(), rows, COLS - 2 * margin()};
}

struct area app_bar(void)
{
    return rows_of_screen(0, LINES >= FEW_ROWS ? 1 : 0);
}

struct area app_body(void)
{
    int above = LINES >= RULED_ROWS ? 2 : app_bar().rows;
    int below = LINES >= SPACED_ROWS ? 2 : LINES >= 2 ? 1 : 0;
    return rows_of_screen(above, LINES - above - below);
}

struct area app_status(void)
{
    return rows_of_screen(LINES - 1, 1);
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
    int used = draw_text(&app->canvas, bar, STYLE_BAR_TITLE, title);
    draw_text_right(&app->canvas, area_right_of(bar, used + 2), STYLE_BAR,
                    facts);
    if (LINES >= RULED_ROWS && !app->linear)
        draw_rule(&app->canvas,
                  (struct area){1, margin() / 2, 1, COLS - margin() / 2 * 2});
}

static void draw_views(struct app *app, struct view *view)
{
    /* The view below a box is visible around it. Boxes never nest deeply. */
    if (view->ops->is_box && view->below) {
        draw_views(app, view->below);
        if (!view->keeps_behind)
            draw_behind(&app->canvas, (struct area){0, 0, LINES, COLS});
    }
    view->ops->draw(view, app);
}

/* Whether a row of the next screen differs from what the terminal shows. */
static bool row_changes(int row)
{
    size_t n = (size_t)COLS + 1;
    cchar_t *now = mem_calloc(n, sizeof *now);
    cchar_t *next = mem_calloc(n, sizeof *next);
    mvwin_wchnstr(curscr, row, 0, now, COLS);
    mvwin_wchnstr(stdscr, row, 0, next, COLS);
    bool changes = memcmp(now, next, n * sizeof *now) != 0;
    free(now);
    free(next);
    return changes;
}

/* Whether curses will write anything. Stops at the first row that differs,
 * which is one of the first of most frames. */
static bool screen_changes(void)
{
    int row, col, next_row, next_col;
    getyx(curscr, row, col);
    getyx(stdscr, next_row, next_col);
    bool changes =
        is_cleared(curscr) || isendwin() || row != next_row || col != next_col;
    for (int i = 0; i < LINES && !changes; i++)
        changes = row_changes(i);
    wmove(curscr, row, col);
    wmove(stdscr, next_row, next_col);
    return changes;
}

/* curses writes only the cells that differ. Where there are sequences of emoji,
 * which a terminal must get in one piece to join them, rows are written whole.
 */
static void write_whole_rows(void)
{
    int row, col, next_row, next_col;
    getyx(curscr, row, col);
    getyx(stdscr, next_row, next_col);
    for (int i = 0; i < LINES; i++)
        if (row_changes(i))
            wredrawln(stdscr, i, 1);
    wmove(curscr, row, col);
    wmove(stdscr, next_row, next_col);
}

void app_draw(struct app *app)
{
    erase();
    draw_cursor(&app->canvas, LINES - 1, 0);
    draw_views(app, app->top);
    hints_draw(app);
    move(number_clamp(app->canvas.cursor_row, 0, LINES - 1),
         number_clamp(app->canvas.cursor_col, 0, COLS - 1));
    bool has_joined = paint_has_joined();
    if ((has_joined || app->had_joined) && !is_cleared(curscr))
        write_whole_rows();
    app->had_joined = has_joined;
    if (!screen_changes())
        return;
    terminal_begin_frame(&app->terminal);
    refresh();
    terminal_end_frame(&app->terminal);
}
