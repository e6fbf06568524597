/* A PDF's rows as the HTML of paragraphs, lists and headings. */
#ifndef MEDFAQ_IMPORT_PDF_HTML_H
#define MEDFAQ_IMPORT_PDF_HTML_H

#include "import/letters.h"
#include "import/pdf_rows.h"

/* The page of one document: the rows from first on, up to the next one that is
 * the title of another leaflet on a page of its own, whose place goes to *next.
 * All that is written is added to words[page - 1]. */
void pdf_html(const struct pdf_rows *rows, size_t first, size_t *next,
              struct buf *html, struct letters *words);

#endif
