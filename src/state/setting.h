/* Settings that were chosen in the program, under their names in config.yaml.
 *
 * They take precedence over config.yaml, and the command line over them. */
#ifndef MEDFAQ_STATE_SETTING_H
#define MEDFAQ_STATE_SETTING_H

#include "state/state.h"

/* Calls take for each saved setting. */
void setting_read(struct state *state,
                  void (*take)(void *context, const char *name,
                               const char *value),
                  void *context);

/* Saves a setting. With value NULL deletes it, so that config.yaml applies
 * again. */
bool setting_keep(struct state *state, const char *name, const char *value,
                  struct error *err);

#endif
