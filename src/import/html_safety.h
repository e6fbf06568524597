/* Statements on safety in what a page's furniture holds. [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_SAFETY_H
#define MEDFAQ_IMPORT_HTML_SAFETY_H

#include <libxml/tree.h>

#include "import/ledger.h"

/* "Call 999 if you bleed." in a part that is to be left out: each such text
 * becomes a paragraph, the last child of kept. The rest stays. */
void html_safety_keep(xmlNode *part, xmlNode *kept, struct ledger *ledger);

/* The same for the elements of an article that show no text, as a dialog or a
 * button do: the paragraph comes before the element. */
void html_safety_show(xmlNode *article, struct ledger *ledger);

#endif
