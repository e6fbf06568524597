/* Reads XML of any size piece by piece. [libxml2]
 *
 * As in xml.h, there is no access to the network or files, and there are no
 * entities. */
#ifndef MEDFAQ_IMPORT_XML_READER_H
#define MEDFAQ_IMPORT_XML_READER_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/error.h"
#include "import/importer.h"

struct xml_reader;

/* Reads a document's stream, or its data if it has none. NULL with err. */
struct xml_reader *xml_reader_open(const struct document *document,
                                   struct error *err);
void xml_reader_close(struct xml_reader *reader); /* may be NULL */

/* The next element of a name, whole; it lives until the next call. *node is
 * NULL at the end. False with line and reason in err. */
bool xml_reader_next(struct xml_reader *reader, const char *name,
                     const xmlNode **node, struct error *err);

#endif
