/* The front matter of an article, typed. */
#ifndef MEDFAQ_ARTICLE_META_H
#define MEDFAQ_ARTICLE_META_H

#include <stdbool.h>
#include <stddef.h>

#include "article/date.h"
#include "base/arena.h"
#include "base/diagnostic.h"

enum article_type {
    TYPE_NONE, /* not stated */
    TYPE_CONDITION,
    TYPE_MEDICINE,
    TYPE_PROCEDURE,
    TYPE_TEST,
    TYPE_VACCINE,
    TYPE_OTHER,
    TYPE_COUNT
};

/* "" "condition" "medicine" ...; TYPE_NONE when the name is none of them. */
const char *article_type_name(enum article_type type);
enum article_type article_type_find(const char *name);

/* The text of a section as a reviewer saw it. */
struct section_digest {
    const char *slug;   /* of the section's heading; "" before the first */
    const char *digest; /* of its normalised text: article/digest.h */
};

struct person {
    const char *name;
    const char *role;                      /* may be NULL */
    struct date date;                      /* of a review */
    const struct section_digest *sections; /* that were reviewed */
    size_t n_sections;
};

struct source {
    const char *id;
    const char *title, *publisher, *url, *doi; /* NULL when not stated */
    int year;                                  /* 0 when not stated */
    struct date retrieved; /* when the page was read; it has no year */
    struct {
        const char *url; /* NULL: the original was read */
        struct date date;
    } read_at;             /* the copy that was read */
    const char *secondary; /* why it is not the original; NULL: it is */
    unsigned line;         /* where it stands in the file */
};

struct code {
    const char *system; /* "umls", "mesh", ... */
    const char *value;
};

/* Strings are never NULL where the comment does not say so; lists may be
 * empty. Everything lives in the arena given to meta_parse. */
struct meta {
    bool present;      /* there was front matter, well formed or not */
    const char *title; /* NULL: not stated */
    const char *lang;  /* NULL: not stated */
    enum article_type type;
    const char *const *synonyms;
    size_t n_synonyms;
    const char *const
        *keywords; /* that a site files it under; no names of it */
    size_t n_keywords;
    const char *summary; /* NULL: not stated */
    struct person *authors;
    size_t n_authors;
    struct person *reviewers;
    size_t n_reviewers;
    struct date updated, reviewed, review_due;
    const char *audience; /* NULL: not stated */
    struct code *codes;
    size_t n_codes;
    const char *licence; /* NULL: not stated */
    struct {
        const char *publisher, *url, *id, *licence; /* NULL: not stated */
        struct date retrieved;
    } origin;
    const char *const *related;
    size_t n_related;
    struct source *sources;
    size_t n_sources;
};

/* The extent of front matter, and where the text begins. */
struct meta_extent {
    size_t yaml_start, yaml_end; /* the YAML, without its fences */
    size_t body_start;           /* first byte of the Markdown */
    unsigned body_line;          /* its line number, from 1 */
    bool unclosed; /* "---" at the start that nothing closes: all is text */
};

/* Finds the front matter of a file; one without has empty YAML. A UTF-8 BOM
 * at the start is skipped. */
struct meta_extent meta_find(const char *source, size_t n_bytes);

/* Reads the front matter of a file. Never fails: what is wrong costs its own
 * field and goes to out (codes "yaml", "front-matter"). Returns where it is. */
struct meta_extent meta_parse(struct meta *meta, struct arena *arena,
                              const char *source, size_t n_bytes,
                              struct diagnostics *out);

#endif
