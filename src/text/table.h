/* Tables: how wide the columns are, and the two ways to show a table. */
#ifndef MEDFAQ_TEXT_TABLE_H
#define MEDFAQ_TEXT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "text/page.h"

#define COLUMN_GAP_CELLS 3 /* " │ " */

struct table_width {
    unsigned least; /* cells of its longest word */
    unsigned most;  /* cells of its longest cell, on one line */
    unsigned cells; /* what it gets */
};

/* Gives each column its cells, at most cells in all with the gaps: what it
 * needs on one line if all of it fits, otherwise room for its longest word and
 * a share of the rest by how much more it could use. False when there is not
 * room enough for columns to be read. Pure. */
bool table_share(struct table_width *columns, size_t n_columns, unsigned cells);

/* The table as records, "Column: value" on a line each. */
void table_add_records(struct page *page, const struct node *table);

#endif
