/* PDFs, by pdftohtml; and what else another program makes a page of. */
#ifndef MEDFAQ_IMPORT_PDF_H
#define MEDFAQ_IMPORT_PDF_H

#include "import/importer.h"

bool pdf_recognise(const struct document *document);
bool pdf_convert(const struct document *document,
                 const struct import_options *options, const struct sink *sink,
                 struct error *err);

#endif
