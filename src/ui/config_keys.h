/* The setting "keys": for an action a key, or a list of keys. */
#ifndef MEDFAQ_UI_CONFIG_KEYS_H
#define MEDFAQ_UI_CONFIG_KEYS_H

#include "base/diagnostic.h"
#include "data/yaml.h"
#include "ui/keymap.h"

/* Gives actions the keys of a map, whatever the order of its lines. What two
 * actions want, and what is no key, goes to problems; an action whose keys are
 * all wrong keeps its own, and those that close and leave always have one. */
void config_keys_read(const struct yaml *value, struct keymap *keymap,
                      struct diagnostics *problems);

#endif
