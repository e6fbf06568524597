/* Attaches annotations to the current text of their article by finding each
 * anchor again. */
#ifndef MEDFAQ_STATE_ATTACH_H
#define MEDFAQ_STATE_ATTACH_H

#include "state/annotation.h"

struct attached {
    struct annotation annotation;
    /* in article->text; empty at 0 if it was not found */
    struct anchor_range range;
};

/* In the order of the text; annotations that were not found come first. */
struct attached_list {
    struct attached *items;
    size_t n;
};

/* Finds all annotations of an article and saves those whose anchor moved,
 * changed or was lost. Sets *n_changed to how many newly changed or were lost.
 * Free with attach_finish(). */
void attach_read(struct state *state, const struct article *article,
                 struct attached_list *out, size_t *n_changed);
void attach_finish(struct attached_list *list);

#endif
