/* Fields of YAML in an article, read with messages about what is wrong. */
#ifndef MEDFAQ_ARTICLE_YAML_FIELD_H
#define MEDFAQ_ARTICLE_YAML_FIELD_H

#include "base/arena.h"
#include "base/diagnostic.h"
#include "data/yaml.h"

/* Where values live, where messages go, and their code. */
struct yaml_fields {
    struct arena *arena;
    struct diagnostics *out;
    const char *code;
};

void yaml_field_complain(struct yaml_fields *fields, enum severity severity,
                         const struct yaml *at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Text of a scalar; NULL, with a message, for a list or a map. A null is NULL
 * without a message: the field is not stated. */
const char *yaml_field_text(struct yaml_fields *fields, const char *name,
                            const struct yaml *value);

/* The same for a key of a map; NULL if it is missing. */
const char *yaml_field_member(struct yaml_fields *fields,
                              const struct yaml *map, const char *key);

/* For a field that may be one value or a list: the first element, and the
 * number of elements. */
const struct yaml *yaml_field_elements(const struct yaml *value, size_t *n);

/* Warns of keys of a map that are none of known, which ends in NULL. */
void yaml_field_warn_of_unknown(struct yaml_fields *fields,
                                const struct yaml *map,
                                const char *const *known);

#endif
