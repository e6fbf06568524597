/* What was searched for, where the configuration asks to keep it. */
#ifndef MEDFAQ_STATE_SEARCHES_H
#define MEDFAQ_STATE_SEARCHES_H

#include "base/strs.h"
#include "state/state.h"

/* Adds the texts that were kept, the newest last. */
void searches_read(struct state *state, struct strs *out);

/* Keeps texts from the first one on, the newest last; of very many, the newest
 * SEARCHES_MAX stay. */
#define SEARCHES_MAX 500
bool searches_keep(struct state *state, const struct strs *texts, size_t first,
                   struct error *err);

#endif
