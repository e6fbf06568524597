/* The annotations of an article as it is now: each is found again. */
#ifndef MEDFAQ_STATE_ATTACH_H
#define MEDFAQ_STATE_ATTACH_H

#include "state/annotation.h"

struct attached {
    struct annotation annotation;
    struct anchor_range range; /* in article->text; where it was not found:
                                  empty, at 0 */
};

/* In the order of the text; those that were not found come first. */
struct attached_list {
    struct attached *items;
    size_t n;
};

/* Finds them all, and keeps what has become of those that moved, changed or
 * were lost; *n_changed is how many newly changed or were lost. Free with
 * attach_finish. */
void attach_read(struct state *state, const struct article *article,
                 struct attached_list *out, size_t *n_changed);
void attach_finish(struct attached_list *list);

#endif
