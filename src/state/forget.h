/* Forgetting: deletes data so that no file of medfaq contains it any more. */
#ifndef MEDFAQ_STATE_FORGET_H
#define MEDFAQ_STATE_FORGET_H

#include <stdbool.h>
#include <stdint.h>

#include "state/state.h"

/* Forgets everything about the articles with a path, id or title, even if the
 * file no longer exists. Sets *known to whether there were any. */
bool forget_article(struct state *state, const char *text, bool *known,
                    struct error *err);

/* Forgets everything that was recorded since a time, in seconds since 1970. If
 * an article was known before, older data about it stays. */
bool forget_since(struct state *state, int64_t since, struct error *err);

/* Forgets everything, including settings and the damaged files that were put
 * aside. */
bool forget_all(struct state *state, struct error *err);

#endif
