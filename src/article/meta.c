/* Front matter: found in the file, then typed field by field. */
#include "article/meta.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "article/lang.h"
#include "base/strs.h"
#include "data/yaml.h"

struct reader {
    struct meta *meta;
    struct arena *arena;
    struct diagnostics *out;
};

/* A field of the front matter, or of a map in it. into is what it is read to:
 * its place in struct meta is at offset. */
struct field {
    const char *name;
    void (*read)(struct reader *reader, const struct field *field,
                 const struct yaml *value);
    size_t offset;
    const char *const *words; /* for read_word: those allowed */
};

static const char *const type_names[TYPE_COUNT + 1] = {
    [TYPE_NONE] = "",
    [TYPE_CONDITION] = "condition",
    [TYPE_MEDICINE] = "medicine",
    [TYPE_PROCEDURE] = "procedure",
    [TYPE_TEST] = "test",
    [TYPE_VACCINE] = "vaccine",
    [TYPE_OTHER] = "other",
};

const char *article_type_name(enum article_type type)
{
    return type_names[type];
}

enum article_type article_type_find(const char *name)
{
    for (enum article_type type = TYPE_CONDITION; type < TYPE_COUNT; type++)
        if (!strcmp(name, type_names[type]))
            return type;
    return TYPE_NONE;
}

static void complain(struct reader *reader, enum severity severity,
                     const struct yaml *at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static void complain(struct reader *reader, enum severity severity,
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
        .code = "front-matter",
    };
    diagnostics_add(reader->out, place, "%s", text);
}

static void *target(struct reader *reader, const struct field *field)
{
    return (char *)reader->meta + field->offset;
}

/* Text of a scalar; NULL, with a message, for a list or a map. A null is NULL
 * without a message: the field is not stated. */
static const char *text_of(struct reader *reader, const char *name,
                           const struct yaml *value)
{
    if (value->type != YAML_SCALAR)
        complain(reader, SEVERITY_ERROR, value, "%s must be one text", name);
    return yaml_text(value);
}

static void read_text(struct reader *reader, const struct field *field,
                      const struct yaml *value)
{
    const char *text = text_of(reader, field->name, value);
    if (text && *text)
        *(const char **)target(reader, field) = text;
}

static void read_lang(struct reader *reader, const struct field *field,
                      const struct yaml *value)
{
    const char *text = text_of(reader, field->name, value);
    if (text && lang_is_tag(text))
        *(const char **)target(reader, field) = text;
    else if (text)
        complain(reader, SEVERITY_ERROR, value,
                 "lang: \"%s\" is no language tag such as en or pt-BR", text);
}

static void complain_of_word(struct reader *reader, const struct field *field,
                             const struct yaml *value, const char *text)
{
    char words[256] = "";
    for (const char *const *word = field->words; *word; word++) {
        size_t n = strlen(words);
        snprintf(words + n, sizeof words - n, "%s%s", n ? ", " : "", *word);
    }
    complain(reader, SEVERITY_ERROR, value, "%s: \"%s\" is none of %s",
             field->name, text, words);
}

static void read_type(struct reader *reader, const struct field *field,
                      const struct yaml *value)
{
    const char *text = text_of(reader, field->name, value);
    if (!text)
        return;
    reader->meta->type = article_type_find(text);
    if (reader->meta->type == TYPE_NONE)
        complain_of_word(reader, field, value, text);
}

static void read_word(struct reader *reader, const struct field *field,
                      const struct yaml *value)
{
    const char *text = text_of(reader, field->name, value);
    if (!text)
        return;
    for (const char *const *word = field->words; *word; word++)
        if (!strcmp(text, *word)) {
            *(const char **)target(reader, field) = text;
            return;
        }
    complain_of_word(reader, field, value, text);
}

static void read_date(struct reader *reader, const struct field *field,
                      const struct yaml *value)
{
    const char *text = text_of(reader, field->name, value);
    if (text && !date_parse(text, target(reader, field)))
        complain(reader, SEVERITY_ERROR, value,
                 "%s: \"%s\" is no date such as 2026-11-22", field->name, text);
}

/* What a field may have one of or a list of: the first element and how many
 * there can be. */
static const struct yaml *elements(const struct yaml *value, size_t *n)
{
    bool list = value->type == YAML_LIST;
    bool null = value->type == YAML_SCALAR && !yaml_text(value);
    *n = list ? value->n_children : !null;
    return list ? value->first : null ? NULL : value;
}

/* A list and its length, as they follow each other in struct meta. */
struct texts {
    const char *const *items;
    size_t n;
};

static void read_texts(struct reader *reader, const struct field *field,
                       const struct yaml *value)
{
    size_t n;
    const struct yaml *element = elements(value, &n);
    const char **items = arena_alloc(reader->arena, n * sizeof *items);
    struct texts *texts = target(reader, field);
    texts->items = items;
    for (; n--; element = element->next) {
        const char *text = text_of(reader, field->name, element);
        if (text && *text)
            items[texts->n++] = text;
    }
}

/* Reads a key of a map as text; NULL if it is not there. */
static const char *member(struct reader *reader, const struct yaml *map,
                          const char *key)
{
    const struct yaml *value = yaml_get(map, key);
    return value ? text_of(reader, key, value) : NULL;
}

static void warn_of_unknown(struct reader *reader, const struct yaml *map,
                            const char *const *known)
{
    for (const struct yaml *value = map->first; value; value = value->next) {
        const char *const *name = known;
        while (*name && strcmp(*name, value->key->scalar))
            name++;
        if (!*name)
            complain(reader, SEVERITY_WARNING, value->key,
                     "unknown field \"%s\" is left out", value->key->scalar);
    }
}

struct people {
    struct person *items;
    size_t n;
};

static void read_people(struct reader *reader, const struct field *field,
                        const struct yaml *value)
{
    static const char *const known[] = {"name", "role", NULL};
    size_t n;
    const struct yaml *element = elements(value, &n);
    struct people *people = target(reader, field);
    people->items = arena_alloc(reader->arena, n * sizeof *people->items);
    for (; n--; element = element->next) {
        struct person person = {.name = yaml_text(element)};
        if (element->type == YAML_MAP) {
            warn_of_unknown(reader, element, known);
            person.name = member(reader, element, "name");
            person.role = member(reader, element, "role");
        }
        if (person.name && *person.name)
            people->items[people->n++] = person;
        else
            complain(reader, SEVERITY_ERROR, element,
                     "%s: a person needs a "
                     "name: {name: ..., role: ...}",
                     field->name);
    }
}

static void complain_of_same_id(struct reader *reader,
                                const struct yaml *element, const char *id)
{
    const struct meta *meta = reader->meta;
    for (size_t i = 0; i < meta->n_sources; i++)
        if (!strcmp(meta->sources[i].id, id)) {
            complain(reader, SEVERITY_ERROR, element,
                     "sources: the id \"%s\" is that of line %u already", id,
                     meta->sources[i].line);
            return;
        }
}

static struct source read_source(struct reader *reader,
                                 const struct yaml *element)
{
    static const char *const known[] = {"id",  "title", "publisher", "year",
                                        "url", "doi",   NULL};
    warn_of_unknown(reader, element, known);
    struct source source = {
        .id = member(reader, element, "id"),
        .title = member(reader, element, "title"),
        .publisher = member(reader, element, "publisher"),
        .url = member(reader, element, "url"),
        .doi = member(reader, element, "doi"),
        .line = element->line,
    };
    const struct yaml *year = yaml_get(element, "year");
    long number = 0;
    if (year && (!yaml_long(year, &number) || number < 1 || number > 9999))
        complain(reader, SEVERITY_ERROR, year,
                 "year: must be one such as "
                 "2026");
    else
        source.year = (int)number;
    return source;
}

/* A source without an id cannot be cited, but it is listed. */
static void read_sources(struct reader *reader, const struct field *field,
                         const struct yaml *value)
{
    size_t n;
    const struct yaml *element = elements(value, &n);
    struct meta *meta = reader->meta;
    meta->sources = arena_alloc(reader->arena, n * sizeof *meta->sources);
    for (; n--; element = element->next) {
        if (element->type != YAML_MAP) {
            complain(reader, SEVERITY_ERROR, element,
                     "%s: a source is {id: ..., title: ..., url: ...}",
                     field->name);
            continue;
        }
        struct source source = read_source(reader, element);
        if (source.id && *source.id)
            complain_of_same_id(reader, element, source.id);
        else
            complain(reader, SEVERITY_ERROR, element,
                     "%s: a source needs an id", field->name);
        source.id = source.id ? source.id : "";
        meta->sources[meta->n_sources++] = source;
    }
}

static void read_codes(struct reader *reader, const struct field *field,
                       const struct yaml *value)
{
    static const char *const systems[] = {"umls",  "mesh",   "icd10",
                                          "icd11", "snomed", "rxnorm",
                                          "atc",   "loinc",  NULL};
    if (value->type != YAML_MAP) {
        complain(reader, SEVERITY_ERROR, value,
                 "%s must be a map such as {mesh: D000000}", field->name);
        return;
    }
    warn_of_unknown(reader, value, systems);
    struct meta *meta = reader->meta;
    size_t room = 0, n;
    for (const struct yaml *code = value->first; code; code = code->next) {
        elements(code, &n);
        room += n;
    }
    meta->codes = arena_alloc(reader->arena, room * sizeof *meta->codes);
    for (const char *const *system = systems; *system; system++) {
        const struct yaml *code = yaml_get(value, *system);
        const struct yaml *element = code ? elements(code, &n) : NULL;
        for (; element && n--; element = element->next) {
            const char *text = text_of(reader, *system, element);
            if (text && *text)
                meta->codes[meta->n_codes++] = (struct code){*system, text};
        }
    }
}

static void read_map(struct reader *reader, const struct yaml *map,
                     const struct field *fields);

static void read_origin(struct reader *reader, const struct field *field,
                        const struct yaml *value)
{
    static const struct field fields[] = {
        {"publisher", read_text, offsetof(struct meta, origin.publisher)},
        {"url", read_text, offsetof(struct meta, origin.url)},
        {"id", read_text, offsetof(struct meta, origin.id)},
        {"licence", read_text, offsetof(struct meta, origin.licence)},
        {"retrieved", read_date, offsetof(struct meta, origin.retrieved)},
        {0},
    };
    if (value->type == YAML_MAP)
        read_map(reader, value, fields);
    else
        complain(reader, SEVERITY_ERROR, value,
                 "%s must be a map such as {publisher: ..., url: ...}",
                 field->name);
}

static const char *const audiences[] = {"patient", "carer", "clinician", NULL};

static const struct field fields[] = {
    {"title", read_text, offsetof(struct meta, title)},
    {"lang", read_lang, offsetof(struct meta, lang)},
    {"type", read_type, .words = type_names + TYPE_CONDITION},
    {"synonyms", read_texts, offsetof(struct meta, synonyms)},
    {"summary", read_text, offsetof(struct meta, summary)},
    {"authors", read_people, offsetof(struct meta, authors)},
    {"reviewers", read_people, offsetof(struct meta, reviewers)},
    {"updated", read_date, offsetof(struct meta, updated)},
    {"reviewed", read_date, offsetof(struct meta, reviewed)},
    {"review_due", read_date, offsetof(struct meta, review_due)},
    {"audience", read_word, offsetof(struct meta, audience), audiences},
    {"codes", read_codes},
    {"licence", read_text, offsetof(struct meta, licence)},
    {"origin", read_origin},
    {"related", read_texts, offsetof(struct meta, related)},
    {"sources", read_sources},
    {0},
};

static const struct field *field_find(const struct field *list,
                                      const char *name)
{
    for (; list->name; list++)
        if (!strcmp(list->name, name))
            return list;
    return NULL;
}

static void complain_of_unknown(struct reader *reader, const struct field *list,
                                const struct yaml *key)
{
    const char *nearest = NULL;
    unsigned least = 3;
    for (const struct field *field = list; field->name; field++) {
        unsigned distance = str_distance(key->scalar, field->name, 2);
        if (distance < least) {
            least = distance;
            nearest = field->name;
        }
    }
    if (nearest)
        complain(reader, SEVERITY_WARNING, key,
                 "unknown field \"%s\" is left out; is it %s?", key->scalar,
                 nearest);
    else
        complain(reader, SEVERITY_WARNING, key,
                 "unknown field \"%s\" is left out", key->scalar);
}

static void read_map(struct reader *reader, const struct yaml *map,
                     const struct field *list)
{
    unsigned seen = 0; /* a bit per field */
    for (const struct yaml *value = map->first; value; value = value->next) {
        const struct field *field = field_find(list, value->key->scalar);
        if (!field) {
            complain_of_unknown(reader, list, value->key);
        } else if (seen & 1u << (field - list)) {
            complain(reader, SEVERITY_WARNING, value->key,
                     "%s is here twice; the first counts", field->name);
        } else {
            seen |= 1u << (field - list);
            field->read(reader, field, value);
        }
    }
}

void meta_parse(struct meta *meta, struct arena *arena, const char *source,
                size_t n_bytes, struct diagnostics *out)
{
    *meta = (struct meta){0};
    struct meta_extent extent = meta_find(source, n_bytes);
    struct reader reader = {.meta = meta, .arena = arena, .out = out};
    struct yaml first = {.line = 1, .column = 1};
    meta->present = extent.body_start > extent.yaml_end;
    if (extent.unclosed)
        complain(&reader, SEVERITY_WARNING, &first,
                 "front matter is not closed by ---; it is shown as text");
    if (!meta->present)
        return;
    const struct yaml *root =
        yaml_parse(arena, source + extent.yaml_start,
                   extent.yaml_end - extent.yaml_start, 0, 2, out);
    if (root && root->type == YAML_MAP)
        read_map(&reader, root, fields);
    else if (root)
        complain(&reader, SEVERITY_ERROR, root,
                 "front matter must be lines such as title: ...");
}
