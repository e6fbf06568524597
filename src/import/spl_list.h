/* Lists of FDA drug labels whose items carry their marks as text. [libxml2] */
#ifndef MEDFAQ_IMPORT_SPL_LIST_H
#define MEDFAQ_IMPORT_SPL_LIST_H

#include <libxml/tree.h>

#include "import/ledger.h"

/* An item's caption is its mark: "1." makes the list an ordered one, "a)" goes
 * before the item's words, "-" and bullets are what any list shows. */
void spl_resolve_captions(xmlNode *root, struct ledger *ledger);

#endif
