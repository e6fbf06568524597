/* Questions and answers as a list of JSON objects, or one a line (JSONL).
 * [jansson] */
#ifndef MEDFAQ_IMPORT_JSON_LIST_H
#define MEDFAQ_IMPORT_JSON_LIST_H

#include <jansson.h>

#include "import/importer.h"

bool json_list_recognise(const struct document *document);
bool json_list_convert(const struct document *document,
                       const struct import_options *options,
                       const struct sink *sink, struct error *err);

/* Of some of the objects, one after another. */
void json_list_read_words(const struct document *document,
                          const struct import_options *options,
                          struct letters *letters);

/* Appends a number in the shortest form: "2.5". */
void json_list_add_number(const json_t *number, struct buf *out);

#endif
