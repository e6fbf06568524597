/* DocBook as pandoc reads all of it. [libxml2] */
#ifndef MEDFAQ_IMPORT_DOCBOOK_H
#define MEDFAQ_IMPORT_DOCBOOK_H

#include "base/buf.h"
#include "import/importer.h"

/* Appends a document in which abstracts, legal notices, sidebars, questions and
 * steps are such elements as pandoc keeps. False where it cannot be parsed:
 * pandoc is to say why. */
bool docbook_prepare(const struct document *document, struct buf *out);

#endif
