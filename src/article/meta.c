/* Finds the front matter in a file and reads it field by field. */
#include "article/meta.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "article/meta_field.h"
#include "base/i18n.h"
#include "base/lang.h"
#include "base/strs.h"

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

static void read_text(struct meta_reader *reader,
                      const struct meta_field *field, const struct yaml *value)
{
    const char *text = yaml_field_text(&reader->fields, field->name, value);
    if (text && *text)
        *(const char **)meta_target(reader, field) = text;
}

static void read_lang(struct meta_reader *reader,
                      const struct meta_field *field, const struct yaml *value)
{
    const char *text = yaml_field_text(&reader->fields, field->name, value);
    if (text && lang_is_tag(text))
        *(const char **)meta_target(reader, field) = text;
    else if (text)
        yaml_field_complain(
            &reader->fields, SEVERITY_ERROR, value,
            _("lang: \"%s\" is not a language tag such as en or pt-BR"), text);
}

static void complain_of_choice(struct meta_reader *reader,
                               const struct meta_field *field,
                               const struct yaml *value, const char *text)
{
    char words[256] = "";
    for (const char *const *word = field->words; *word; word++) {
        size_t n = strlen(words);
        snprintf(words + n, sizeof words - n, "%s%s", n ? ", " : "", *word);
    }
    yaml_field_complain(&reader->fields, SEVERITY_ERROR, value,
                        _("%s: \"%s\" is not one of %s"), field->name, text,
                        words);
}

static void read_type(struct meta_reader *reader,
                      const struct meta_field *field, const struct yaml *value)
{
    const char *text = yaml_field_text(&reader->fields, field->name, value);
    if (!text)
        return;
    reader->meta->type = article_type_find(text);
    if (reader->meta->type == TYPE_NONE)
        complain_of_choice(reader, field, value, text);
}

static void read_word(struct meta_reader *reader,
                      const struct meta_field *field, const struct yaml *value)
{
    const char *text = yaml_field_text(&reader->fields, field->name, value);
    if (!text)
        return;
    for (const char *const *word = field->words; *word; word++)
        if (!strcmp(text, *word)) {
            *(const char **)meta_target(reader, field) = text;
            return;
        }
    complain_of_choice(reader, field, value, text);
}

static void read_date(struct meta_reader *reader,
                      const struct meta_field *field, const struct yaml *value)
{
    const char *text = yaml_field_text(&reader->fields, field->name, value);
    if (text && !date_parse(text, meta_target(reader, field)))
        yaml_field_complain(&reader->fields, SEVERITY_ERROR, value,
                            _("%s: \"%s\" is not a date such as 2026-11-22"),
                            field->name, text);
}

static void read_map(struct meta_reader *reader, const struct yaml *map,
                     const struct meta_field *fields);

static void read_origin(struct meta_reader *reader,
                        const struct meta_field *field,
                        const struct yaml *value)
{
    static const struct meta_field fields[] = {
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
        yaml_field_complain(
            &reader->fields, SEVERITY_ERROR, value,
            _("%s must be a map such as {publisher: ..., url: ...}"),
            field->name);
}

static const char *const audience_names[] = {"patient", "carer", "clinician",
                                             NULL};

static const struct meta_field fields[] = {
    {"title", read_text, offsetof(struct meta, title)},
    {"lang", read_lang, offsetof(struct meta, lang)},
    {"type", read_type, .words = type_names + TYPE_CONDITION},
    {"synonyms", meta_read_texts, offsetof(struct meta, synonyms)},
    {"keywords", meta_read_texts, offsetof(struct meta, keywords)},
    {"summary", read_text, offsetof(struct meta, summary)},
    {"authors", meta_read_people, offsetof(struct meta, authors)},
    {"reviewers", meta_read_people, offsetof(struct meta, reviewers)},
    {"updated", read_date, offsetof(struct meta, updated)},
    {"reviewed", read_date, offsetof(struct meta, reviewed)},
    {"review_due", read_date, offsetof(struct meta, review_due)},
    {"audience", read_word, offsetof(struct meta, audience), audience_names},
    {"codes", meta_read_codes},
    {"licence", read_text, offsetof(struct meta, licence)},
    {"origin", read_origin},
    {"related", meta_read_texts, offsetof(struct meta, related)},
    {"sources", meta_read_sources},
    {0},
};

static const struct meta_field *find_field(const struct meta_field *list,
                                           const char *name)
{
    for (; list->name; list++)
        if (!strcmp(list->name, name))
            return list;
    return NULL;
}

static void complain_of_unknown(struct meta_reader *reader,
                                const struct meta_field *list,
                                const struct yaml *key)
{
    const char *nearest = NULL;
    unsigned min_distance = 3;
    for (const struct meta_field *field = list; field->name; field++) {
        unsigned distance = str_distance(key->scalar, field->name, 2);
        if (distance < min_distance) {
            min_distance = distance;
            nearest = field->name;
        }
    }
    if (nearest)
        yaml_field_complain(&reader->fields, SEVERITY_WARNING, key,
                            _("Unknown field \"%s\" is ignored; did you "
                              "mean %s?"),
                            key->scalar, nearest);
    else
        yaml_field_complain(&reader->fields, SEVERITY_WARNING, key,
                            _("Unknown field \"%s\" is ignored"), key->scalar);
}

static void read_map(struct meta_reader *reader, const struct yaml *map,
                     const struct meta_field *list)
{
    unsigned seen = 0; /* a bit for each field */
    for (const struct yaml *value = map->first; value; value = value->next) {
        const struct meta_field *field = find_field(list, value->key->scalar);
        if (!field) {
            complain_of_unknown(reader, list, value->key);
        } else if (seen & 1u << (field - list)) {
            yaml_field_complain(&reader->fields, SEVERITY_WARNING, value->key,
                                _("%s appears twice; the first one counts"),
                                field->name);
        } else {
            seen |= 1u << (field - list);
            field->read(reader, field, value);
        }
    }
}

struct meta_extent meta_parse(struct meta *meta, struct arena *arena,
                              const char *source, size_t n_bytes,
                              struct diagnostics *out)
{
    *meta = (struct meta){0};
    struct meta_extent extent = meta_find(source, n_bytes);
    struct meta_reader reader = {.fields = {arena, out, "front-matter"},
                                 .meta = meta};
    struct yaml first = {.line = 1, .column = 1};
    meta->present = extent.body_start > extent.yaml_end;
    if (extent.unclosed)
        yaml_field_complain(
            &reader.fields, SEVERITY_WARNING, &first,
            _("Front matter is not closed by ---, so it is shown as text"));
    if (!meta->present)
        return extent;
    const struct yaml *root =
        yaml_parse(arena,
                   &(struct yaml_text){
                       .text = source + extent.yaml_start,
                       .n_bytes = extent.yaml_end - extent.yaml_start,
                       .first_line = 2,
                   },
                   out);
    if (root && root->type == YAML_MAP)
        read_map(&reader, root, fields);
    else if (root)
        yaml_field_complain(&reader.fields, SEVERITY_ERROR, root,
                            _("Front matter must be lines such as title: ..."));
    return extent;
}

/* Returns the length of the line at text, including its line ending. */
static size_t line_bytes(const char *text, size_t n_bytes)
{
    for (size_t i = 0; i < n_bytes; i++) {
        if (text[i] == '\n')
            return i + 1;
        if (text[i] == '\r')
            return i + 1 + (i + 1 < n_bytes && text[i + 1] == '\n');
    }
    return n_bytes;
}

/* Tells whether a line has nothing but the fence and white space. */
static bool is_fence(const char *line, size_t n_bytes, const char *fence)
{
    if (n_bytes < 3 || memcmp(line, fence, 3))
        return false;
    for (size_t i = 3; i < n_bytes; i++)
        if (!memchr(" \t\r\n", line[i], 4))
            return false;
    return true;
}

/* Tells whether a line begins with a word and a colon, which distinguishes
 * front matter from text between two thematic breaks. */
static bool is_field(const char *line, size_t n_bytes)
{
    size_t i = 0;
    while (i < n_bytes &&
           (line[i] == '_' || line[i] == '-' ||
            (line[i] >= '0' && line[i] <= '9') ||
            ((line[i] | 0x20) >= 'a' && (line[i] | 0x20) <= 'z')))
        i++;
    return i > 0 && i < n_bytes && line[i] == ':' &&
           (i + 1 == n_bytes || memchr(" \t\r\n", line[i + 1], 4));
}

struct meta_extent meta_find(const char *source, size_t n_bytes)
{
    size_t start = n_bytes >= 3 && !memcmp(source, "\xEF\xBB\xBF", 3) ? 3 : 0;
    struct meta_extent none = {start, start, start, 1, false};
    struct meta_extent extent = none;
    size_t n = line_bytes(source + start, n_bytes - start);
    if (!is_fence(source + start, n, "---"))
        return none;
    extent.yaml_start = start + n;
    extent.body_line = 2;
    size_t n_field_lines = 0;
    size_t at = extent.yaml_start;
    /* What exceeds the limit for YAML is treated as text, so that nothing is
       lost. */
    while (at < n_bytes && at - extent.yaml_start <= YAML_MAX_BYTES) {
        n = line_bytes(source + at, n_bytes - at);
        extent.body_line++;
        if (is_fence(source + at, n, "---") ||
            is_fence(source + at, n, "...")) {
            extent.yaml_end = at;
            extent.body_start = at + n;
            bool empty = at == extent.yaml_start;
            return n_field_lines || empty ? extent : none;
        }
        n_field_lines += is_field(source + at, n);
        at += n;
    }
    none.unclosed = n_field_lines > 0;
    return none;
}
