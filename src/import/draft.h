/* An article that an importer is making. */
#ifndef MEDFAQ_IMPORT_DRAFT_H
#define MEDFAQ_IMPORT_DRAFT_H

#include <stddef.h>

#include "article/meta.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/strs.h"

#define DRAFT_MAX_CODES 32

/* A source that the body cites as [^id]. */
struct draft_source {
    const char *id, *title;
    const char *year, *doi; /* may be NULL */
};

/* Strings live in arena, or longer; NULL: the source does not state it. */
struct draft {
    struct arena arena;
    const char *id;    /* the file's name without ".md"; see draft_set_id */
    const char *front; /* medfaq's own front matter, written as it is */
    const char *title;
    const char *lang;
    enum article_type type;
    struct strs synonyms, keywords;
    const char *summary;
    const char *audience;
    const char *licence;
    struct strs authors;
    const char *reviewer; /* a name */
    struct date updated, reviewed, review_due;
    struct code codes[DRAFT_MAX_CODES]; /* sorted by system */
    size_t n_codes;
    struct {
        const char *publisher, *url, *id, *licence;
        struct date retrieved;
    } origin;
    struct strs related; /* ids */
    struct draft_source *sources;
    size_t n_sources, sources_capacity;
    struct buf body; /* Markdown */

    /* Of the versions of one label; NULL: it is none. Only the newest one is
     * kept, once for all makers. */
    struct {
        const char *id;
        unsigned version;
    } series;

    /* The piece of the document that the article was made of, while it is
     * given to the sink; NULL: its words are compared with the whole's. */
    const char *source;
    size_t n_source_bytes;
};

void draft_init(struct draft *draft);
void draft_finish(struct draft *draft);

/* "gard" "0004821" "Perniosis" -> "gard-0004821-perniosis": each part in lower
 * case ASCII, anything else a hyphen; at most 100 bytes. Parts may be NULL. */
void draft_set_id(struct draft *draft, const char *collection,
                  const char *number, const char *name);

/* From the address of a page: "https://www.nhs.uk/conditions/acne/" ->
 * "nhs-uk-conditions-acne". */
void draft_set_web_id(struct draft *draft, const char *url);

/* One more code of a system ("umls"); one that is there already, an empty one
 * and one too many are passed over. */
void draft_add_code(struct draft *draft, const char *system, const char *value);

/* One more source, of an id that no other has. */
void draft_add_source(struct draft *draft, const struct draft_source *source);

/* One more synonym, trimmed; not the title, none twice, none empty. */
void draft_add_synonym(struct draft *draft, const char *synonym);

/* Appends a text as a scalar of YAML, in quotes where it needs them. */
void draft_add_scalar(struct buf *out, const char *text);

/* Appends the article as a file: front matter, then the body. */
void draft_write(const struct draft *draft, struct buf *out);

/* The front matter alone, up to where the body begins. */
void draft_write_front(const struct draft *draft, struct buf *out);

#endif
