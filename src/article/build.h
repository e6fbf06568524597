/* Builds the article's tree from that of libcmark. Shared by the files that
 * build blocks, inlines, headings, links, references, tables and sections.
 * [libcmark] */
#ifndef MEDFAQ_ARTICLE_BUILD_H
#define MEDFAQ_ARTICLE_BUILD_H

#include "article/article.h"
#include "article/passage.h"
#include "article/prescan.h"
#include "article/tree_memory.h"
#include "base/buf.h"
#include "base/map.h"

struct risk;
struct tables;

struct builder {
    struct article *article;
    struct arena *arena;
    const struct prescan *scan;
    struct tree_memory trees;
    const struct passage *passage; /* the one being built from */
    unsigned body_line; /* line number in the file of the body's first line */
    /* The last line that build_line_of found: its offset ... */
    uint32_t line_start;
    unsigned line; /* ... and its number in the file */

    struct buf text;     /* becomes article->text */
    struct node *parent; /* of the next node */
    struct node *before; /* the sibling before the leaf that is open */
    unsigned n_open_blocks, n_open_inlines; /* nesting in libcmark's tree */
    struct node *spare;                     /* allocated and not yet used */
    size_t n_spare;

    uint32_t source_at;           /* where the previous inline ends */
    uint32_t block_end;           /* end of the block that holds the inlines */
    int block_line, block_column; /* where it starts, by libcmark */
    bool drop_break;              /* ignore the line break after "[!WORD]" */
    bool drop_bar; /* skip the bar that table.c puts before a cell */

    bool title_done; /* a level-1 heading was taken as the title */

    /* Only a part is built, so it is unknown which definitions are used. */
    bool partial;
    struct source_range only; /* the section to be built; end 0: all */
    struct tables *tables;    /* of passage */
    struct node **notes;      /* one for each of scan->notes */
    struct map slugs;
    struct map references; /* ids -> indices */
    size_t headings_capacity, links_capacity, references_capacity,
        leaves_capacity, blocks_capacity;
    const struct node **citations; /* in text order */
    size_t n_citations, citations_capacity;
};

/* Adds a node as the last child of builder->parent. Its text begins at the end
 * of builder->text. */
struct node *build_node(struct builder *builder, enum node_type type);

/* Closes a block that holds text or inlines: its text ends at the end of
 * builder->text. */
void build_end(struct builder *builder, struct node *node);

/* Removes node, the last child of its parent, and its text. before is the
 * sibling that precedes it, or NULL. */
void build_drop(struct builder *builder, const struct node *node,
                struct node *before);

/* Returns the line in the file, counted from 1, of a source offset. Fast if the
 * offsets grow from call to call. */
unsigned build_line_of(struct builder *builder, uint32_t source);

/* Builds nodes for the descendants of root under builder->parent. */
void build_blocks(struct builder *builder, cmark_node *root);

/* inline_begin prepares for the inlines of a block; the others are called as
 * each of libcmark's inlines is entered and left. */
void inline_begin(struct builder *builder, cmark_node *block,
                  const struct node *node);
void inline_enter(struct builder *builder, cmark_node *inline_node);
void inline_leave(struct builder *builder, cmark_node *inline_node);

/* inline_is_plain tells whether text has no markup, so that it need not be
 * parsed; inline_add_plain adds it as the only child of node, which must not be
 * a paragraph. */
bool inline_is_plain(const char *text, size_t n_bytes);
void inline_add_plain(struct builder *builder, struct node *node,
                      const char *text, size_t n_bytes);

/* Finishes a heading after its inlines are built: removes {kind=} and
 * {#anchor}, gives it a slug, or drops it if it only repeats the title. */
void heading_finish(struct builder *builder, struct node *node);

/* Adds a link to url; returns its index in article->links. */
int32_t link_add(struct builder *builder, const struct node *node,
                 const char *url, const char *title);

/* Returns the length of a wiki link "[[target]]" or "[[target|words]]" at text,
 * or 0. A target without letters makes no link: "[[1]]" cites something. */
size_t link_wiki_bytes(const char *text);
/* Appends the address that a wiki link means: "Chemical peel" is the article
 * chemical-peel. A target that names a file is used as it is. */
void link_add_wiki_address(const char *target, size_t n_bytes, struct buf *out);

/* Returns the index in article->references of an id, or -1. */
int32_t reference_find(const struct builder *builder, const char *id,
                       size_t n_bytes);
/* Sets the reference of each row of a risk block from the id of its source. */
void references_find_rows(const struct builder *builder, struct risk *risk);
/* Fills article->references: sources first, then footnotes. */
void references_begin(struct builder *builder);
/* Parses the footnotes and attaches them to their references. */
void references_build_notes(struct builder *builder);
/* Records a node that cites something: a citation or a risk block. */
void reference_cite(struct builder *builder, const struct node *node);

/* Counts the citations of each reference and finds the first section that has
 * one. */
void references_finish(struct builder *builder);

/* Appends all link reference definitions to a passage, so that its links
 * resolve. */
void definitions_add(const struct prescan *scan, const char *source,
                     struct passage *passage);
/* Stores the source ranges of the definitions in the article. */
void definitions_keep(struct builder *builder);
/* Lists the definitions whose address no link has. */
void definitions_list_unused(struct builder *builder);

/* Builds the body up to end from libcmark's tree. */
void build_formatted(struct builder *builder, size_t from, size_t end);

/* Builds the body up to end as paragraphs of source text, after a notice that
 * says why. */
void build_unformatted(struct builder *builder, size_t end);

/* Fills article->sections and the kinds of headings. */
void sections_finish(struct builder *builder);
/* Fills article->kind_places. Call it when the headings have their kinds. */
void article_kinds_finish(struct article *article);

#endif
