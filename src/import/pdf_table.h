/* Tables of a PDF: rows whose cells stand below each other. */
#ifndef MEDFAQ_IMPORT_PDF_TABLE_H
#define MEDFAQ_IMPORT_PDF_TABLE_H

#include "import/pdf_rows.h"

#define PDF_TABLE_COLUMNS 12

struct pdf_table {
    int lefts[PDF_TABLE_COLUMNS], rights[PDF_TABLE_COLUMNS];
    size_t n_columns;
    size_t first, n; /* rows of the page */
    int step;        /* the smallest, from one to the next */
    bool spaced;     /* room above tells where a row of the table begins */
};

/* Is there a table from row first on? It ends before end. */
bool pdf_table_find(const struct pdf_rows *rows, size_t first, size_t end,
                    struct pdf_table *table);

/* The column that a run stands in. */
size_t pdf_table_column(const struct pdf_table *table,
                        const struct pdf_run *run);

/* Does a row of the page begin one of the table, or go on with the cells of
 * the one before? */
bool pdf_table_begins_row(const struct pdf_rows *rows,
                          const struct pdf_table *table, size_t row);

#endif
