/* Imports plain text, and posts copied from a board. */
#ifndef MEDFAQ_IMPORT_TEXT_H
#define MEDFAQ_IMPORT_TEXT_H

#include "import/importer.h"

bool text_recognise(const struct document *document);
bool text_convert(const struct document *document,
                  const struct import_options *options, const struct sink *sink,
                  struct error *err);

/* Appends all words of the file. */
void text_read_words(const struct document *document,
                     const struct import_options *options,
                     struct letters *letters);

#endif
