/* The front matter of an article, as typed fields. */
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

/* article_type_name returns "", "condition", "medicine", ...; article_type_find
 * returns TYPE_NONE for an unknown name. */
const char *article_type_name(enum article_type type);
enum article_type article_type_find(const char *name);

/* Identifies the text of a section that a reviewer saw. */
struct section_digest {
    const char *slug;   /* the key of the section: see review_key */
    const char *digest; /* of its source: see review_digest */
};

struct person {
    const char *name;
    const char *role;                      /* may be NULL */
    struct date date;                      /* of a review */
    const struct section_digest *sections; /* those reviewed */
    size_t n_sections;
};

struct source {
    const char *id;
    const char *title, *publisher, *url, *doi; /* NULL when not stated */
    int year;                                  /* 0 when not stated */
    struct date retrieved; /* when a page that has no year was read */
    struct {
        const char *url; /* NULL: the original was read */
        struct date date;
    } read_at;             /* the copy that was read instead of the original */
    const char *secondary; /* why the original is not cited; NULL: it is */
    unsigned line;         /* where it stands in the file */
};

struct code {
    const char *system; /* "umls", "mesh", ... */
    const char *value;
};

/* Strings are NULL only where a comment says so; lists may be empty. Everything
 * lives in the arena given to meta_parse. */
struct meta {
    bool present;      /* the file has front matter, well formed or not */
    const char *title; /* NULL: not stated */
    const char *lang;  /* NULL: not stated */
    enum article_type type;
    const char *const *synonyms;
    size_t n_synonyms;
    const char *const
        /* What a site files the article under; not names of its subject. */
        *keywords;
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

/* Where front matter and body lie in a file. */
struct meta_extent {
    size_t yaml_start, yaml_end; /* the YAML, without its fences */
    size_t body_start;           /* first byte of the Markdown */
    unsigned body_line;          /* its line number, from 1 */
    /* Front matter begins but is never closed, so all of it is text. */
    bool unclosed;
};

/* Finds the front matter of a file; where there is none, the YAML is empty. A
 * UTF-8 byte order mark at the start is skipped. */
struct meta_extent meta_find(const char *source, size_t n_bytes);

/* Reads the front matter of a file. Never fails: a field that is wrong is left
 * out and reported to out (codes "yaml" and "front-matter"). Returns where the
 * front matter is. */
struct meta_extent meta_parse(struct meta *meta, struct arena *arena,
                              const char *source, size_t n_bytes,
                              struct diagnostics *out);

#endif
