/* An article: its front matter, sections and tree of nodes. [libcmark]
 *
 * Every document opens: no content makes article_parse fail. */
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
    /* The fragment that GitHub generates; repeated ones get -1, -2, ... */
    const char *slug;
    const char *anchor; /* from {#anchor}; NULL if there is none */
    enum kind kind;
    bool kind_by_author;  /* {kind=...} */
    const char *bad_kind; /* an unknown word in {kind=...}, or NULL */
    size_t section;       /* the one it begins or belongs to */
    /* Index in article->blocks of the top-level block that holds it. */
    size_t block;
};

/* A section. The headings of the highest level divide the article into
 * sections. Text before the first of them makes a section without a heading, of
 * kind overview. */
struct section {
    size_t heading;    /* in article->headings; SIZE_MAX: none */
    const char *title; /* of the heading; NULL without one */
    enum kind kind;
    size_t first_block, end_block; /* half-open, in article->blocks */
    uint32_t source_start, source_end;
};

enum link_type {
    LINK_WEB,     /* an address, or a path that names no article */
    LINK_ARTICLE, /* NAME.md, NAME.md#x or an article id */
    LINK_ANCHOR,  /* #x: a place in this article */
};

struct link {
    enum link_type type;
    const char *url;   /* as in the source, with entities decoded */
    const char *title; /* NULL for none */
    /* The path of an article or file, percent-decoded and without its fragment;
       NULL for addresses and anchors. */
    const char *target;
    const char *fragment; /* what follows "#", or NULL */
    const struct node *node;
    bool image;
};

/* A heading or an alert, with its kind (which may be KIND_NONE). */
struct kind_place {
    const struct node *node;
    enum kind kind;
};

/* What [^id] points to. The sources of the front matter come first, in their
 * order, then the footnotes that only the body defines. The number shown on the
 * screen is the index + 1. */
struct reference {
    const char *id;
    const struct source *source; /* NULL: only a footnote */
    /* A NODE_DOCUMENT with the blocks of the footnote "[^id]: ..."; NULL if the
       body has none. */
    const struct node *note;
    unsigned n_citations;
    size_t first_section; /* the first that cites it, or NO_SECTION */
};

struct source_range {
    uint32_t start, end;
};

struct article {
    struct arena arena; /* owns everything below */
    const char *id;     /* from the file name; "" for standard input */
    const char *path;   /* as it was opened; NULL for standard input */
    struct file_stamp stamp;

    const char *source; /* the file, whole; ends in NUL */
    size_t n_source_bytes;
    size_t body_start; /* offset of the Markdown in source */

    struct meta meta;
    const char *title; /* from the front matter, a level-1 heading or the id */
    const char *lang;  /* from the front matter or the file name, or "en" */
    bool lang_is_guessed;       /* nothing states it, so it is "en" */
    const char *review_state;   /* what article_review_state says */
    const char *review_overdue; /* what article_review_overdue says */

    const char *text; /* logical text; see node.h */
    size_t n_text_bytes;

    const struct node *root;
    const struct node **blocks; /* the top-level blocks, in order */
    size_t n_blocks;
    /* The blocks that show text, by their order in text; those of footnotes
       come last. */
    const struct node **leaves;
    size_t n_leaves;

    struct heading *headings;
    size_t n_headings;
    struct section *sections;
    size_t n_sections;
    struct kind_place *kind_places; /* not in footnotes; in source order */
    size_t n_kind_places;
    struct link *links;
    size_t n_links;
    struct reference *references;
    size_t n_references;
    /* Source lines of the link reference definitions that no link uses. */
    const char *const *unused_definitions;
    size_t n_unused_definitions;
    /* Source ranges of what may be link reference definitions. */
    const struct source_range *definitions;
    size_t n_definitions;
    /* Source range of the heading that was taken as the title; empty if there
       is none. */
    struct source_range title_heading;

    bool unclassified; /* parsed for its tree only: headings have no kinds */
    bool is_personal;  /* the reader's own page, which needs no review */
    bool unformatted;  /* too costly to parse: shown as Markdown source */
    bool untried; /* unformatted, but only since no child could be started */
    struct diagnostics diagnostics;
};

/* The largest file that is read: offsets in an article have 32 bits, those of
 * libcmark 31. */
#define ARTICLE_MAX_BYTES ((size_t)256 << 20)

/* Parses a copy of a file's content, ignoring what exceeds ARTICLE_MAX_BYTES.
 * The id and the language come from path, which may be NULL. Never returns
 * NULL; free the article with article_free. */
struct article *article_parse(const char *content, size_t n_bytes,
                              const char *path);

/* Like article_parse, for callers that only need the tree: headings get no
 * kinds except those that the author states, which halves the time. */
struct article *article_parse_tree(const char *content, size_t n_bytes);

/* Reads a file and parses it. Returns NULL and sets err if it cannot be
 * read. */
struct article *article_open(const char *path, struct error *err);

/* Like article_parse, but parses only about the first max_bytes, for the first
 * screen of a large file. The text is cut before a block that parses the same
 * with and without what precedes it. *whole tells whether the whole article was
 * parsed. */
struct article *article_parse_start(const char *content, size_t n_bytes,
                                    const char *path, size_t max_bytes,
                                    bool *whole);

/* Like article_parse_start, from a file of which only the start is read.
 * Returns NULL if it cannot be read. */
struct article *article_open_start(const char *path, size_t max_bytes);

/* Like article_open, but builds only the section between two source offsets, as
 * the index has them, for a snippet. Its headings have no kinds, and the
 * article has neither footnotes nor a title that the body gives. Returns NULL
 * if the file cannot be read or no section begins there, since it has changed.
 */
struct article *article_open_section(const char *path,
                                     struct source_range range);

void article_free(struct article *article);

/* Splits "microneedling.vi.md" into the id "microneedling" and the language
 * "vi". A suffix counts as a language only if it is a BCP 47 tag of two or
 * three letters, perhaps with subtags. *lang is "" if there is none. Both
 * strings live in arena. */
void article_name_split(struct arena *arena, const char *path, const char **id,
                        const char **lang);

/* Returns the section that contains a source offset, or NO_SECTION if the
 * article has no sections. */
size_t article_section_at(const struct article *article, size_t source_offset);

/* Returns the first section of a kind that follows the section after
 * (NO_SECTION: search from the start), or NO_SECTION. Subsections and alerts do
 * not count. */
size_t article_section_of_kind(const struct article *article, enum kind kind,
                               size_t after);

/* Returns the source offset of the next heading (of any level) or alert of a
 * kind that follows the source offset after (SIZE_MAX: search from the start),
 * or SIZE_MAX if there is none. */
size_t article_find_kind(const struct article *article, enum kind kind,
                         size_t after);

/* Returns the kinds that article_find_kind can find, as a bit set: 1 <<
 * KIND_RISKS. */
uint64_t article_kinds(const struct article *article);

/* Stores the source offsets of at most n_max places with emergency advice, the
 * most urgent first, and returns their number: EMERGENCY alerts, then headings
 * of kind emergency, then URGENT alerts. An alert below a heading of that kind
 * is represented by the heading. */
size_t article_find_emergencies(const struct article *article, size_t *out,
                                size_t n_max);

/* Resolves a fragment as an anchor, a slug or a kind, in this order. Returns
 * the source offset of the heading, or SIZE_MAX. */
size_t article_find_fragment(const struct article *article,
                             const char *fragment);

/* Map an offset in article->text to one in article->source, and back. They are
 * exact where a block starts and interpolate within it. */
size_t article_source_at(const struct article *article, size_t text_offset);
size_t article_text_at(const struct article *article, size_t source_offset);

/* Returns "not medically reviewed", "reviewed, reviewer not named", "reviewed
 * by NAME" or the like, in the article's language, for the top line of the
 * screen. The string lives as long as the article. */
const char *article_review_state(const struct article *article);
/* Returns "review overdue since 2026-01", in the article's language, if
 * review_due has passed; otherwise NULL. */
const char *article_review_overdue(const struct article *article);

/* Return the label of a kind in the article's language. "treatment" reads
 * "Alternatives" where the article is itself about a treatment. */
const char *article_kind_label(const struct article *article, enum kind kind);
const char *article_type_kind_label(enum article_type type, enum kind kind,
                                    const char *lang);

#endif
