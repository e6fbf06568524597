/* Forgetting: what is forgotten is in no file of medfaq's any more. */
#ifndef MEDFAQ_STATE_FORGET_H
#define MEDFAQ_STATE_FORGET_H

#include <stdbool.h>
#include <stdint.h>

#include "state/state.h"

/* All that is remembered of the articles that a text names: by path, id or
 * title, also where the file has gone. *known: there were any. */
bool forget_article(struct state *state, const char *text, bool *known,
                    struct error *err);

/* All that was made since a time, in seconds since 1970. Of an article that was
 * known before, what is older stays. */
bool forget_since(struct state *state, int64_t since, struct error *err);

/* Everything, settings too, and the damaged files that were put aside. */
bool forget_all(struct state *state, struct error *err);

#endif
