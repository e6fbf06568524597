/* Reads the fields of front matter that are lists: texts, people, sources and
 * codes. */
#include "article/meta_field.h"

#include <string.h>

#include "article/code.h"
#include "base/i18n.h"

void *meta_target(struct meta_reader *reader, const struct meta_field *field)
{
    return (char *)reader->meta + field->offset;
}

/* A list and its length, in the order in which struct meta has them. */
struct texts {
    const char *const *items;
    size_t n;
};

void meta_read_texts(struct meta_reader *reader, const struct meta_field *field,
                     const struct yaml *value)
{
    size_t n;
    const struct yaml *element = yaml_field_elements(value, &n);
    const char **items = arena_alloc(reader->fields.arena, n * sizeof *items);
    struct texts *texts = meta_target(reader, field);
    texts->items = items;
    for (; n--; element = element->next) {
        const char *text =
            yaml_field_text(&reader->fields, field->name, element);
        if (text && *text)
            items[texts->n++] = text;
    }
}

struct people {
    struct person *items;
    size_t n;
};

static void read_day(struct meta_reader *reader, const struct yaml *map,
                     const char *key, struct date *date)
{
    const char *text = yaml_field_member(&reader->fields, map, key);
    if (text && !date_parse(text, date))
        yaml_field_complain(&reader->fields, SEVERITY_ERROR, yaml_get(map, key),
                            _("%s: \"%s\" is not a date such as 2026-11-22"),
                            key, text);
}

static void read_digests(struct meta_reader *reader, const struct yaml *map,
                         struct person *person)
{
    if (map->type != YAML_MAP) {
        yaml_field_complain(&reader->fields, SEVERITY_ERROR, map,
                            _("sections: medfaq review --sign writes it, as "
                              "{slug: digest}"));
        return;
    }
    size_t n = 0;
    for (const struct yaml *value = map->first; value; value = value->next)
        n++;
    struct section_digest *digests =
        arena_alloc(reader->fields.arena, n * sizeof *digests);
    for (const struct yaml *value = map->first; value; value = value->next) {
        const char *digest =
            yaml_field_text(&reader->fields, "sections", value);
        if (digest)
            digests[person->n_sections++] =
                (struct section_digest){value->key->scalar, digest};
    }
    person->sections = digests;
}

/* Reads when a reviewer saw the article, and the digests of what it was
 * then. */
static void read_review(struct meta_reader *reader, const struct yaml *element,
                        struct person *person)
{
    const struct yaml *sections = yaml_get(element, "sections");
    read_day(reader, element, "date", &person->date);
    if (sections)
        read_digests(reader, sections, person);
}

static struct person read_person(struct meta_reader *reader,
                                 const struct yaml *element, bool reviews)
{
    static const char *const author_keys[] = {"name", "role", NULL};
    static const char *const reviewer_keys[] = {"name", "role", "date",
                                                "sections", NULL};
    struct person person = {.name = yaml_text(element)};
    if (element->type != YAML_MAP)
        return person;
    yaml_field_warn_of_unknown(&reader->fields, element,
                               reviews ? reviewer_keys : author_keys);
    person.name = yaml_field_member(&reader->fields, element, "name");
    person.role = yaml_field_member(&reader->fields, element, "role");
    if (reviews)
        read_review(reader, element, &person);
    return person;
}

void meta_read_people(struct meta_reader *reader,
                      const struct meta_field *field, const struct yaml *value)
{
    bool reviews = !strcmp(field->name, "reviewers");
    size_t n;
    const struct yaml *element = yaml_field_elements(value, &n);
    struct people *people = meta_target(reader, field);
    people->items =
        arena_alloc(reader->fields.arena, n * sizeof *people->items);
    for (; n--; element = element->next) {
        struct person person = read_person(reader, element, reviews);
        if (person.name && *person.name)
            people->items[people->n++] = person;
        else
            yaml_field_complain(&reader->fields, SEVERITY_ERROR, element,
                                _("%s: a person needs a "
                                  "name: {name: ..., role: ...}"),
                                field->name);
    }
}

static void check_id_is_unique(struct meta_reader *reader,
                               const struct yaml *element, const char *id)
{
    const struct meta *meta = reader->meta;
    for (size_t i = 0; i < meta->n_sources; i++)
        if (!strcmp(meta->sources[i].id, id)) {
            yaml_field_complain(
                &reader->fields, SEVERITY_ERROR, element,
                _("sources: the id \"%s\" is already used on line %u"), id,
                meta->sources[i].line);
            return;
        }
}

static void read_copy(struct meta_reader *reader, const struct yaml *map,
                      struct source *source)
{
    static const char *const known[] = {"url", "date", NULL};
    if (map->type == YAML_MAP) {
        yaml_field_warn_of_unknown(&reader->fields, map, known);
        source->read_at.url = yaml_field_member(&reader->fields, map, "url");
        read_day(reader, map, "date", &source->read_at.date);
    }
    if (!source->read_at.url)
        yaml_field_complain(
            &reader->fields, SEVERITY_ERROR, map,
            _("read_at must say where the copy is: {url: ..., date: ...}"));
}

static void read_reason(struct meta_reader *reader, const struct yaml *reason,
                        struct source *source)
{
    bool ignored;
    const char *text = yaml_field_text(&reader->fields, "secondary", reason);
    if (text && *text && !yaml_bool(reason, &ignored))
        source->secondary = text;
    else if (reason->type == YAML_SCALAR)
        yaml_field_complain(&reader->fields, SEVERITY_ERROR, reason,
                            _("secondary must say in words why the original "
                              "is not cited"));
}

/* Reads how the author had access to a source. */
static void read_access(struct meta_reader *reader, const struct yaml *element,
                        struct source *source)
{
    const struct yaml *copy = yaml_get(element, "read_at");
    const struct yaml *reason = yaml_get(element, "secondary");
    read_day(reader, element, "retrieved", &source->retrieved);
    if (copy)
        read_copy(reader, copy, source);
    if (reason)
        read_reason(reader, reason, source);
}

static struct source read_source(struct meta_reader *reader,
                                 const struct yaml *element)
{
    static const char *const known[] = {
        "id",  "title",     "publisher", "year",      "url",
        "doi", "retrieved", "read_at",   "secondary", NULL};
    yaml_field_warn_of_unknown(&reader->fields, element, known);
    struct source source = {
        .id = yaml_field_member(&reader->fields, element, "id"),
        .title = yaml_field_member(&reader->fields, element, "title"),
        .publisher = yaml_field_member(&reader->fields, element, "publisher"),
        .url = yaml_field_member(&reader->fields, element, "url"),
        .doi = yaml_field_member(&reader->fields, element, "doi"),
        .line = element->line,
    };
    const struct yaml *year = yaml_get(element, "year");
    long number = 0;
    if (year && (!yaml_long(year, &number) || number < 1 || number > 9999))
        yaml_field_complain(&reader->fields, SEVERITY_ERROR, year,
                            _("year must be a year such as 2026"));
    else
        source.year = (int)number;
    read_access(reader, element, &source);
    return source;
}

/* A source without an id cannot be cited, but it is listed. */
void meta_read_sources(struct meta_reader *reader,
                       const struct meta_field *field, const struct yaml *value)
{
    size_t n;
    const struct yaml *element = yaml_field_elements(value, &n);
    struct meta *meta = reader->meta;
    meta->sources =
        arena_alloc(reader->fields.arena, n * sizeof *meta->sources);
    for (; n--; element = element->next) {
        if (element->type != YAML_MAP) {
            yaml_field_complain(
                &reader->fields, SEVERITY_ERROR, element,
                _("%s: a source must be {id: ..., title: ..., url: ...}"),
                field->name);
            continue;
        }
        struct source source = read_source(reader, element);
        if (source.id && *source.id)
            check_id_is_unique(reader, element, source.id);
        else
            yaml_field_complain(&reader->fields, SEVERITY_ERROR, element,
                                _("%s: a source needs an id"), field->name);
        source.id = source.id ? source.id : "";
        meta->sources[meta->n_sources++] = source;
    }
}

void meta_read_codes(struct meta_reader *reader, const struct meta_field *field,
                     const struct yaml *value)
{
    if (value->type != YAML_MAP) {
        yaml_field_complain(&reader->fields, SEVERITY_ERROR, value,
                            _("%s must be a map such as {mesh: D000000}"),
                            field->name);
        return;
    }
    yaml_field_warn_of_unknown(&reader->fields, value, code_systems);
    struct meta *meta = reader->meta;
    size_t room = 0, n;
    for (const struct yaml *code = value->first; code; code = code->next) {
        yaml_field_elements(code, &n);
        room += n;
    }
    meta->codes = arena_alloc(reader->fields.arena, room * sizeof *meta->codes);
    for (const char *const *system = code_systems; *system; system++) {
        const struct yaml *code = yaml_get(value, *system);
        const struct yaml *element =
            code ? yaml_field_elements(code, &n) : NULL;
        for (; element && n--; element = element->next) {
            const char *text =
                yaml_field_text(&reader->fields, *system, element);
            if (text && *text)
                meta->codes[meta->n_codes++] = (struct code){*system, text};
        }
    }
}
