/* Exports an article as JSON: front matter, sections, and the sources that they
 * cite. */
#include <stdlib.h>

#include "data/json.h"
#include "export/format.h"
#include "export/parts.h"
#include "text/empty.h"

static void add_date(struct json *json, const char *key,
                     const struct date *date)
{
    char text[11];
    date_format(date, text);
    if (*text)
        json_member(json, key, text);
}

static void add_strings(struct json *json, const char *key,
                        const char *const *strings, size_t n)
{
    json_key(json, key);
    json_open_array(json);
    for (size_t i = 0; i < n; i++)
        json_string(json, strings[i]);
    json_close_array(json);
}

static void add_people(struct json *json, const char *key,
                       const struct person *people, size_t n)
{
    json_key(json, key);
    json_open_array(json);
    for (size_t i = 0; i < n; i++) {
        json_open_object(json);
        json_member(json, "name", people[i].name);
        json_member(json, "role", people[i].role);
        if (people[i].date.year)
            add_date(json, "date", &people[i].date);
        json_close_object(json);
    }
    json_close_array(json);
}

static void add_codes(struct json *json, const struct meta *meta)
{
    json_key(json, "codes");
    json_open_object(json);
    for (size_t i = 0; i < meta->n_codes; i++)
        json_member(json, meta->codes[i].system, meta->codes[i].value);
    json_close_object(json);
}

static void add_origin(struct json *json, const struct meta *meta)
{
    json_key(json, "origin");
    json_open_object(json);
    json_member(json, "publisher", meta->origin.publisher);
    json_member(json, "url", meta->origin.url);
    json_member(json, "id", meta->origin.id);
    json_member(json, "licence", meta->origin.licence);
    add_date(json, "retrieved", &meta->origin.retrieved);
    json_close_object(json);
}

static void add_meta(struct json *json, const struct article *article)
{
    const struct meta *meta = &article->meta;
    json_member(json, "id", article->id);
    json_member(json, "title", article->title);
    json_member(json, "lang", article->lang);
    json_member(json, "review_state", article_review_state(article));
    add_date(json, "updated", &meta->updated);
    add_date(json, "reviewed", &meta->reviewed);
    add_date(json, "review_due", &meta->review_due);
    if (meta->type != TYPE_NONE)
        json_member(json, "type", article_type_name(meta->type));
    add_strings(json, "synonyms", meta->synonyms, meta->n_synonyms);
    json_member(json, "summary", meta->summary);
    add_people(json, "authors", meta->authors, meta->n_authors);
    add_people(json, "reviewers", meta->reviewers, meta->n_reviewers);
    json_member(json, "audience", meta->audience);
    add_codes(json, meta);
    json_member(json, "licence", meta->licence);
    add_origin(json, meta);
    add_strings(json, "related", meta->related, meta->n_related);
}

static void add_heading(struct json *json, const struct heading *heading)
{
    if (heading->kind != KIND_NONE)
        json_member(json, "kind", kind_get(heading->kind)->id);
    json_member(json, "heading", heading->title);
    json_member(json, "anchor",
                heading->anchor ? heading->anchor : heading->slug);
}

/* Adds the headings within a part, after the one that begins it. */
static void add_subsections(struct json *json, const struct article *article,
                            const struct export_part *part)
{
    json_key(json, "subsections");
    json_open_array(json);
    for (size_t i = part->heading + 1;
         i < article->n_headings &&
         article->headings[i].block < part->blocks.end;
         i++) {
        json_open_object(json);
        add_heading(json, &article->headings[i]);
        json_close_object(json);
    }
    json_close_array(json);
}

static void add_part(struct json *json, const struct article *article,
                     const struct export_part *part)
{
    const struct node *first = article->blocks[part->blocks.first];
    const struct node *last = article->blocks[part->blocks.end - 1];
    json_open_object(json);
    if (part->heading != SIZE_MAX) {
        add_heading(json, &article->headings[part->heading]);
        add_subsections(json, article, part);
    } else if (part->kind != KIND_NONE) {
        json_member(json, "kind", kind_get(part->kind)->id);
    }
    if (part->heading != SIZE_MAX &&
        empty_section_words(article, part->heading)) {
        json_key(json, "empty");
        json_bool(json, true);
    }
    json_key(json, "text");
    json_string_n(json, article->text + first->text_start,
                  last->text_end - first->text_start);
    json_key(json, "markdown");
    json_string_n(json, article->source + first->source_start,
                  last->source_end - first->source_start);
    json_close_object(json);
}

static void add_source(struct json *json, const struct source *source)
{
    json_member(json, "title", source->title);
    json_member(json, "publisher", source->publisher);
    if (source->year) {
        json_key(json, "year");
        json_long(json, source->year);
    }
    json_member(json, "url", source->url);
    json_member(json, "doi", source->doi);
    add_date(json, "retrieved", &source->retrieved);
    if (source->read_at.url) {
        json_key(json, "read_at");
        json_open_object(json);
        json_member(json, "url", source->read_at.url);
        add_date(json, "date", &source->read_at.date);
        json_close_object(json);
    }
    json_member(json, "secondary", source->secondary);
}

static void add_reference(struct json *json, const struct article *article,
                          size_t index)
{
    const struct reference *reference = &article->references[index];
    json_open_object(json);
    json_key(json, "number");
    json_long(json, (long)index + 1);
    json_member(json, "id", reference->id);
    if (reference->source)
        add_source(json, reference->source);
    if (reference->note) {
        json_key(json, "note");
        json_string_n(json, article->text + reference->note->text_start,
                      reference->note->text_end - reference->note->text_start);
    }
    json_close_object(json);
}

void export_json(const struct article *article,
                 const struct export_options *options, struct buf *out)
{
    struct json json;
    struct export_parts parts;
    parts_init(&parts, article, options->kind);
    json_init(&json, out);
    json_open_object(&json);
    add_meta(&json, article);
    json_key(&json, "sections");
    json_open_array(&json);
    for (size_t i = 0; i < parts.n; i++)
        add_part(&json, article, &parts.items[i]);
    json_close_array(&json);
    json_key(&json, "sources");
    json_open_array(&json);
    for (size_t i = 0; i < article->n_references; i++)
        if (parts.cited.references[i])
            add_reference(&json, article, i);
    json_close_array(&json);
    json_close_object(&json);
    parts_finish(&parts);
}
