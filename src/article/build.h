/* Building the article's tree from libcmark's: shared by the files that do
 * it. [libcmark] */
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
    const struct passage *passage; /* that is being parsed */
    unsigned body_line;            /* in the file, of the body's first line */
    uint32_t line_start;           /* a line's start in the source ... */
    unsigned line;                 /* ... and its number in the file */

    struct buf text;     /* becomes article->text */
    struct node *parent; /* of what comes next */
    struct node *before; /* the sibling before the open leaf */
    unsigned n_open_blocks, n_open_inlines; /* libcmark's containers */
    struct node *spare;                     /* nodes allocated ahead */
    size_t n_spare;

    uint32_t source_at;           /* where the inlines before end */
    uint32_t block_end;           /* of the block that holds the inlines */
    int block_line, block_column; /* libcmark's, of that block */
    bool drop_break;              /* the line break after an alert's word */
    bool drop_bar;                /* the bar that begins a cell's paragraph */

    bool title_done; /* one of them was left out as the title */

    bool partial; /* only the start was read: whether a definition is used is
                     unknown */
    struct tables *tables; /* of passage */
    struct node **notes;   /* of scan->notes */
    struct map slugs;
    struct map references; /* ids -> indices */
    size_t headings_capacity, links_capacity, references_capacity,
        leaves_capacity, blocks_capacity;
    const struct node **citations; /* in order */
    size_t n_citations, citations_capacity;
};

/* Adds a node to builder->parent; its text begins at the end of
 * builder->text. */
struct node *build_node(struct builder *builder, enum node_type type);

/* Closes a block that holds text or inlines: its text ends here. */
void build_end(struct builder *builder, struct node *node);

/* Removes node, the last child of its parent; before is the sibling before
 * it. */
void build_drop(struct builder *builder, const struct node *node,
                struct node *before);

/* The line in the file, from 1, of a source offset; quick for growing
 * offsets. */
unsigned build_line_of(struct builder *builder, uint32_t source);

/* Builds nodes for the blocks below root under builder->parent. */
void build_blocks(struct builder *builder, cmark_node *root);

/* Called for each inline of libcmark's as it is entered and left, after
 * inline_begin for the block. */
void inline_begin(struct builder *builder, cmark_node *block,
                  const struct node *node);
void inline_enter(struct builder *builder, cmark_node *inline_node);
void inline_leave(struct builder *builder, cmark_node *inline_node);

/* Text without any markup need not be parsed: adds it as the only content of
 * node, which is not a paragraph. */
bool inline_is_plain(const char *text, size_t n_bytes);
void inline_add_plain(struct builder *builder, struct node *node,
                      const char *text, size_t n_bytes);

/* Finishes a heading once its inlines are there: removes {kind=} and
 * {#anchor}, gives it a slug, or drops it if it only repeats the title. */
void heading_finish(struct builder *builder, struct node *node);

/* Adds a link to url; returns its index in article->links. */
int32_t link_add(struct builder *builder, const struct node *node,
                 const char *url, const char *title);

/* Index in article->references; -1 if nothing has the id. */
int32_t reference_find(const struct builder *builder, const char *id,
                       size_t n_bytes);
/* Finds the references of a risk block's rows. */
void references_find_rows(const struct builder *builder, struct risk *risk);
/* Fills article->references: sources, then notes. */
void references_begin(struct builder *builder);
/* Parses the notes and attaches them to their references. */
void references_build_notes(struct builder *builder);
/* Records that a node (a citation or a risk block) cites something. */
void reference_cite(struct builder *builder, const struct node *node);

/* Counts the citations of each reference. */
void references_finish(struct builder *builder);

/* Appends all link definitions to a passage, for its links. */
void definitions_add(const struct prescan *scan, const char *source,
                     struct passage *passage);
/* Keeps where the definitions stand. */
void definitions_keep(struct builder *builder);
/* Lists the definitions whose address is in no link. */
void definitions_list_unused(struct builder *builder);

/* Builds the body up to end from libcmark's tree. */
void build_formatted(struct builder *builder, size_t end);

/* Builds the body up to end as plain paragraphs of source text, after a
 * notice that says why. */
void build_unformatted(struct builder *builder, size_t end);

/* Fills article->sections and the kinds of headings. */
void sections_finish(struct builder *builder);
/* Fills article->kind_places; the headings must have their kinds. */
void article_kinds_finish(struct article *article);

#endif
