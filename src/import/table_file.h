/* Imports questions and answers from CSV or TSV with named columns. */
#ifndef MEDFAQ_IMPORT_TABLE_FILE_H
#define MEDFAQ_IMPORT_TABLE_FILE_H

#include "import/importer.h"

bool table_file_recognise(const struct document *document);
bool table_file_convert(const struct document *document,
                        const struct import_options *options,
                        const struct sink *sink, struct error *err);

/* Of a piece of a table, which begins with "sep=" and its separator. */
void table_file_read_words(const struct document *document,
                           const struct import_options *options,
                           struct letters *letters);

#endif
