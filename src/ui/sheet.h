/* A box over a view: text to read, or a menu to choose from. */
#ifndef MEDFAQ_UI_SHEET_H
#define MEDFAQ_UI_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/app.h"
#include "ui/leaf.h"
#include "ui/view.h"

struct sheet;

enum sheet_type {
    SHEET_TEXT,   /* up and down scroll; Tab goes from item to item */
    SHEET_MENU,   /* up and down select an item; where the first one lies below
                   * the screen it is text, so that what is above is read */
    SHEET_PICKER, /* a menu; what one types filters it */
};

struct sheet_ops {
    const char *title;
    enum sheet_type type;
    /* Fills the page; again whenever the width or what it shows changes. */
    void (*build)(struct sheet *sheet, struct app *app, struct leaf *leaf);
    /* Enter or a click on an item; closes the sheet itself. May be NULL: in a
     * picker Enter closes it then. */
    void (*choose)(struct sheet *sheet, struct app *app, int item);
    /* Another item was selected; may be NULL. */
    void (*select)(struct sheet *sheet, struct app *app, int item);
    /* A key before the keymap; true if it was meant for it; may be NULL. */
    bool (*letter)(struct sheet *sheet, struct app *app, uint32_t key);
    /* Frees what the sheet owns; may be NULL. */
    void (*finish)(struct sheet *sheet);
};

#define NO_ROW SIZE_MAX

/* The first member of every box. */
struct sheet {
    struct view view;
    const struct sheet_ops *ops;
    bool is_text; /* up and down scroll */
    struct leaf leaf;
    size_t top;        /* the first row that shows */
    int selected;      /* an item of the page, or NO_ITEM */
    struct buf filter; /* what was typed: of a picker; of text, to be found */
    size_t found;      /* the row that has it; NO_ROW */
    size_t find_from;  /* the top row when finding began ... */
    int find_selected; /* ... and what was selected */
    struct area area;  /* inside the frame, when last drawn */
};

/* Makes a box of n_bytes that begins with a struct sheet, the rest zeroed, and
 * puts it on top. */
void *sheet_open(struct app *app, const struct sheet_ops *ops, size_t n_bytes);

/* Selects an item, and tells the box. */
void sheet_select(struct sheet *sheet, struct app *app, int item);

/* Does text hold every word of the filter? */
bool sheet_matches(const struct sheet *sheet, const char *text);

/* Of sheet_find.c: asks for a text and goes to the first row that has it, as
 * one types; to the next one or the one before. The item there is selected. */
void sheet_find(struct sheet *sheet);
void sheet_find_again(struct sheet *sheet, struct app *app, bool ahead);

/* Of sheet_draw.c: drawing; the last row that may be the top one; scrolling
 * so that all rows of the selected item show, or a row. */
void sheet_draw(struct view *view, struct app *app);
size_t sheet_last_top(const struct sheet *sheet);
void sheet_show_selected(struct sheet *sheet);
void sheet_show_row(struct sheet *sheet, size_t row);

#endif
