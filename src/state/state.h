/* What the reader remembers: one SQLite file, $XDG_STATE_HOME/medfaq/state.db.
 *
 * The file is opened when something is read from it, and created when something
 * is saved. If it cannot be used, the reader works without it and remembers
 * nothing: functions that read return nothing, and those that save fail with
 * err. */
#ifndef MEDFAQ_STATE_STATE_H
#define MEDFAQ_STATE_STATE_H

#include <stdbool.h>

#include "base/error.h"

struct state;

enum state_use {
    STATE_ON,
    STATE_PRIVATE, /* --private: settings are read, nothing is saved */
    STATE_OFF,     /* MEDFAQ_SECURE: nothing is read either */
};

/* Never returns NULL. Does not open the file yet. Free with state_free(). */
struct state *state_new(enum state_use use);
void state_free(struct state *state);

/* Returns whether saving is enabled, even if the file cannot be used. */
bool state_is_on(const struct state *state);

/* Returns a line to show: that nothing is remembered and why, or what was done
 * with a damaged file. Returns NULL if there is none or it was returned before.
 * The line is valid until the state is freed. */
const char *state_take_trouble(struct state *state);

/* Rewrites the file without the remains of what was deleted. Does nothing if
 * there is no file. */
bool state_compact(struct state *state, struct error *err);

#endif
