/* Computes the widths of columns, and shows a table in columns or as
 * records. */
#ifndef MEDFAQ_TEXT_TABLE_H
#define MEDFAQ_TEXT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "text/page.h"

#define COLUMN_GAP_CELLS 3 /* " │ " */

struct table_width {
    unsigned min_content; /* cells of the longest word */
    unsigned max_content; /* cells of the longest cell, on one line */
    unsigned cells;       /* the width that table_share gives it */
};

/* Divides cells, including the gaps, among the columns. Each gets what it needs
 * on one line if all of it fits; otherwise it gets room for its longest word
 * and a share of the rest in proportion to how much more it could use. Returns
 * false if there is too little room for readable columns. Pure. */
bool table_share(struct table_width *columns, size_t n_columns, unsigned cells);

/* Adds a table as records, with a line "Column: value" for each cell. */
void table_add_records(struct page *page, const struct node *table);

#endif
