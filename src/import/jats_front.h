/* What the front of a journal's article says of it. [libxml2] */
#ifndef MEDFAQ_IMPORT_JATS_FRONT_H
#define MEDFAQ_IMPORT_JATS_FRONT_H

#include <libxml/tree.h>

#include "import/importer.h"

/* False if it has no title. */
bool jats_read_front(struct draft *draft, const xmlNode *root,
                     const struct document *document);

/* Tells the ledger what of the front is not in the body. */
void jats_note_front(const xmlNode *root, struct ledger *ledger);

#endif
