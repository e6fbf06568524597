/* How each field of the front matter is read. meta_list.c has the functions for
 * lists. */
#ifndef MEDFAQ_ARTICLE_META_FIELD_H
#define MEDFAQ_ARTICLE_META_FIELD_H

#include "article/meta.h"
#include "article/yaml_field.h"

struct meta_reader {
    struct yaml_fields fields;
    struct meta *meta;
};

/* A field of the front matter, or of a map in it. */
struct meta_field {
    const char *name;
    void (*read)(struct meta_reader *reader, const struct meta_field *field,
                 const struct yaml *value);
    size_t offset;            /* of the value in struct meta */
    const char *const *words; /* the allowed values; NULL: any */
};

/* Returns where in struct meta a field is stored. */
void *meta_target(struct meta_reader *reader, const struct meta_field *field);

void meta_read_texts(struct meta_reader *reader, const struct meta_field *field,
                     const struct yaml *value);
void meta_read_people(struct meta_reader *reader,
                      const struct meta_field *field, const struct yaml *value);
void meta_read_sources(struct meta_reader *reader,
                       const struct meta_field *field,
                       const struct yaml *value);
void meta_read_codes(struct meta_reader *reader, const struct meta_field *field,
                     const struct yaml *value);

#endif
