/* A list to choose from: selection, scrolling, keys, mouse, finding. Library,
 * results and boxes all have one.
 *
 * It has items, which can be selected, shown in rows. With a page the rows are
 * those of the page, and an item may have several or a row no item; without one
 * each item is a row, which the view draws, so that a list may have any number
 * of them. */
#ifndef MEDFAQ_UI_LIST_H
#define MEDFAQ_UI_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "ui/draw.h"
#include "ui/view.h"

struct app;
struct leaf;

#define LIST_NONE SIZE_MAX

struct list_ops {
    bool
        click_chooses; /* otherwise a click selects, and a second one chooses */
    bool marks_head;   /* only the first row of the selected item is marked */
    /* Draws an item of a list without a page; else NULL. */
    void (*draw)(struct view *view, struct app *app, size_t item,
                 struct area area);
    /* The user selected an item; may be NULL. */
    void (*select)(struct view *view, struct app *app, size_t item);
    /* The selection reaches the last item, or all items are asked for: the view
     * may add some now or later. True if the last item gave way to them. May be
     * NULL. */
    bool (*more)(struct view *view, struct app *app, bool all);
    /* Enter or a click on an item; may be NULL. */
    void (*choose)(struct view *view, struct app *app, size_t item);
    /* Appends what is said before an item in linear mode; NULL: "3 of 16. ".
     */
    void (*number)(struct view *view, size_t item, struct buf *out);
};

struct list {
    const struct leaf *page; /* NULL: each item is a row */
    size_t n_items;
    size_t selected; /* an item, or LIST_NONE */
    size_t top;      /* the first row that shows */
    bool scrolls;    /* up and down scroll, as in text; Tab selects */
    bool
        has_cursor; /* the last key selected; with an open prompt it may edit */
    bool is_scrolled;  /* by the wheel: what is selected may be out of sight */
    struct area area;  /* where it was drawn last */
    int marker_cols;   /* left of a page, for the marker of the selected item */
    const char *title; /* in linear mode, said before what the cursor is on;
                          NULL: nothing. Untranslated */

    struct buf find_text;
    size_t found;         /* the row that has it; LIST_NONE */
    size_t find_top;      /* the top row when finding began ... */
    size_t find_selected; /* ... and what was selected */
};

/* The actions of lists; ends with ACTION_NONE. */
extern const struct view_action list_actions[];

void list_init(struct list *list);
void list_finish(struct list *list);

/* Shows rows of a page, whose items are all that there are. The page is
 * borrowed. */
void list_set_page(struct list *list, const struct leaf *page);
size_t list_n_rows(const struct list *list);

/* Selects an item as if the user did. */
void list_select(struct view *view, struct app *app, size_t item);
/* Chooses the selected item, if there is one. */
void list_choose(struct view *view, struct app *app);
/* Selects the item after the selected one, or the one before. */
void list_next(struct view *view, struct app *app);
void list_previous(struct view *view, struct app *app);

/* Draws the visible rows in an area, scrolled so that the selected item is
 * visible, and puts the cursor on it. */
void list_draw(struct view *view, struct app *app, struct area area);
/* In linear mode each item begins with "3 of 16. ". Appends that, and the text
 * of the selected item's first row; and the cells that the number leaves of a
 * row. */
void list_add_number(const struct list *list, size_t item, struct buf *out);
void list_add_selected(const struct list *list, struct buf *out);
unsigned list_linear_cells(unsigned cells);

/* Scrolls by rows and leaves the selection; the next one selected shows again.
 */
void list_scroll(struct list *list, long rows);
/* Scrolls so that a row is visible. */
void list_show_row(struct list *list, size_t row);

/* The wheel moves, a click selects or chooses. False if there is no item under
 * the pointer. */
bool list_pointer(struct view *view, struct app *app,
                  const struct event *event);

/* list_find.c: opens a prompt and goes to the first row with the text as it is
 * typed; then to the next or previous row. */
void list_find(struct view *view, struct app *app);
void list_find_next(struct view *view, struct app *app);
void list_find_previous(struct view *view, struct app *app);

#endif
