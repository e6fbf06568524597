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

#define CONFIG_WIDTH 80 /* default text width in cells */
#define CONFIG_WIDTH_MIN 20
#define CONFIG_WIDTH_MAX 500

struct config {
    struct arena arena;         /* owns path and the texts of problems */
    const char *path;           /* NULL: no home folder */
    const struct theme *theme;  /* NULL: not set */
    const char *sort;           /* "title", "newest", "type"; NULL: not set */
    enum theme_ground ground;   /* of the terminal */
    struct theme_colors colors; /* the user's own */
    unsigned width;             /* of text, in cells */
    bool mouse, linear;
    bool
        starts_in_list; /* the list of articles has the focus, not the prompt */
    bool is_private;
    bool keeps_searches;         /* from one session to the next */
    struct diagnostics problems; /* of the file, each with line and column */
};

/* Sets the defaults and the path of the file. */
void config_init(struct config *config);
void config_finish(struct config *config);

/* The sort with a name, as config.sort has it; NULL if there is none. */
const char *config_sort(const char *name);

/* A diagnostic at a value's line and column, without text yet. */
struct diagnostic config_place(const struct yaml *value);

/* Reads the file if there is one, keys into keymap. Errors go to problems, and
 * all other settings count. */
void config_load(struct config *config, struct keymap *keymap);

/* The same for a text in memory. */
void config_parse(struct config *config, struct keymap *keymap,
                  const char *text, size_t n_bytes);

#endif
