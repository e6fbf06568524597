/* The cells of a table of HTML, each in all places that it spans.
 * [libxml2] */
#ifndef MEDFAQ_IMPORT_RICH_GRID_H
#define MEDFAQ_IMPORT_RICH_GRID_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#define RICH_GRID_COLUMNS 100

/* One <td> or <th>, in all places that it spans. */
struct grid_cell {
    const xmlNode *node;
    char *text;             /* Markdown, once it is written; else NULL */
    struct grid_cell *more; /* cells past the last column stand in it, too */
    struct grid_cell *tail; /* the last of them */
};

struct grid_row {
    struct grid_cell **cells; /* NULL: empty */
    size_t n;
    const xmlNode *node; /* its <tr> */
    const xmlNode *only; /* the one cell, if it is as wide as the table */
    bool moved;          /* it stands before others in the source */
};

struct rich_grid {
    struct grid_row *rows;
    size_t n_rows, capacity;
    size_t n_columns;
    size_t below[RICH_GRID_COLUMNS]; /* rows that a cell above still takes */
    struct grid_cell **cells;        /* all, to be freed */
    size_t n_cells, cells_capacity;
    size_t n_repeated_bytes, n_repeated;
};

/* Reads a table into a zeroed grid. Rows of the foot come last, wherever they
 * stand in the source. */
void rich_grid_read(struct rich_grid *grid, const xmlNode *table);
void rich_grid_finish(struct rich_grid *grid);

bool rich_grid_is_cell(const xmlNode *node);
/* The columns ("colspan") or rows ("rowspan") that a cell takes. */
size_t rich_grid_span(const xmlNode *cell, const char *name);
/* The row after one of a table, NULL for the first; not one of a table inside
 * it. */
const xmlNode *rich_grid_next_row(const xmlNode *table, const xmlNode *row);
/* Whether a row stands in a group such as "thead". */
bool rich_grid_is_in(const xmlNode *row, const char *group);

#endif
