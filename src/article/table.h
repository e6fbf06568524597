/* Pipe tables, as GitHub has them: split by the source's lines. */
#ifndef MEDFAQ_ARTICLE_TABLE_H
#define MEDFAQ_ARTICLE_TABLE_H

#include "article/build.h"

/* A paragraph whose lines end in a table. */
struct table_extent {
    cmark_node *block;
    size_t first_line, header_line, end_line; /* in passage->lines */
    bool underlined; /* libcmark read a heading: its underline is a rule */
};

/* All tables of a tree and the tree of their cells that are not plain: each a
 * paragraph that begins with a bar, so that it can be nothing else. */
struct tables {
    const struct passage *passage;
    struct table_extent *items;
    size_t n, capacity, next;
    struct passage cells;
    cmark_node *next_cell;
};

/* Finds the tables of a tree and parses their cells. */
void tables_init(struct tables *tables, const struct builder *builder,
                 const struct passage *passage, cmark_node *root);
void tables_finish(struct tables *tables);

/* Builds the table that the block is, if it is the next one. */
bool table_build(struct builder *builder, cmark_node *block);

#endif
