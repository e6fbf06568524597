/* The library on the screen: one place to ask. A prompt; below it all articles,
 * or, once something is typed, what the library says to it.
 *
 * The index knows all articles and their order; the entries of those on the
 * screen are read as needed. library_view.c has keys and state, library_use.c
 * the actions on the selected article, library_prompt.c the
 * prompt, library_rows.c the list and its entries, library_row.c a row of it,
 * library_draw.c and library_status.c what is drawn, answers.h what is said to
 * a text. */
#ifndef MEDFAQ_UI_LIBRARY_VIEW_H
#define MEDFAQ_UI_LIBRARY_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "index/catalogue.h"
#include "ui/answers.h"
#include "ui/app.h"
#include "ui/hints.h"
#include "ui/leaf.h"
#include "ui/list.h"
#include "ui/view.h"

struct library_view {
    struct view view;
    struct answers answers;     /* to the text of the prompt */
    bool cursor_in_list;        /* the last key moved there, with the prompt
                                   open */
    struct area prompt_area;    /* where it was drawn last */
    struct catalogue catalogue; /* what is listed; not whole at first */
    unsigned edition;           /* edition of the index that it was made from */
    bool is_behind;             /* the index has changed since */
    enum catalogue_sort sort;
    struct list list;    /* of the catalogue */
    char *selected_path; /* of the article that the user selected; outlives the
                            list; NULL: none */
    size_t n_skipped;

    /* The entries around the screen. */
    struct library *page; /* owns the entries; NULL: none */
    const struct entry **entries;
    size_t first_entry, n_entries;

    bool has_heads;               /* the row above the list names its columns */
    struct hint hints[HINTS_MAX]; /* for what is selected */

    struct leaf preview;
    char *preview_path; /* of the article that it shows; NULL: not made yet */
};

extern const struct view_ops library_view_ops;

/* Opens the library; with the answers to a text that is no article's title; or
 * over another view, to ask something else. */
void library_view_open(struct app *app);
void library_view_open_with(struct app *app, const char *text);
void library_view_ask(struct view *from, struct app *app);
struct library_view *library_view_of(struct view *view); /* NULL if not one */

/* Tells lists that the index has changed. */
void library_view_progress(struct app *app);

/* Selects an article by its path, preferably in a section, if view is a library
 * that shows it. */
void library_view_follow(struct view *view, struct app *app, const char *path,
                         size_t section);

/* The articles that are shown, all or those found, in order, as numbers in the
 * index; false if they cannot be listed now. The caller finishes the
 * catalogue. */
bool library_view_articles(const struct library_view *view, struct app *app,
                           struct catalogue *out);

/* The path of the selected article, borrowed until the list changes; NULL for
 * none, or if it has gone since it was listed. */
const char *library_selected_path(struct library_view *view, struct app *app);
/* The selected article of the list of all; NULL if there is none, or if it has
 * gone since it was listed. */
const struct entry *library_selected_entry(struct library_view *view,
                                           struct app *app);

/* library_use.c: actions on the selected article. */
void library_show_info(struct view *view, struct app *app);
void library_edit(struct view *view, struct app *app);
void library_next_language(struct view *view, struct app *app);
void library_pick(struct view *view, struct app *app);
void library_compare(struct view *view, struct app *app);

/* Chooses the list that shows: all articles, or the answers to the text. */
void library_show(struct library_view *view);
/* Completes and draws what the next key acts on. */
void library_bring_up(struct library_view *view, struct app *app);
/* Shows all articles again and keeps the selection. */
void library_drop_text(struct library_view *view, struct app *app);

/* library_prompt.c: who has the focus. */
void library_focus_prompt(struct view *view, struct app *app);
void library_focus_list(struct library_view *view);
/* Whether the prompt of the view has it. */
bool library_is_asking(const struct library_view *view);
void library_change_focus(struct view *view, struct app *app);
/* Shows what to do in an emergency, about what is typed. */
void library_emergency(struct view *view, struct app *app);
void library_prompt_draw(struct library_view *view, struct app *app,
                         struct area area);

/* Lists the first articles, which is quick, and selects the first.
 * library_rows_catch_up lists the rest. */
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
/* Selects an article if it is listed. */
void library_rows_follow(struct library_view *view, struct app *app,
                         const char *path);
/* Remembers the article in a row, which stays selected wherever it moves. */
void library_keep_selected(struct library_view *view, struct app *app,
                           size_t row);
/* The name of an order in the settings, and on the screen (untranslated). */
const char *library_sort_name(enum catalogue_sort sort);
const char *library_sort_help(enum catalogue_sort sort);

void library_draw(struct view *view, struct app *app);
/* Whether the screen has enough rows to leave some blank between parts. */
bool library_is_airy(void);
/* Draws the names of columns that do not explain themselves. */
void library_draw_heads(struct library_view *view, struct app *app,
                        struct area area);
/* Appends a number with its thousands separated. */
void library_add_number(size_t number, struct buf *out);
/* Draws a row that says that the library is still being read; returns false if
 * it is not. */
bool library_draw_progress(const struct app *app, struct area area);
void library_draw_row(struct view *view, struct app *app, size_t row,
                      struct area area);
void library_describe(struct view *view, struct app *app, struct status *out);
void library_draw_bar(const struct library_view *view, struct app *app);
/* What an article is about, in a frame beside the list or below a rule. */
void library_preview(struct library_view *view, struct app *app,
                     const struct entry *entry, struct area area);
void library_preview_below(struct library_view *view, struct app *app,
                           const struct entry *entry, struct area area);

#endif
