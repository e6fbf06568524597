/* The search of the whole library on the screen: results as one types.
 *
 * search_view.c has keys and the prompt, search_find.c the searching,
 * search_list.c the rows, search_draw.c what is drawn. */
#ifndef MEDFAQ_UI_SEARCH_VIEW_H
#define MEDFAQ_UI_SEARCH_VIEW_H

#include "search/search.h"
#include "ui/app.h"
#include "text/layout.h"
#include "ui/leaf.h"
#include "ui/list.h"
#include "ui/view.h"

/* Items other than results. */
#define AS_TYPED SIZE_MAX        /* searches for the words as typed */
#define CORRECTED (SIZE_MAX - 1) /* searches for the corrected words */

#define NOT_COUNTED SIZE_MAX

/* The section of a result, beside the list. */
struct search_preview {
    char *path; /* of the article shown; NULL: none yet */
    size_t section;
    struct article *article; /* NULL: it cannot be read */
    struct layout *layout;   /* NULL: not made yet */
    struct highlight *marks;
    size_t n_marks;
};

struct search_view {
    struct view view;
    char *typed;
    bool as_typed;
    struct search_results *results; /* NULL: nothing searched yet */
    size_t n_max;  /* results requested: more as the selection moves down */
    bool is_quick; /* the full ranking and the snippets are still missing */
    struct leaf leaf;
    size_t *items; /* by item: an index in results, AS_TYPED or CORRECTED */
    size_t items_capacity;
    struct list list;
    bool has_moved;  /* the user has moved; until then the best result is
                        selected */
    char *kept_path; /* of the result that was selected before the results */
    size_t kept_section; /* were replaced; NULL: none */
    bool wants_end;      /* select the last result once all are there */
    size_t n_articles;   /* of the library; NOT_COUNTED: not known yet */
    struct search_preview preview;
};

extern const struct view_ops search_view_ops;

/* Opens the search with its prompt. */
void search_view_open(struct view *from, struct app *app);
/* Opens the search with the results for words that match no title. */
void search_view_open_with(struct app *app, const char *text);
struct search_view *search_view_of(struct view *view); /* NULL if not one */

/* Selects the result for an article, preferably in a section, if view is a
 * search that has it. */
void search_view_follow(struct view *view, struct app *app, const char *path,
                        size_t section);

/* Tells the search that the index has changed. */
void search_view_progress(struct app *app);

/* Lists the articles of the results in order, as numbers in the index; the
 * caller finishes the catalogue. */
void search_view_list(const struct search_view *view, struct app *app,
                      struct catalogue *out);

/* The result of an item; NULL for other items. */
const struct search_result *search_view_result(const struct search_view *view,
                                               size_t item);

/* search_find.c: searches for other words, or for the same again, at once. */
void search_view_look_for(struct search_view *view, struct app *app,
                          const char *text);
void search_view_again(struct search_view *view, struct app *app);
/* Requests more results, or all, to be found in idle time. */
void search_view_more(struct search_view *view);
void search_view_all(struct search_view *view);
/* Does in idle time what was requested; true if there is more to draw. */
bool search_view_work(struct view *view, struct app *app);

/* Opens the selected result, or runs the selected note. */
void search_view_choose(struct search_view *view, struct app *app);

/* Opens the prompt with the words typed before, which the first character
 * replaces. */
void search_prompt_open(struct search_view *view);

/* search_list.c: makes the rows. */
void search_list_build(struct search_view *view, struct app *app,
                       unsigned cells);

void search_draw(struct view *view, struct app *app);

/* Draws the preview of the selected result, if there is one; drops what the
 * preview was made from. */
void search_preview_draw(struct search_view *view, struct app *app,
                         struct area area);
void search_preview_drop(struct search_preview *preview);

#endif
