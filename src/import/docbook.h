/* Prepares DocBook so that pandoc reads all of it. [libxml2] */
#ifndef MEDFAQ_IMPORT_DOCBOOK_H
#define MEDFAQ_IMPORT_DOCBOOK_H

#include "base/buf.h"
#include "import/importer.h"

/* Appends the document with its abstracts, legal notices, sidebars,
 * questions and steps replaced by elements that pandoc keeps. Returns false
 * if it cannot be parsed; pandoc will say why. */
bool docbook_prepare(const struct document *document, struct buf *out);

#endif
