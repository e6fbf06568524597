/* An article: front matter, sections, and a tree of nodes. [libcmark]
 *
 * Every document opens: nothing in a file makes article_parse fail. */
#ifndef MEDFAQ_ARTICLE_ARTICLE_H
#define MEDFAQ_ARTICLE_ARTICLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kind/kind.h"
#include "article/meta.h"
#include "article/node.h"
#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/error.h"
#include "base/file.h"

#define NO_SECTION SIZE_MAX

/* A heading of any level. title is plain text, without {kind=...} and
 * {#anchor}. */
struct heading {
    const struct node *node;
    unsigned level;
    const char *title;
    const char
        *slug; /* as GitHub makes it: later ones of one title end in -1, -2 */
    const char *anchor; /* from {#anchor}; NULL for none */
    enum kind kind;
    bool kind_by_author;  /* {kind=...} */
    const char *bad_kind; /* an unknown word in {kind=...}; NULL for none */
    size_t section;       /* that it begins or belongs to */
    size_t block;         /* index in article->blocks; of the ancestor block */
};

/* A section: the headings of the highest level divide the article. Text
 * before the first is a section without heading (kind overview), if any. */
struct section {
    size_t heading;    /* in article->headings; SIZE_MAX: before the first */
    const char *title; /* of the heading; NULL before the first */
    enum kind kind;
    size_t first_block, end_block; /* in article->blocks; end is past it */
    uint32_t source_start, source_end;
};

enum link_type {
    LINK_WEB,     /* http, https, and other schemes: shown, offered */
    LINK_ARTICLE, /* NAME.md, NAME.md#x, or an id; target and fragment */
    LINK_ANCHOR,  /* #x: in this article */
};

struct link {
    enum link_type type;
    const char *url;      /* as it is in the source, decoded */
    const char *title;    /* NULL for none */
    const char *target;   /* path as written, no fragment; NULL: an address */
    const char *fragment; /* after "#"; NULL for none */
    const struct node *node;
    bool image;
};

/* A heading (also one without a kind) or an alert, which has a kind. */
struct kind_place {
    const struct node *node;
    enum kind kind;
};

/* What [^id] points to: the sources of the front matter in their order, then
 * notes that only the body defines. The number on the screen is index + 1. */
struct reference {
    const char *id;
    const struct source *source; /* NULL: a note only */
    const struct node *note; /* NODE_DOCUMENT with blocks, of a [^id]: note */
    unsigned n_citations;
    size_t first_section; /* that cites it; NO_SECTION */
};

struct source_range {
    uint32_t start, end;
};

struct article {
    struct arena arena; /* owns everything below */
    const char *id;     /* of the file name; "" for standard input */
    const char *path;   /* as it was opened; NULL for standard input */
    struct file_stamp stamp;

    const char *source; /* the file, whole; ends in NUL */
    size_t n_source_bytes;
    size_t body_start; /* offset of the Markdown in source */

    struct meta meta;
    const char *title;    /* of front matter, a level-1 heading, or the id */
    const char *lang;     /* of front matter, the file name, or "en" */
    bool lang_is_guessed; /* as "en": nothing states it */
    const char *review_state;   /* what article_review_state says */
    const char *review_overdue; /* what article_review_overdue says */

    const char *text; /* logical text; see node.h */
    size_t n_text_bytes;

    const struct node *root;
    const struct node **blocks; /* the top-level blocks, in order */
    size_t n_blocks;
    const struct node **leaves; /* blocks that show text, as they lie in text;
                                   those of notes last */
    size_t n_leaves;

    struct heading *headings;
    size_t n_headings;
    struct section *sections;
    size_t n_sections;
    struct kind_place *kind_places; /* outside notes, as in the source */
    size_t n_kind_places;
    struct link *links;
    size_t n_links;
    struct reference *references;
    size_t n_references;
    /* link definitions "[x]: url" that nothing uses, as their source lines */
    const char *const *unused_definitions;
    size_t n_unused_definitions;
    /* what may be link definitions, and the heading that is the title: where
       they stand in the source */
    const struct source_range *definitions;
    size_t n_definitions;
    struct source_range title_heading; /* empty: there is none */

    bool unclassified; /* parsed for its tree alone */
    bool is_personal;  /* the reader's own page: nobody has to review it */
    bool unformatted;  /* too costly to parse: the Markdown is shown as it is */
    bool untried;      /* and that was not found out: another time may tell */
    struct diagnostics diagnostics;
};

/* Larger files are refused: offsets in text have 32 bits. */
#define ARTICLE_MAX_BYTES ((size_t)256 << 20)

/* Parses a file's content, up to ARTICLE_MAX_BYTES of it; copies it. path gives
 * id and language and may be NULL. Never NULL; free with article_free. */
struct article *article_parse(const char *content, size_t n_bytes,
                              const char *path);

/* Like article_parse, for a reader of nothing but the tree: headings get no
 * kinds but those that the author states, which takes half the time. */
struct article *article_parse_tree(const char *content, size_t n_bytes);

/* Reads a file and parses it. NULL with err when it cannot be read. */
struct article *article_open(const char *path, struct error *err);

/* Like article_parse, but of at most about max_bytes, cut before a block
 * where nothing changes by cutting; for the first screen of a large file.
 * *whole tells whether it is the whole article. */
struct article *article_parse_start(const char *content, size_t n_bytes,
                                    const char *path, size_t max_bytes,
                                    bool *whole);

/* The same from a file, of which only the start is read. NULL when it cannot
 * be read. */
struct article *article_open_start(const char *path, size_t max_bytes);

void article_free(struct article *article);

/* "microneedling.vi.md" -> id "microneedling", language "vi". A suffix counts
 * as a language only if it looks like BCP 47 of two or three letters, with
 * subtags. lang is "" if there is none. Both live in arena. */
void article_name_split(struct arena *arena, const char *path, const char **id,
                        const char **lang);

/* Section that a source offset lies in; NO_SECTION if there are none. */
size_t article_section_at(const struct article *article, size_t source_offset);

/* First section of a kind, after section after (NO_SECTION: from the start);
 * NO_SECTION if none. Subsections and alerts do not count here. */
size_t article_section_of_kind(const struct article *article, enum kind kind,
                               size_t after);

/* The source offset of the next heading (of any level) or alert of a kind,
 * after source offset after (SIZE_MAX: from the start); SIZE_MAX if there is
 * none. */
size_t article_find_kind(const struct article *article, enum kind kind,
                         size_t after);

/* All kinds that article_find_kind finds, a bit each: 1 << KIND_RISKS. */
uint64_t article_kinds(const struct article *article);

/* Source offsets of emergency advice, the most urgent first: EMERGENCY alerts
 * (or the heading above, if that has the kind), then other headings of the
 * kind, then URGENT alerts. Stores at most n_max and returns the number. */
size_t article_find_emergencies(const struct article *article, size_t *out,
                                size_t n_max);

/* Resolves a fragment: anchor, then slug, then kind. Source offset of the
 * heading, or SIZE_MAX. */
size_t article_find_fragment(const struct article *article,
                             const char *fragment);

/* From an offset in article->text to one in article->source and back: exact
 * at block starts, in proportion within a block. */
size_t article_source_at(const struct article *article, size_t text_offset);
size_t article_text_at(const struct article *article, size_t source_offset);

/* "not medically reviewed", or "reviewed by NAME", in the article's language; a
 * static or arena string. For the screen's top line. */
const char *article_review_state(const struct article *article);
/* "review overdue since 2026-01", in the article's language, once review_due
 * has passed; otherwise NULL. */
const char *article_review_overdue(const struct article *article);

/* The label of a kind for this article, in its language: "treatment" reads
 * "Alternatives" where the article is itself about a treatment. */
const char *article_kind_label(const struct article *article, enum kind kind);
const char *article_type_kind_label(enum article_type type, enum kind kind,
                                    const char *lang);

#endif
