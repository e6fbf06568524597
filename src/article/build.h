/* libcmark's tree turned into the article's own: what the files that do it
 * share. [libcmark] */
#ifndef MEDFAQ_ARTICLE_BUILD_H
#define MEDFAQ_ARTICLE_BUILD_H

#include "article/article.h"
#include "article/passage.h"
#include "article/prescan.h"
#include "article/tree_memory.h"
#include "base/buf.h"
#include "base/map.h"

struct tables;

struct builder {
    struct article *article;
    struct arena *arena;
    const struct prescan *scan;
    struct tree_memory trees;
    const struct passage *passage; /* that the nodes come from */
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

    bool partial;          /* not to the end: what is used is not known */
    struct tables *tables; /* of passage */
    struct node **notes;   /* of scan->notes */
    struct map slugs;
    struct map references; /* ids -> indices */
    size_t headings_capacity, links_capacity, references_capacity,
        leaves_capacity, blocks_capacity;
    const struct node **citations; /* in order */
    size_t n_citations, citations_capacity;
};

/* A node under builder->parent; its text begins here. */
struct node *build_node(struct builder *builder, enum node_type type);

/* Closes a block that holds text or inlines: its text ends here. */
void build_end(struct builder *builder, struct node *node);

/* Takes node back, the last child of its parent, which follows before. */
void build_drop(struct builder *builder, const struct node *node,
                struct node *before);

/* Line in the file, from 1; quick when asked in the order of the source. */
unsigned build_line_of(struct builder *builder, uint32_t source);

/* Builds nodes for the blocks below root under builder->parent. */
void build_blocks(struct builder *builder, cmark_node *root);

/* Inlines: libcmark's node is entered or left. inline_begin says which block
 * they stand in. */
void inline_begin(struct builder *builder, cmark_node *block,
                  const struct node *node);
void inline_enter(struct builder *builder, cmark_node *inline_node);
void inline_leave(struct builder *builder, cmark_node *inline_node);

/* Text in which libcmark would find nothing but text needs no parse: adds it
 * as all that node, which is no paragraph, holds. */
bool inline_is_plain(const char *text, size_t n_bytes);
void inline_add_plain(struct builder *builder, struct node *node,
                      const char *text, size_t n_bytes);

/* A heading whose inlines are all there: takes off {kind=} and {#anchor},
 * names it, or leaves it out if it only repeats the title. */
void heading_finish(struct builder *builder, struct node *node);

/* Index of a link to url in article->links. */
int32_t link_add(struct builder *builder, const struct node *node,
                 const char *url, const char *title);

/* Index in article->references; -1 if nothing has the id. */
int32_t reference_find(const struct builder *builder, const char *id,
                       size_t n_bytes);
/* Lists sources, then notes. */
void references_begin(struct builder *builder);
/* Parses the notes and hangs them on their references. */
void references_build_notes(struct builder *builder);
/* Notes that a node, a citation or a risk block, cites something. */
void reference_cite(struct builder *builder, const struct node *node);

/* Counts the citations. */
void references_finish(struct builder *builder);

/* Appends all definitions to a passage, so that its links find them. */
void definitions_add(const struct prescan *scan, const char *source,
                     struct passage *passage);
/* Lists the definitions whose address no link has. */
void definitions_list_unused(struct builder *builder);

/* The body up to end, libcmark's way. */
void build_formatted(struct builder *builder, size_t end);

/* The body as it is in the source, up to end, in paragraphs, after a notice
 * why. */
void build_unformatted(struct builder *builder, size_t end);

/* article->sections, and the kinds of headings. */
void sections_finish(struct builder *builder);
/* article->kind_places, of headings whose kinds are known. */
void kind_places_finish(struct article *article);

#endif
