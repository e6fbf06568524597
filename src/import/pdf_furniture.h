/* Rows at the edge of a PDF's pages that most pages repeat. */
#ifndef MEDFAQ_IMPORT_PDF_FURNITURE_H
#define MEDFAQ_IMPORT_PDF_FURNITURE_H

#include "import/pdf_read.h"

/* Marks the runs of pages that are furniture; rows are left empty. */
void pdf_furniture_mark(struct pdf_rows *rows, const struct pdf_page *pages);

#endif
