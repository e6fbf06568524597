/* What refers to what within an FDA drug label. [libxml2] */
#ifndef MEDFAQ_IMPORT_SPL_LINKS_H
#define MEDFAQ_IMPORT_SPL_LINKS_H

#include <libxml/tree.h>

#include "import/ledger.h"

/* Rewrites a label's tree for rich text: pictures become <img> with their
 * descriptions and addresses; a <section> that a link leads to gets the
 * attribute "anchor"; links that lead to anything else lose their href. */
void spl_resolve(xmlNode *root, const char *set_id, struct ledger *ledger);

#endif
