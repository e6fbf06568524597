/* The search of the whole library on the screen: results as one types.
 *
 * search_view.c has keys and state, search_draw.c what is drawn. */
#ifndef MEDFAQ_UI_SEARCH_VIEW_H
#define MEDFAQ_UI_SEARCH_VIEW_H

#include "search/search.h"
#include "ui/app.h"
#include "ui/leaf.h"
#include "ui/view.h"

#define AS_TYPED SIZE_MAX /* the item that searches as typed */

struct search_view {
    struct view view;
    char *typed;
    bool as_typed;
    struct search_results *results; /* NULL: nothing was searched */
    bool is_quick; /* the full ranking, and texts, are still to come */
    struct leaf leaf;
    size_t items[64]; /* index in results, or AS_TYPED, by item of the leaf */
    int selected;     /* an item */
    bool has_moved;   /* until then the best result is selected */
    size_t top;       /* the first row that shows */
    struct area list; /* when drawn last */
};

/* Opens it with the words typed last, ready for typing. */
void search_view_open(struct app *app);
struct search_view *search_view_of(struct view *view); /* NULL if not one */

/* The index has more than before: what is shown may be too little. */
void search_view_progress(struct app *app);

void search_draw(struct view *view, struct app *app);

#endif
