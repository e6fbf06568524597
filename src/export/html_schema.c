/* Describes an article by schema.org, as JSON-LD. */
#include "export/html_schema.h"

#include <stdio.h>
#include <stdlib.h>

#include "article/source.h"
#include "base/strs.h"
#include "data/json.h"

static void add_date(struct json *json, const char *key,
                     const struct date *date)
{
    char text[11];
    date_format(date, text);
    if (*text)
        json_member(json, key, text);
}

static void add_people(struct json *json, const char *key,
                       const struct person *people, size_t n)
{
    if (!n)
        return;
    json_key(json, key);
    json_open_array(json);
    for (size_t i = 0; i < n; i++) {
        json_open_object(json);
        json_member(json, "@type", "Person");
        json_member(json, "name", people[i].name);
        json_member(json, "jobTitle", people[i].role);
        json_close_object(json);
    }
    json_close_array(json);
}

static void add_publisher(struct json *json, const struct meta *meta)
{
    if (meta->origin.publisher) {
        json_key(json, "publisher");
        json_open_object(json);
        json_member(json, "@type", "Organization");
        json_member(json, "name", meta->origin.publisher);
        json_close_object(json);
    }
    json_member(json, "isBasedOn", meta->origin.url);
}

static void add_citations(struct json *json, const struct meta *meta)
{
    if (!meta->n_sources)
        return;
    json_key(json, "citation");
    json_open_array(json);
    for (size_t i = 0; i < meta->n_sources; i++) {
        const struct source *source = &meta->sources[i];
        char *address = source_address(source);
        char year[12] = "";
        if (source->year)
            snprintf(year, sizeof year, "%d", source->year);
        json_open_object(json);
        json_member(json, "@type", "CreativeWork");
        json_member(json, "name", source->title ? source->title : source->id);
        json_member(json, "url", address);
        json_member(json, "datePublished", *year ? year : NULL);
        json_close_object(json);
        free(address);
    }
    json_close_array(json);
}

/* Adds the audience. Patient is a type of its own in schema.org; other
 * audiences are a MedicalAudience. */
static void add_audience(struct json *json, const char *audience)
{
    if (!audience)
        return;
    json_key(json, "audience");
    json_open_object(json);
    json_member(json, "@type",
                str_equal(audience, "patient") ? "Patient" : "MedicalAudience");
    json_member(json, "audienceType", audience);
    json_close_object(json);
}

static void add_page(struct json *json, const struct article *article)
{
    const struct meta *meta = &article->meta;
    json_open_object(json);
    json_member(json, "@type", "MedicalWebPage");
    json_member(json, "name", article->title);
    json_member(json, "inLanguage", article->lang);
    json_member(json, "description", meta->summary);
    add_date(json, "dateModified", &meta->updated);
    add_date(json, "lastReviewed", &meta->reviewed);
    if (meta->n_reviewers)
        add_people(json, "reviewedBy", meta->reviewers, meta->n_reviewers);
    add_people(json, "author", meta->authors, meta->n_authors);
    add_publisher(json, meta);
    json_member(json, "license",
                meta->licence ? meta->licence : meta->origin.licence);
    add_audience(json, meta->audience);
    add_citations(json, meta);
    json_close_object(json);
}

/* Adds a section as a question and its answer, the text below the heading. */
static void add_answer(struct json *json, const struct article *article,
                       const struct section *section)
{
    const struct node *first = article->blocks[section->first_block]->next;
    const struct node *last = article->blocks[section->end_block - 1];
    json_open_object(json);
    json_member(json, "@type", "Question");
    json_member(json, "name", section->title);
    json_key(json, "acceptedAnswer");
    json_open_object(json);
    json_member(json, "@type", "Answer");
    json_key(json, "text");
    json_string_n(json, article->text + first->text_start,
                  last->text_end - first->text_start);
    json_close_object(json);
    json_close_object(json);
}

static void add_questions(struct json *json, const struct article *article)
{
    json_open_object(json);
    json_member(json, "@type", "FAQPage");
    json_member(json, "name", article->title);
    json_member(json, "inLanguage", article->lang);
    json_key(json, "mainEntity");
    json_open_array(json);
    for (size_t i = 0; i < article->n_sections; i++) {
        const struct section *section = &article->sections[i];
        if (section->heading != SIZE_MAX &&
            section->end_block > section->first_block + 1)
            add_answer(json, article, section);
    }
    json_close_array(json);
    json_close_object(json);
}

void html_add_schema(const struct article *article, bool is_whole,
                     struct buf *out)
{
    struct buf text;
    struct json json;
    buf_init(&text);
    json_init(&json, &text);
    json_open_object(&json);
    json_member(&json, "@context", "https://schema.org");
    json_key(&json, "@graph");
    json_open_array(&json);
    add_page(&json, article);
    if (is_whole)
        add_questions(&json, article);
    json_close_array(&json);
    json_close_object(&json);
    buf_add(out, "<script type=\"application/ld+json\">\n");
    for (size_t i = 0; i < text.n_bytes; i++)
        if (text.data[i] == '<') /* so that no "</script>" ends the element */
            buf_add(out, "\\u003c");
        else
            buf_add_char(out, text.data[i]);
    if (!buf_ends(out, "\n"))
        buf_add_char(out, '\n');
    buf_add(out, "</script>\n");
    buf_finish(&text);
}
