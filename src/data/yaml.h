/* A YAML parser that returns a small tree with lines and columns. [libyaml]
 *
 * Rejected, with the place, are more than YAML_MAX_BYTES or YAML_MAX_DEPTH,
 * anchors, aliases, tags, and a second document. What precedes an error is
 * kept. */
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

/* A value. Children are linked by next, in the order of the file; those of a
 * map have their key in key. */
struct yaml {
    enum yaml_type type;
    unsigned line; /* counted from first_line */
    unsigned column;
    const char *scalar; /* NUL-terminated; NULs in it become U+FFFD */
    size_t n_bytes;
    bool plain; /* unquoted, so it may be a number or null */
    const struct yaml *key;
    struct yaml *first;
    struct yaml *next;
    size_t n_children;
};

/* The input of yaml_parse. */
struct yaml_text {
    const char *text;
    size_t n_bytes;
    size_t max_bytes;    /* 0 for YAML_MAX_BYTES */
    unsigned first_line; /* line number in the file of the first line */
};

/* Parses a text into a tree in arena; returns NULL if there is nothing to keep.
 * Errors are appended to out, with code "yaml". */
struct yaml *yaml_parse(struct arena *arena, const struct yaml_text *text,
                        struct diagnostics *out);

/* Returns the value of a key; NULL if it is absent, or if map is NULL or not a
 * map. */
const struct yaml *yaml_get(const struct yaml *map, const char *key);

/* Returns the text of a scalar; NULL for NULL, a list, a map or an unquoted
 * null. */
const char *yaml_text(const struct yaml *value);

/* Reads an integer from a plain or quoted scalar; returns false if it is not
 * one. */
bool yaml_long(const struct yaml *value, long *number);

/* Reads true/yes/on or false/no/off; returns false if it is neither. */
bool yaml_bool(const struct yaml *value, bool *boolean);

#endif
