/* The text of a PDF as HTML. */
#ifndef MEDFAQ_IMPORT_PDF_INLINE_H
#define MEDFAQ_IMPORT_PDF_INLINE_H

#include "base/buf.h"
#include "import/pdf_rows.h"

/* Appends a run of a row from an offset of its text on; <sup> or <sub> where it
 * is small and stands above or below, next to what it belongs to. */
void pdf_inline_add(const struct pdf_row *row, const struct pdf_run *run,
                    size_t from, struct buf *html);

#endif
