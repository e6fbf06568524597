/* Settings that were chosen in the program, by their names in config.yaml.
 *
 * They win over config.yaml, and the command line wins over them. */
#ifndef MEDFAQ_STATE_SETTING_H
#define MEDFAQ_STATE_SETTING_H

#include "state/state.h"

/* Calls take for each setting that was kept. */
void setting_read(struct state *state,
                  void (*take)(void *context, const char *name,
                               const char *value),
                  void *context);

/* Keeps a setting; with value NULL forgets it, so that config.yaml holds
 * again. */
bool setting_keep(struct state *state, const char *name, const char *value,
                  struct error *err);

#endif
