/* Text of medfaq's own, wrapped: what boxes show. Text goes in as it is and
 * is made safe here. */
#ifndef MEDFAQ_UI_LEAF_H
#define MEDFAQ_UI_LEAF_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/charset.h"
#include "text/layout.h"
#include "ui/draw.h"

#define NO_ITEM (-1)

struct leaf_row {
    struct line line;
    int item; /* that the row belongs to; NO_ITEM */
};

struct leaf_run {
    size_t start; /* in the paragraph's text */
    enum style style;
};

struct leaf {
    struct arena arena; /* owns the lines */
    struct leaf_row *rows;
    size_t n_rows, capacity;
    int n_items;
    unsigned cells;
    const struct charset *charset; /* NULL: UTF-8 */

    /* the paragraph in the making */
    struct buf text;
    struct leaf_run runs[16];
    size_t n_runs;
    unsigned hanging; /* cells before its second and later lines */
    int item;
};

void leaf_init(struct leaf *leaf, unsigned cells,
               const struct charset *charset);
void leaf_finish(struct leaf *leaf);

/* Adds text in a style to the paragraph in the making. */
void leaf_add(struct leaf *leaf, enum style style, const char *text);
/* Spaces up to a column; later lines of the paragraph begin there. At least
 * one space, once there is text. */
void leaf_tab(struct leaf *leaf, unsigned column);
/* The paragraph in the making can be chosen; returns its number, from 0. */
int leaf_item(struct leaf *leaf);
/* Ends the paragraph: wraps it into rows. An empty one is a blank row. */
void leaf_end(struct leaf *leaf);

/* A paragraph of one style. */
void leaf_line(struct leaf *leaf, enum style style, const char *text);
/* A heading, with a blank row before it unless it is the first. */
void leaf_heading(struct leaf *leaf, const char *text);
/* "label   text", nothing when text is NULL or empty. */
void leaf_field(struct leaf *leaf, const char *label, const char *text);

/* Draws the rows that fit, from the first. */
void leaf_draw(const struct leaf *leaf, const struct canvas *canvas,
               struct area area);
/* Says in the bottom edge of a frame how many rows lie below those that it
 * shows, which end before row end. */
void leaf_draw_more(const struct leaf *leaf, const struct canvas *canvas,
                    struct area frame, size_t end);

#endif
