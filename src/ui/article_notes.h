/* Notes in the right margin of a wide terminal: the numbers of people that the
 * frequencies in the text come to. */
#ifndef MEDFAQ_UI_ARTICLE_NOTES_H
#define MEDFAQ_UI_ARTICLE_NOTES_H

#include "ui/article_view.h"

/* Columns for the notes and the gap before them; 0 on a narrower terminal, and
 * for an article without frequencies. */
int article_notes_cols(struct article_view *view, int body_cols);

/* Draws the notes on a line of the text into a row beside it. */
void article_notes_draw(const struct article_view *view, struct app *app,
                        struct area row, const struct line *line);

/* Forgets the notes of an article. */
void article_notes_forget(struct article_view *view);

#endif
