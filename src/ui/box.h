/* A box over a view: text to read, or a menu to choose from. */
#ifndef MEDFAQ_UI_BOX_H
#define MEDFAQ_UI_BOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/app.h"
#include "ui/leaf.h"
#include "ui/list.h"
#include "ui/view.h"

struct box;

enum box_type {
    BOX_TEXT,   /* up and down scroll; Tab goes from item to item */
    BOX_MENU,   /* up and down select an item. If the first item lies below the
                   screen it scrolls as text, so that the text above can be read
                 */
    BOX_PICKER, /* a menu that is filtered by what one types */
};

struct box_ops {
    const char *title;
    enum box_type type;
    const char *enter; /* what Enter does; "": nothing; NULL: open */
    int max_cols;      /* with the frame; 0: as wide as text is read well */
    /* Where it stands, without a frame, in place of the middle of the screen.
     * May be NULL, or return no columns: in the middle. */
    struct area (*place)(struct box *box, struct app *app);
    /* Fills the page; called again when the width or the content changes. */
    void (*build)(struct box *box, struct app *app, struct leaf *leaf);
    /* Enter or a click on an item; must close the box itself. May be NULL: then
     * Enter closes a picker. */
    void (*choose)(struct box *box, struct app *app, size_t item);
    /* The user selected another item; may be NULL. */
    void (*select)(struct box *box, struct app *app, size_t item);
    /* Sees keys before the keymap; true if it used the key; may be NULL. */
    bool (*letter)(struct box *box, struct app *app, uint32_t key);
    /* Frees what the box owns; may be NULL. */
    void (*finish)(struct box *box);
};

/* The first member of every box. */
struct box {
    struct view view;
    const struct box_ops *ops;
    const char *title; /* that of ops, unless it is replaced; untranslated */
    const char *enter; /* the same */
    struct leaf leaf;
    struct list list;
    struct buf filter; /* of a picker: what was typed */
};

/* Of every box. */
extern const struct view_ops box_view_ops;

/* Allocates n_bytes that begin with a struct box, zeroes the rest, and puts the
 * box on top. Freed when the box closes. */
void *box_open(struct app *app, const struct box_ops *ops, size_t n_bytes);

/* Whether text contains every word of the filter. */
bool box_matches(const struct box *box, const char *text);

/* box_draw.c */
void box_draw(struct view *view, struct app *app);

#endif
