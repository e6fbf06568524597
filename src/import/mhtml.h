/* Web pages saved in one file by a browser: MHTML, a MIME message whose parts
 * are the page and what belongs to it. */
#ifndef MEDFAQ_IMPORT_MHTML_H
#define MEDFAQ_IMPORT_MHTML_H

#include "import/importer.h"

bool mhtml_recognise(const struct document *document);
bool mhtml_convert(const struct document *document,
                   const struct import_options *options,
                   const struct sink *sink, struct error *err);

/* All words of the page. */
void mhtml_read_words(const struct document *document,
                      const struct import_options *options,
                      struct letters *letters);

#endif
