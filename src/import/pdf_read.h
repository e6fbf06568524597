/* The XML that pdftohtml writes: pages, fonts and texts with their places. */
#ifndef MEDFAQ_IMPORT_PDF_READ_H
#define MEDFAQ_IMPORT_PDF_READ_H

#include "import/pdf_rows.h"

struct pdf_page {
    int height;
    size_t first, n;           /* its runs: those in a margin come first, */
    size_t n_margin, n_turned; /* then those that are turned amid the text */
};

/* Reads all runs of text that is not white space into rows; the pages are the
 * caller's to free. Their number goes to rows->n_pages. */
struct pdf_page *pdf_read(struct pdf_rows *rows, const char *xml,
                          size_t n_bytes);

#endif
