/* The part of a page that is its article. [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_MAIN_H
#define MEDFAQ_IMPORT_HTML_MAIN_H

#include <libxml/tree.h>

#include "import/ledger.h"

/* The rule by which headers and footers around an article are left out. */
#define HTML_FRAME "frame of the site"
#define HTML_OUTSIDE "outside the article"

/* Takes out of the tree what serves the site and not the reader (navigation,
 * banners, search forms), and returns the element that holds the article; body
 * at the widest. The text of all that is not in it goes to the ledger. */
xmlNode *html_main(xmlNode *body, struct ledger *ledger);

/* Leaves out all text below body that is not in main, but for statements on
 * safety. */
void html_main_leave_outside(xmlNode *body, xmlNode *main,
                             struct ledger *ledger);

#endif
