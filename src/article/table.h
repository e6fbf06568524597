/* Builds GitHub's pipe tables from the lines of the source. */
#ifndef MEDFAQ_ARTICLE_TABLE_H
#define MEDFAQ_ARTICLE_TABLE_H

#include "article/build.h"

/* A paragraph whose last lines are a table. */
struct table_extent {
    cmark_node *block;
    size_t first_line, header_line, end_line; /* in passage->lines */
    /* libcmark took it for a setext heading. */
    bool underlined;
};

/* The tables of a tree in document order, and the parsed cells of those that
 * have markup. To be parsed, each cell is a paragraph that begins with a bar,
 * so that it cannot be any other block. */
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

/* Builds the block as a table and returns true if it is the next of
 * builder->tables. */
bool table_build(struct builder *builder, cmark_node *block);

#endif
