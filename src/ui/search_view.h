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

/* Items that are no results. */
#define AS_TYPED SIZE_MAX        /* searches as typed */
#define CORRECTED (SIZE_MAX - 1) /* searches what was corrected */

#define NOT_COUNTED SIZE_MAX

/* The section of a result, beside the list. */
struct search_preview {
    char *path; /* of what is shown; NULL: nothing yet */
    size_t section;
    struct article *article; /* NULL: it cannot be read */
    struct layout *layout;   /* NULL: to be made */
    struct highlight *marks;
    size_t n_marks;
};

struct search_view {
    struct view view;
    char *typed;
    bool as_typed;
    struct search_results *results; /* NULL: nothing was searched */
    size_t n_max;  /* results asked for: more as one goes down */
    bool is_quick; /* the full ranking, and texts, are still to come */
    struct leaf leaf;
    size_t *items; /* index in results, or AS_TYPED, by item of the leaf */
    size_t items_capacity;
    struct list list;
    bool has_moved;  /* until then the best result is selected */
    char *kept_path; /* of the result that was selected before the results */
    size_t kept_section; /* that are there now; NULL: none */
    bool wants_end;      /* when all results are there, the last is selected */
    size_t n_articles;   /* of the library, as it is listed; NOT_COUNTED */
    struct search_preview preview;
};

extern const struct view_ops search_view_ops;

/* Opens it, ready for typing. */
void search_view_open(struct view *from, struct app *app);
/* Opens it with what it finds, for words that no article is called by. */
void search_view_open_with(struct app *app, const char *text);
struct search_view *search_view_of(struct view *view); /* NULL if not one */

/* Selects the result of the article in a file, in this section if there is
 * one, if view is a search and has it. */
void search_view_follow(struct view *view, struct app *app, const char *path,
                        size_t section);

/* The index has more than before: what is shown may be too little. */
void search_view_progress(struct app *app);

/* The articles of the results, in their order, as numbers in the index; the
 * caller finishes the catalogue. */
void search_view_list(const struct search_view *view, struct app *app,
                      struct catalogue *out);

/* The result that an item is; NULL if it is none. */
const struct search_result *search_view_result(const struct search_view *view,
                                               size_t item);

/* search_find.c: searches other words, or the same anew, at once. */
void search_view_look_for(struct search_view *view, struct app *app,
                          const char *text);
void search_view_again(struct search_view *view, struct app *app);
/* At the end of the list: more are to come, if there are more; or all. */
void search_view_more(struct search_view *view);
void search_view_all(struct search_view *view);
/* What waited for the first results; true when there is more to show. */
bool search_view_work(struct view *view, struct app *app);

/* Opens what is selected. */
void search_view_choose(struct search_view *view, struct app *app);

/* Opens the prompt. With words there, the first letter replaces
 * them. */
void search_prompt_open(struct search_view *view);

/* search_list.c: makes the rows. */
void search_list_build(struct search_view *view, struct app *app,
                       unsigned cells);

void search_draw(struct view *view, struct app *app);

/* Draws the preview for the selected result, if there is one; frees
 * what it was made from, which is read again. */
void search_preview_draw(struct search_view *view, struct app *app,
                         struct area area);
void search_preview_drop(struct search_preview *preview);

#endif
