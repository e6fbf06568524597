/* Columns of running text on a page of a PDF. */
#ifndef MEDFAQ_IMPORT_PDF_COLUMNS_H
#define MEDFAQ_IMPORT_PDF_COLUMNS_H

#include "import/pdf_rows.h"

/* Appends the rows of a page's runs. Where columns of running text stand side
 * by side, the left one is read first. */
void pdf_columns_add(struct pdf_rows *rows, unsigned page, size_t first,
                     size_t n);

/* The rows from the first on are a column: sets its left and right. */
void pdf_columns_measure(struct pdf_rows *rows, size_t first);

#endif
