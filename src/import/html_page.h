/* Web pages that somebody saved. */
#ifndef MEDFAQ_IMPORT_HTML_PAGE_H
#define MEDFAQ_IMPORT_HTML_PAGE_H

#include "import/importer.h"

bool html_page_recognise(const struct document *document);
bool html_page_convert(const struct document *document,
                       const struct import_options *options,
                       const struct sink *sink, struct error *err);

/* All words of the page, its furniture too, by html_tag.h alone. */
void html_page_read_words(const struct document *document,
                          const struct import_options *options,
                          struct letters *letters);

#endif
