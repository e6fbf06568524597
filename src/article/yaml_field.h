/* Reads fields of the YAML in an article and reports what is wrong. */
#ifndef MEDFAQ_ARTICLE_YAML_FIELD_H
#define MEDFAQ_ARTICLE_YAML_FIELD_H

#include "base/arena.h"
#include "base/diagnostic.h"
#include "data/yaml.h"

/* Where values are allocated, where messages go, and the code of these. */
struct yaml_fields {
    struct arena *arena;
    struct diagnostics *out;
    const char *code;
};

void yaml_field_complain(struct yaml_fields *fields, enum severity severity,
                         const struct yaml *at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Returns the text of a scalar, or NULL with a message for a list or a map. A
 * null returns NULL without a message: the field is not stated. */
const char *yaml_field_text(struct yaml_fields *fields, const char *name,
                            const struct yaml *value);

/* Returns the text of a key of a map, or NULL if the key is missing. */
const char *yaml_field_member(struct yaml_fields *fields,
                              const struct yaml *map, const char *key);

/* Returns the first element and the number of elements of a field that may be
 * one value or a list. */
const struct yaml *yaml_field_elements(const struct yaml *value, size_t *n);

/* Warns about keys of a map that are not in known, which NULL ends. */
void yaml_field_warn_of_unknown(struct yaml_fields *fields,
                                const struct yaml *map,
                                const char *const *known);

#endif
