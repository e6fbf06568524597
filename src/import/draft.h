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

/* Strings live at least as long as arena. NULL means that the source does
 * not state it. */
struct draft {
    struct arena arena;
    const char *id;    /* the file's name without ".md"; see draft_set_id */
    const char *front; /* medfaq's own front matter, to be written unchanged */
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

    /* The set id of a label, or NULL. Only the newest version of a label is
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

/* Adds a code of a system ("umls"). An empty one, one that is there already,
 * and one too many are ignored. */
void draft_add_code(struct draft *draft, const char *system, const char *value);

/* Adds a source, whose id no other source may have. */
void draft_add_source(struct draft *draft, const struct draft_source *source);

/* Adds a synonym, trimmed, unless it is empty, the title, or there already. */
void draft_add_synonym(struct draft *draft, const char *synonym);

/* Appends a text as a scalar of YAML, in quotes where it needs them. */
void draft_add_scalar(struct buf *out, const char *text);

/* Appends the article as a file: front matter, then the body. */
void draft_write(const struct draft *draft, struct buf *out);

/* Appends only the front matter. */
void draft_write_front(const struct draft *draft, struct buf *out);

#endif
