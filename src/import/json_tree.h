/* Questions and answers in JSON that is no plain list of them. */
#ifndef MEDFAQ_IMPORT_JSON_TREE_H
#define MEDFAQ_IMPORT_JSON_TREE_H

#include "import/importer.h"

/* Does it have members that ask and answer? */
bool json_tree_recognise(const struct document *document);

/* Is there text besides the first list of objects? */
bool json_tree_has_more(const struct document *document);

bool json_tree_convert(const struct document *document,
                       const struct import_options *options,
                       const struct sink *sink, struct error *err);

#endif
