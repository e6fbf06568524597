/* Reads fields of the YAML in an article and reports what is wrong. */
#include "article/yaml_field.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"

void yaml_field_complain(struct yaml_fields *fields, enum severity severity,
                         const struct yaml *at, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    struct diagnostic place = {
        .severity = severity,
        .line = at->line,
        .column = at->column,
        .code = fields->code,
    };
    diagnostics_add(fields->out, place, "%s", text);
}

const char *yaml_field_text(struct yaml_fields *fields, const char *name,
                            const struct yaml *value)
{
    if (value->type != YAML_SCALAR)
        yaml_field_complain(fields, SEVERITY_ERROR, value,
                            _("%s must be a single text"), name);
    return yaml_text(value);
}

const char *yaml_field_member(struct yaml_fields *fields,
                              const struct yaml *map, const char *key)
{
    const struct yaml *value = yaml_get(map, key);
    return value ? yaml_field_text(fields, key, value) : NULL;
}

void yaml_field_warn_of_unknown(struct yaml_fields *fields,
                                const struct yaml *map,
                                const char *const *known)
{
    for (const struct yaml *value = map->first; value; value = value->next) {
        const char *const *name = known;
        while (*name && strcmp(*name, value->key->scalar))
            name++;
        if (!*name)
            yaml_field_complain(fields, SEVERITY_WARNING, value->key,
                                _("Unknown field \"%s\" is ignored"),
                                value->key->scalar);
    }
}

const struct yaml *yaml_field_elements(const struct yaml *value, size_t *n)
{
    bool list = value->type == YAML_LIST;
    bool null = value->type == YAML_SCALAR && !yaml_text(value);
    *n = list ? value->n_children : !null;
    return list ? value->first : null ? NULL : value;
}
