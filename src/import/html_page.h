/* Web pages that somebody saved. */
#ifndef MEDFAQ_IMPORT_HTML_PAGE_H
#define MEDFAQ_IMPORT_HTML_PAGE_H

#include "import/importer.h"

bool html_page_recognise(const struct document *document);
bool html_page_convert(const struct document *document,
                       const struct import_options *options,
                       const struct sink *sink, struct error *err);

/* Appends a page as UTF-8, by the character set that it or the user states. */
bool html_page_decode(const struct document *document,
                      const struct import_options *options, struct buf *text,
                      struct error *err);

/* All words of the page, its furniture too, by html_tag.h alone. */
void html_page_read_words(const struct document *document,
                          const struct import_options *options,
                          struct letters *letters);

#endif
