/* Pages of MediaWiki: Wikipedia and its like. [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_WIKI_H
#define MEDFAQ_IMPORT_HTML_WIKI_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "import/draft.h"
#include "import/ledger.h"

/* Takes the links for editors out of such a page, and makes its citations
 * notes; sets the date of its last edit. False, with nothing done, if it is
 * another page. */
bool html_wiki(xmlNode *body, struct draft *draft, struct ledger *ledger);

#endif
