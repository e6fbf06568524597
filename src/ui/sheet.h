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
    SHEET_MENU,   /* up and down select an item */
    SHEET_PICKER, /* a menu; what one types filters it */
};

struct sheet_ops {
    const char *title;
    enum sheet_type type;
    /* Fills the page; again whenever the width or what it shows changes. */
    void (*build)(struct sheet *sheet, struct app *app, struct leaf *leaf);
    /* Enter or a click on an item; may be NULL. Closes the sheet itself. */
    void (*choose)(struct sheet *sheet, struct app *app, int item);
    /* Another item was selected; may be NULL. */
    void (*select)(struct sheet *sheet, struct app *app, int item);
    /* A key before the keymap; true if it was meant for it; may be NULL. */
    bool (*letter)(struct sheet *sheet, struct app *app, uint32_t key);
    /* Frees what the sheet owns; may be NULL. */
    void (*finish)(struct sheet *sheet);
};

/* The first member of every box. */
struct sheet {
    struct view view;
    const struct sheet_ops *ops;
    struct leaf leaf;
    size_t top;        /* the first row that shows */
    int selected;      /* an item of the page, or NO_ITEM */
    struct buf filter; /* of a picker: what was typed */
    struct area area;  /* inside the frame, when last drawn */
};

/* Makes a box of n_bytes that begins with a struct sheet, the rest zeroed, and
 * puts it on top. */
void *sheet_open(struct app *app, const struct sheet_ops *ops, size_t n_bytes);

/* Does text hold every word of the filter? */
bool sheet_matches(const struct sheet *sheet, const char *text);

/* Of sheet_draw.c: drawing; the last row that may be the top one; scrolling
 * so that all rows of the selected item show. */
void sheet_draw(struct view *view, struct app *app);
size_t sheet_last_top(const struct sheet *sheet);
void sheet_show_selected(struct sheet *sheet);

#endif
