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
    struct catalogue catalogue; /* what is listed; not whole at first */
    unsigned edition;           /* edition of the index that it was made from */
    bool is_behind;             /* the index has changed since */
    enum catalogue_sort sort;
    char *filter;        /* NULL: everything shows */
    struct list list;    /* of the catalogue */
    char *selected_path; /* of the article that the user selected; outlives the
                            list; NULL: none */
    size_t n_passed_over;

    /* The entries around the screen. */
    struct library *page; /* owns the entries; NULL: none */
    const struct entry **entries;
    size_t first_entry, n_entries;

    struct leaf preview;
    char *preview_path; /* of the article that it shows; NULL: not made yet */
};

extern const struct view_ops library_view_ops;

void library_view_open(struct app *app);
struct library_view *library_view_of(struct view *view); /* NULL if not one */

/* Tells lists that the index has changed. */
void library_view_progress(struct app *app);

/* Selects an article by its path, if view is a list that has it. */
void library_view_follow(struct view *view, struct app *app, const char *path);

/* Lists the first articles, which is quick unless few match the filter, and
 * selects the first. library_rows_catch_up lists the rest. */
void library_rows_first(struct library_view *view, struct app *app);
/* Lists all articles, however long it takes, and keeps the selection. If the
 * index cannot be read the list is empty, and catching up tries again. */
void library_rows_all(struct library_view *view, struct app *app);
/* The same in idle time. Returns false and keeps the list if a key is waiting
 * or the index cannot be read. */
bool library_rows_catch_up(struct library_view *view, struct app *app);

/* Lists all articles again if the index is no longer the one that was
 * listed. */
void library_rows_renew(struct library_view *view, struct app *app);

/* The entry in a row; NULL past the last. Valid until a distant row is asked
 * for or the list is made again. */
const struct entry *library_row(struct library_view *view, struct app *app,
                                size_t row);
/* Remembers the article in a row, which stays selected wherever it moves. */
void library_keep_selected(struct library_view *view, struct app *app,
                           size_t row);
/* Appends "16 articles" or "128+ articles". */
void library_add_count(const struct library_view *view, struct buf *out);
const char *library_sort_name(enum catalogue_sort sort);

void library_draw(struct view *view, struct app *app);
void library_draw_row(struct view *view, struct app *app, size_t row,
                      struct area area);
void library_describe(struct view *view, struct app *app, struct status *out);
void library_preview(struct library_view *view, struct app *app,
                     const struct entry *entry, struct area area);

#endif
