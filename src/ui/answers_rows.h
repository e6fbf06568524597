/* The parts of which the rows of the answers are made. */
#ifndef MEDFAQ_UI_ANSWERS_ROWS_H
#define MEDFAQ_UI_ANSWERS_ROWS_H

#include "ui/answers.h"

#define ITEM_COLUMN 2 /* right of the pointer */

/* Makes the paragraph in the making an item. */
void answers_begin_item(struct library_view *view, struct answer answer);

/* One row: two parts of text, then what stands at the right. */
struct answers_row {
    const char *first, *second;
    enum theme_style first_style, second_style;
    const char *aside; /* "" for none */
    enum theme_style aside_style;
    bool is_picked;
};

/* Adds such a row; a "Show more" row; a heading. */
void answers_add_row(struct app *app, struct leaf *leaf,
                     const struct answers_row *row);
void answers_add_more(struct library_view *view, enum answer_type type,
                      size_t n_left);
void answers_add_heading(struct answers *answers, const char *text);

/* Adds the sections that answer best, and as many more as were asked for. */
void answers_add_sections(struct library_view *view, struct app *app);

/* Adds a few words of a result that show why it was found: up to three rows of
 * the selected one, one row of others. */
void answers_add_snippet(struct library_view *view, const struct app *app,
                         size_t i, bool is_selected);

/* Adds rows that search in another way, such as for what was typed; and what to
 * do if nothing was found. */
void answers_add_other_ways(struct library_view *view, const struct app *app);
void answers_add_nothing(struct library_view *view, struct app *app);

#endif
