/* Markdown that was written for other programs: Jekyll, Hugo and the like. */
#ifndef MEDFAQ_IMPORT_MARKDOWN_FILE_H
#define MEDFAQ_IMPORT_MARKDOWN_FILE_H

#include "import/importer.h"

bool markdown_file_recognise(const struct document *document);
bool markdown_file_convert(const struct document *document,
                           const struct import_options *options,
                           const struct sink *sink, struct error *err);
void markdown_file_read_words(const struct document *document,
                              const struct import_options *options,
                              struct letters *letters);

#endif
