/* The parts that the rows of the answers are made of. */
#ifndef MEDFAQ_UI_ANSWERS_ROWS_H
#define MEDFAQ_UI_ANSWERS_ROWS_H

#include "article/article.h"
#include "ui/answers.h"

/* Articles are opened one after the other: results of one stand together.
 * Whoever begins with zero frees the article at the end. */
struct answers_opened {
    const char *path;
    struct article *article; /* NULL: it cannot be read */
};

#define ITEM_COLUMN 2 /* beside the pointer, and a mark where it is picked */

/* Makes the paragraph in the making an item. */
void answers_begin_item(struct library_view *view, struct answer answer);

/* Adds a few words of a result that show why it was found: up to three rows of
 * the selected one, one row of others. */
void answers_add_snippet(struct library_view *view, size_t i, bool is_selected,
                         struct answers_opened *opened);

/* Adds how the question was understood, with a row that searches for what was
 * typed instead; and what to do where nothing was found. */
void answers_add_notes(struct library_view *view);
void answers_add_nothing(struct library_view *view, struct app *app);

#endif
