/* Writes bookmarks, notes and highlights as Markdown, for the command notes and
 * for the visit sheet. */
#ifndef MEDFAQ_STATE_KEPT_H
#define MEDFAQ_STATE_KEPT_H

#include "base/strs.h"
#include "state/annotation.h"

/* Lists all annotations, newest first. Free with annotation_list_finish(). */
void kept_list(struct state *state, struct annotation_list *out);

/* Appends a list item: the passage, the note, and where they are from. */
void kept_add(const struct annotation *annotation, struct buf *out);

/* Returns the visit sheet as an article, to be shown or exported: questions,
 * passages and notes from the articles in paths, or from all if there are none.
 * Free with article_free(). */
struct article *kept_sheet(struct state *state, const struct strs *paths);

/* The size of its pages when it is exported as text, as of a typewriter. */
#define KEPT_SHEET_CELLS 72
#define KEPT_SHEET_LINES 66

#endif
