/* YAML in, as a small tree with line and column. [libyaml]
 *
 * Only the event API of libyaml is used. Refused, each with its place: more
 * than YAML_MAX_BYTES or YAML_MAX_DEPTH, aliases and anchors, tags, a second
 * document. What was read before an error is kept. */
#ifndef MEDFAQ_DATA_YAML_H
#define MEDFAQ_DATA_YAML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diagnostic.h"

#define YAML_MAX_BYTES ((size_t)64 * 1024)
#define YAML_MAX_DEPTH 8

enum yaml_type {
    YAML_SCALAR,
    YAML_LIST,
    YAML_MAP,
};

/* A value. In a map, each child holds its key in key. Children are linked by
 * next, in the order of the file. */
struct yaml {
    enum yaml_type type;
    unsigned line; /* from 1, counted from first_line */
    unsigned column;
    const char *scalar; /* ends in NUL; NULs inside are replaced by U+FFFD */
    size_t n_bytes;
    bool plain; /* not quoted: "2026" may be a number, "" is null */
    const struct yaml *key;
    struct yaml *first;
    struct yaml *next;
    size_t n_children;
};

/* What is parsed. */
struct yaml_text {
    const char *text;
    size_t n_bytes;
    size_t max_bytes;    /* 0: YAML_MAX_BYTES */
    unsigned first_line; /* the number of its first line in the file */
};

/* Parses a text. The tree lives in arena. NULL if there is nothing to keep;
 * what is wrong goes to out with severity error and code "yaml". */
struct yaml *yaml_parse(struct arena *arena, const struct yaml_text *text,
                        struct diagnostics *out);

/* The value of a key in a map; NULL when absent or map is NULL or no map. */
const struct yaml *yaml_get(const struct yaml *map, const char *key);

/* The scalar's text; NULL for NULL, a list, a map, or a plain null. */
const char *yaml_text(const struct yaml *value);

/* A whole number from a plain or quoted scalar; false if it is none. */
bool yaml_long(const struct yaml *value, long *number);

/* true/yes/on, false/no/off; false if it is none of them. */
bool yaml_bool(const struct yaml *value, bool *truth);

#endif
