/* Articles of journals: JATS, and NLM's formats before it. */
#ifndef MEDFAQ_IMPORT_JATS_H
#define MEDFAQ_IMPORT_JATS_H

#include "import/importer.h"

bool jats_recognise(const struct document *document);
bool jats_convert(const struct document *document,
                  const struct import_options *options, const struct sink *sink,
                  struct error *err);
void jats_read_words(const struct document *document,
                     const struct import_options *options,
                     struct letters *letters);

#endif
