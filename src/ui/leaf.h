/* Paragraphs of the interface's own text, wrapped: what boxes show. Text goes
 * in as it is and is made safe here. */
#ifndef MEDFAQ_UI_LEAF_H
#define MEDFAQ_UI_LEAF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/charset.h"
#include "text/wrap.h"
#include "ui/draw.h"

#define NO_ITEM (-1)

struct leaf_row {
    struct line line;
    int item; /* that the row belongs to; NO_ITEM */
};

struct leaf {
    struct arena arena; /* owns the lines */
    struct leaf_row *rows;
    size_t n_rows, capacity;
    int n_items;
    unsigned cells;
    bool is_linear;  /* words in place of signs */
    bool has_safety; /* some paragraph is marked so */

    struct flow flow; /* the paragraph in the making */
    int item;
    struct wrap_lines lines; /* scratch: those of one paragraph */
};

/* Lines are at most cells wide (0 counts as 1). charset is borrowed; NULL is
 * UTF-8. */
void leaf_init(struct leaf *leaf, unsigned cells,
               const struct charset *charset);
void leaf_finish(struct leaf *leaf);

/* Adds text in a style to the paragraph in the making. */
void leaf_add(struct leaf *leaf, enum theme_style style, const char *text);
/* The same, cut to fit in so many cells; returns those that it takes. */
unsigned leaf_add_cut(struct leaf *leaf, const struct canvas *canvas,
                      enum theme_style style, const char *text, unsigned cells);
/* Adds spaces up to a column, at least one after text; later lines of the
 * paragraph begin there. In a narrow box the column moves to the left;
 * in linear mode ": " stands in its place. */
void leaf_tab(struct leaf *leaf, unsigned column);
/* Adds text at the right end of the row; nothing if it does not fit there. For
 * paragraphs of one row. In linear mode it follows after ", ". */
void leaf_right(struct leaf *leaf, enum theme_style style, const char *text);
/* Sets the column where later lines of the paragraph begin. */
void leaf_hang(struct leaf *leaf, unsigned column);
/* Makes the paragraph in the making one that can be selected; returns its
 * number, from 0. */
int leaf_item(struct leaf *leaf);
/* Makes it part of the last item. */
void leaf_item_more(struct leaf *leaf);
/* Marks the paragraph in the making as about safety: " !", or in words. */
void leaf_add_safety(struct leaf *leaf);
/* Ends the paragraph and wraps it into rows. An empty one is a blank row. */
void leaf_end(struct leaf *leaf);

/* Adds the rows of two others side by side, the right ones from a column on.
 * Copies them. */
void leaf_add_beside(struct leaf *leaf, const struct leaf *left,
                     const struct leaf *right, unsigned column);

/* A paragraph of one style. */
void leaf_line(struct leaf *leaf, enum theme_style style, const char *text);
/* A heading, with a blank row before it unless it is the first. */
void leaf_heading(struct leaf *leaf, const char *text);
/* "label   text"; nothing when text is NULL or empty. */
void leaf_field(struct leaf *leaf, const char *label, const char *text);

/* Draws the first rows, as many as fit. */
void leaf_draw(const struct leaf *leaf, const struct canvas *canvas,
               struct area area);
/* Says in the bottom edge of a frame how many rows lie below those that it
 * shows, which end before row end. */
void leaf_draw_more(const struct leaf *leaf, const struct canvas *canvas,
                    struct area frame, size_t end);

#endif
