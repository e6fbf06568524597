/* What the reader remembers: one SQLite file, $XDG_STATE_HOME/medfaq/state.db.
 *
 * The file is opened when something is asked for, and made when something is
 * kept. Where it cannot be used, reading goes on and nothing is remembered:
 * functions that find return nothing, and those that keep fail with err. */
#ifndef MEDFAQ_STATE_STATE_H
#define MEDFAQ_STATE_STATE_H

#include <stdbool.h>

#include "base/error.h"

struct state;

enum state_use {
    STATE_ON,
    STATE_PRIVATE, /* --private: settings are read, nothing is kept */
    STATE_OFF,     /* MEDFAQ_SECURE: nothing is read either */
};

/* Never NULL, and opens nothing yet; freed with state_free. */
struct state *state_new(enum state_use use);
void state_free(struct state *state);

/* Whether things are kept at all, or would be if the file could be used. */
bool state_is_on(const struct state *state);

/* A line to be shown: that nothing is remembered and why, or what became of a
 * damaged file. NULL if there is none, or if it has been taken before. Borrowed
 * until the state is freed. */
const char *state_take_trouble(struct state *state);

/* Rewrites the file without anything that was deleted; does nothing if there is
 * no file. */
bool state_compact(struct state *state, struct error *err);

#endif
