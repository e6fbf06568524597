/* The library on the screen: a list to choose from.
 *
 * library_view.c has keys and state, library_rows.c filter and order,
 * library_draw.c what is drawn. */
#ifndef MEDFAQ_UI_LIBRARY_VIEW_H
#define MEDFAQ_UI_LIBRARY_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/app.h"
#include "ui/leaf.h"
#include "ui/view.h"

/* An article as the list may show it. */
struct library_row {
    const struct entry *entry;
    const char *folded; /* what the filter looks in */
    bool preferred;     /* its language is the one to show without a filter */
};

struct library_view {
    struct view view;
    const struct library *library; /* that the rows are of; NULL: none yet */
    struct arena arena;            /* owns the rows and their texts */
    struct library_row *rows;      /* all */
    size_t n_rows;
    const struct entry **shown; /* that match, in order */
    size_t n_shown;
    size_t selected, top; /* in shown */
    size_t sort;          /* in the table of sorts */
    char *filter;         /* NULL: everything shows */
    char *filter_before;  /* for Esc in the prompt */
    struct area list;     /* when drawn last */

    char *selected_path; /* outlives the library that it was in; NULL */
    struct leaf preview;
    const struct entry *preview_of; /* NULL: to be made */
};

void library_view_open(struct app *app);
struct library_view *library_view_of(struct view *view); /* NULL if not one */

/* The articles in the order of the list in view; without such a view, of the
 * library. The caller frees the list; its entries live until the library is
 * read again. */
const struct entry **library_view_list(struct view *view, struct app *app,
                                       size_t *n);

/* Rows anew after the library was read, or filter or order changed; the same
 * article stays selected. */
void library_rows_make(struct library_view *view,
                       const struct library *library);
void library_rows_show(struct library_view *view);
const char *library_sort_name(size_t sort); /* NULL past the last */

void library_draw(struct view *view, struct app *app);
void library_preview(struct library_view *view, struct app *app,
                     struct area area);

#endif
