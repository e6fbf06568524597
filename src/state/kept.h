/* What the reader kept, as Markdown: for notes that are taken along, and for
 * the visit sheet. */
#ifndef MEDFAQ_STATE_KEPT_H
#define MEDFAQ_STATE_KEPT_H

#include "base/strs.h"
#include "state/annotation.h"

/* All of it, the newest first; free with annotation_list_finish. */
void kept_list(struct state *state, struct annotation_list *out);

/* Appends a list item: what was kept, the note, and where it is from. */
void kept_add(const struct annotation *annotation, struct buf *out);

/* The visit sheet as an article, to be shown or exported: questions, passages
 * and notes of all articles, or where paths has any, of those. Free with
 * article_free. */
struct article *kept_sheet(struct state *state, const struct strs *paths);

/* How it is exported as text: pages of a typewriter's size. */
#define KEPT_SHEET_CELLS 72
#define KEPT_SHEET_LINES 66

#endif
