/* What the reader kept, as Markdown: for medfaq notes and medfaq sheet. */
#ifndef MEDFAQ_CLI_KEPT_H
#define MEDFAQ_CLI_KEPT_H

#include "state/annotation.h"

/* All of it, the newest first; free with annotation_list_finish. */
void kept_list(struct state *state, struct annotation_list *out);

/* Appends a list item: what was kept, the note, and where it is from. */
void kept_add(const struct annotation *annotation, struct buf *out);

#endif
