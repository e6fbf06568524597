/* The setting "keys": a key or a list of keys for each action. */
#ifndef MEDFAQ_UI_CONFIG_KEYS_H
#define MEDFAQ_UI_CONFIG_KEYS_H

#include "base/diagnostic.h"
#include "data/yaml.h"
#include "ui/keymap.h"

/* Binds the keys of a YAML map, in any order of its lines. Conflicts and
 * invalid keys go to problems. An action whose keys are all invalid keeps its
 * own; closing and leaving always have a key. */
void config_keys_read(const struct yaml *value, struct keymap *keymap,
                      struct diagnostics *problems);

#endif
