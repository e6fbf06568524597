/* The elements of JATS made those of HTML, and its references sources.
 * [libxml2] */
#ifndef MEDFAQ_IMPORT_JATS_TREE_H
#define MEDFAQ_IMPORT_JATS_TREE_H

#include <libxml/tree.h>

#include "import/draft.h"
#include "import/ledger.h"

/* Changes the tree so that rich text can be written of it; the references go
 * into the draft. */
void jats_tree_prepare(xmlNode *root, struct draft *draft,
                       struct ledger *ledger);

#endif
