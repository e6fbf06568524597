/* What the reader keeps of an article on the screen: bookmarks, notes,
 * highlights. */
#ifndef MEDFAQ_UI_ARTICLE_KEEP_H
#define MEDFAQ_UI_ARTICLE_KEEP_H

#include <stdbool.h>

#include "text/flow.h"
#include "ui/article_view.h"

/* Reads the annotations once the article is whole. True if the screen must be
 * drawn again. */
bool article_keep_load(struct article_view *view, struct app *app);
/* Forgets what was read, with the article that it belongs to. */
void article_keep_forget(struct article_view *view);

/* Whether something of the article can be kept; if not, says so. */
bool article_keep_may(struct article_view *view, struct app *app);
/* Keeps an annotation of a passage and shows it; false with a message. */
bool article_keep_passage(struct article_view *view, struct app *app,
                          enum annotation_motivation motivation,
                          struct text_range passage);

/* Asks for a note and keeps a bookmark of the sentence that is being read, or
 * of another one that Up and Down choose. */
void article_bookmark(struct view *view, struct app *app);
/* The passage that a note or a highlight in the making is about; NULL: none. */
const struct text_range *article_keep_chosen(const struct article_view *view);

/* Goes to the passage of an annotation in an article that was just opened, or
 * to its section, and says what became of it. */
void article_keep_go(struct article_view *view, struct app *app,
                     const struct annotation *annotation);

/* article_highlight.c: "x" begins a highlight or extends it; while it is open,
 * up and down move it. article_highlight_end keeps it. */
void article_highlight(struct view *view, struct app *app);
/* Whether an action was for the open highlight; ends it if it was not. */
bool article_highlight_takes(struct article_view *view, struct app *app,
                             enum action action);
void article_highlight_end(struct article_view *view, struct app *app);

/* Deletes an annotation, which article_keep_undo brings back until the program
 * ends; both say so. */
bool article_keep_delete(struct app *app, struct annotation *annotation);
void article_keep_undo(struct view *view, struct app *app);
/* Views that show annotations, the visit sheet too, read them again. */
void article_keep_tell(struct app *app);
void article_keep_finish(struct app *app);

#endif
