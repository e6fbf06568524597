/* Writes citations as RIS and as CSL-JSON. */
#include "export/cite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/source.h"
#include "base/mem.h"
#include "base/safe.h"
#include "base/strs.h"
#include "data/json.h"

/* What a citation says about a work. NULL and 0 stand for what is not known. */
struct work {
    const char *id, *title, *publisher, *doi, *lang, *summary, *note, *licence;
    char *address;
    const struct person *authors;
    size_t n_authors;
    struct date issued, accessed;
};

static struct work work_of_article(const struct article *article)
{
    const struct meta *meta = &article->meta;
    const char *url = meta->origin.url;
    return (struct work){
        .id = article->id,
        .title = article->title,
        .publisher = meta->origin.publisher,
        .lang = article->lang,
        .summary = meta->summary,
        .note = article_review_state(article),
        .licence = meta->licence ? meta->licence : meta->origin.licence,
        .address = mem_strdup(url),
        .authors = meta->authors,
        .n_authors = meta->n_authors,
        .issued = meta->updated,
        .accessed = meta->origin.retrieved,
    };
}

static struct work work_of_source(const struct source *source)
{
    return (struct work){
        .id = source->id,
        .title = source->title ? source->title : source->id,
        .publisher = source->publisher,
        .doi = source->doi,
        .note = source->secondary,
        .address = source_address(source),
        .issued = {.year = source->year},
        .accessed =
            source->retrieved.year ? source->retrieved : source->read_at.date,
    };
}

/* ---- RIS ---- */

/* Adds a line with a tag and its value. */
static void add_tag(struct buf *out, const char *tag, const char *value)
{
    if (!value || !*value)
        return;
    buf_printf(out, "%s  - ", tag);
    safe_text_in_file(value, strlen(value), out);
    buf_add(out, "\r\n");
}

/* Adds a date such as "2018/05/21/". What is not known is left out between the
 * slashes. */
static void add_ris_date(struct buf *out, const char *tag,
                         const struct date *date)
{
    char text[48];
    if (!date->year)
        return;
    snprintf(text, sizeof text, "%04d/", date->year);
    if (date->month)
        snprintf(text + strlen(text), 16, "%02d", date->month);
    strcat(text, "/");
    if (date->day)
        snprintf(text + strlen(text), 16, "%02d", date->day);
    strcat(text, "/");
    add_tag(out, tag, text);
}

static void add_ris(struct buf *out, const struct work *work)
{
    char year[12] = "";
    if (work->issued.year)
        snprintf(year, sizeof year, "%d", work->issued.year);
    add_tag(out, "TY", work->doi ? "GEN" : "ELEC");
    add_tag(out, "ID", work->id);
    add_tag(out, "TI", work->title);
    for (size_t i = 0; i < work->n_authors; i++)
        add_tag(out, "AU", work->authors[i].name);
    add_tag(out, "PB", work->publisher);
    add_tag(out, "PY", year);
    add_ris_date(out, "DA", &work->issued);
    add_tag(out, "DO", work->doi);
    add_tag(out, "UR", work->address);
    add_ris_date(out, "Y2", &work->accessed);
    add_tag(out, "LA", work->lang);
    add_tag(out, "AB", work->summary);
    add_tag(out, "N1", work->note);
    add_tag(out, "C1", work->licence);
    buf_add(out, "ER  - \r\n");
}

static void write_ris(const struct article *article, bool sources,
                      struct buf *out)
{
    struct work work = work_of_article(article);
    add_ris(out, &work);
    free(work.address);
    for (size_t i = 0; sources && i < article->meta.n_sources; i++) {
        work = work_of_source(&article->meta.sources[i]);
        add_ris(out, &work);
        free(work.address);
    }
}

/* ---- CSL-JSON ---- */

static void add_csl_date(struct json *json, const char *key,
                         const struct date *date)
{
    const int parts[] = {date->year, date->month, date->day};
    if (!date->year)
        return;
    json_key(json, key);
    json_open_object(json);
    json_key(json, "date-parts");
    json_open_array(json);
    json_open_array(json);
    for (size_t i = 0; i < 3 && parts[i]; i++)
        json_long(json, parts[i]);
    json_close_array(json);
    json_close_array(json);
    json_close_object(json);
}

/* Adds the authors as literal names, which are not split, since an author may
 * be an organization. */
static void add_csl_authors(struct json *json, const struct work *work)
{
    if (!work->n_authors)
        return;
    json_key(json, "author");
    json_open_array(json);
    for (size_t i = 0; i < work->n_authors; i++) {
        json_open_object(json);
        json_member(json, "literal", work->authors[i].name);
        json_close_object(json);
    }
    json_close_array(json);
}

static void add_csl(struct json *json, const struct work *work)
{
    json_open_object(json);
    json_member(json, "id", work->id);
    json_member(json, "type", work->doi ? "document" : "webpage");
    json_member(json, "title", work->title);
    add_csl_authors(json, work);
    json_member(json, "publisher", work->publisher);
    add_csl_date(json, "issued", &work->issued);
    add_csl_date(json, "accessed", &work->accessed);
    json_member(json, "DOI", work->doi);
    json_member(json, "URL", work->address);
    json_member(json, "language", work->lang);
    json_member(json, "abstract", work->summary);
    json_member(json, "note", work->note);
    if (work->licence) {
        json_key(json, "custom");
        json_open_object(json);
        json_member(json, "license", work->licence);
        json_close_object(json);
    }
    json_close_object(json);
}

static void write_csl(const struct article *article, bool sources,
                      struct buf *out)
{
    struct json json;
    struct work work = work_of_article(article);
    json_init(&json, out);
    json_open_array(&json);
    add_csl(&json, &work);
    free(work.address);
    for (size_t i = 0; sources && i < article->meta.n_sources; i++) {
        work = work_of_source(&article->meta.sources[i]);
        add_csl(&json, &work);
        free(work.address);
    }
    json_close_array(&json);
}

const struct cite_format cite_formats[] = {
    {"ris", write_ris},
    {"csl-json", write_csl},
    {0},
};

const struct cite_format *cite_format_find(const char *name)
{
    for (const struct cite_format *format = cite_formats; format->name;
         format++)
        if (str_equal(format->name, name))
            return format;
    return NULL;
}
