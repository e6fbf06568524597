/* The history of searches, which is saved if the configuration asks for it. */
#ifndef MEDFAQ_STATE_SEARCHES_H
#define MEDFAQ_STATE_SEARCHES_H

#include "base/strs.h"
#include "state/state.h"

/* Adds the saved queries, newest last. */
void searches_read(struct state *state, struct strs *out);

/* Saves the queries from first on, newest last. At most the newest SEARCHES_MAX
 * stay. */
#define SEARCHES_MAX 500
bool searches_keep(struct state *state, const struct strs *texts, size_t first,
                   struct error *err);

#endif
