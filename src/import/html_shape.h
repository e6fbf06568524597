/* What pages make by scripts and classes, put as HTML's own elements have it:
 * accordions and tabs as <details>, questions as <question>. [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_SHAPE_H
#define MEDFAQ_IMPORT_HTML_SHAPE_H

#include <libxml/tree.h>

#include "import/ledger.h"

/* Not HTML's: a line that heads what comes after it, a level below the
 * heading before; rich_role.c knows it. */
#define HTML_QUESTION "question"

/* Goes through the tree below body. Tabs whose panel has their name already are
 * left out, others move to it; the ledger says so. */
void html_shape(xmlNode *body, struct ledger *ledger);

#endif
