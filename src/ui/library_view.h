/* The library on the screen: a list to choose from.
 *
 * The index knows which articles there are and in which order; the entries of
 * those that show are read as they are needed. library_view.c has keys and
 * state, library_rows.c list and entries, library_draw.c what is drawn. */
#ifndef MEDFAQ_UI_LIBRARY_VIEW_H
#define MEDFAQ_UI_LIBRARY_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "index/catalogue.h"
#include "ui/app.h"
#include "ui/leaf.h"
#include "ui/list.h"
#include "ui/view.h"

struct library_view {
    struct view view;
    struct catalogue catalogue; /* what is listed; not whole: at first */
    unsigned edition;           /* of the index, that it is of */
    bool is_behind;             /* the index has changed since */
    enum catalogue_sort sort;
    char *filter;        /* NULL: everything shows */
    struct list list;    /* of the catalogue */
    char *selected_path; /* if it was chosen: outlives its list; NULL */
    size_t n_passed_over;

    /* The entries of some of the list. */
    struct library *page; /* owns them; NULL: none */
    const struct entry **entries;
    size_t first_entry, n_entries;

    struct leaf preview;
    char *preview_path; /* that it is of; NULL: to be made */
};

extern const struct view_ops library_view_ops;

void library_view_open(struct app *app);
struct library_view *library_view_of(struct view *view); /* NULL if not one */

/* The index has more than before, or other articles: lists follow. */
void library_view_progress(struct app *app);

/* Selects the article in a file, if view is the list and has it. */
void library_view_follow(struct view *view, struct app *app, const char *path);

/* Lists the first articles, which takes little time unless the filter fits
 * few; the first one is selected. The rest is left to library_rows_catch_up. */
void library_rows_first(struct library_view *view, struct app *app);
/* Lists all, however long it takes; the same article stays selected. When the
 * index cannot be read nothing is listed, and catching up tries again. */
void library_rows_all(struct library_view *view, struct app *app);
/* The same for nobody who waits: false, with the list as it was, when a key
 * is waiting or the index cannot be read. */
bool library_rows_catch_up(struct library_view *view, struct app *app);

/* Lists all when the index is another than the one that was listed. */
void library_rows_renew(struct library_view *view, struct app *app);

/* The entry in a row, until rows far from it are asked for or the list is
 * made anew; NULL past the last. */
const struct entry *library_row(struct library_view *view, struct app *app,
                                size_t row);
/* The article in a row stays selected wherever it moves. */
void library_keep_selected(struct library_view *view, struct app *app,
                           size_t row);
/* "16 articles", "128+ articles" */
void library_add_count(const struct library_view *view, struct buf *out);
const char *library_sort_name(enum catalogue_sort sort);

void library_draw(struct view *view, struct app *app);
void library_draw_row(struct view *view, struct app *app, size_t row,
                      struct area area);
void library_describe(struct view *view, struct app *app, struct status *out);
void library_preview(struct library_view *view, struct app *app,
                     const struct entry *entry, struct area area);

#endif
