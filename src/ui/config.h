/* $XDG_CONFIG_HOME/medfaq/config.yaml: theme, width, keys ... */
#ifndef MEDFAQ_UI_CONFIG_H
#define MEDFAQ_UI_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "data/yaml.h"
#include "ui/keymap.h"
#include "ui/theme.h"

#define CONFIG_WIDTH 80 /* cells of text, unless set */
#define CONFIG_WIDTH_MIN 20
#define CONFIG_WIDTH_MAX 500

struct config {
    struct arena arena;        /* owns path and problems' texts */
    const char *path;          /* NULL: neither HOME nor XDG_CONFIG_HOME */
    const struct theme *theme; /* NULL: not set */
    const char *sort;          /* "title", "newest", "type"; NULL: not set */
    unsigned width;            /* of text, in cells */
    bool mouse, linear;
    bool is_private;
    struct diagnostics problems; /* of the file, each with line and column */
};

/* The defaults, and the path where the file would be. */
void config_init(struct config *config);
void config_finish(struct config *config);

/* Where a value stands, for what is wrong with it. */
struct diagnostic config_place(const struct yaml *value);

/* Reads the file, if there is one; keys go to keymap. What is wrong goes to
 * problems and the rest counts. */
void config_load(struct config *config, struct keymap *keymap);

/* The same for a text: what config_load does, and tests. */
void config_parse(struct config *config, struct keymap *keymap,
                  const char *text, size_t n_bytes);

#endif
