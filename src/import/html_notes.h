/* Notes of web pages: marks that lead to the items of a list. [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_NOTES_H
#define MEDFAQ_IMPORT_HTML_NOTES_H

#include <libxml/tree.h>

#include "import/ledger.h"

/* Makes a node the citation of the note that a link in it leads to; NULL, or
 * one that leads elsewhere: it stays what it is. */
void html_notes_cite(xmlNode *node, const xmlNode *link, struct ledger *ledger);

/* Makes the items of a list that can be led to notes, which are written where
 * notes are. */
void html_notes_keep(xmlNode *list);

/* Does both where a page has the roles that ARIA has for notes, as pandoc's
 * pages and those of publishers do. */
void html_notes(xmlNode *body, struct ledger *ledger);

#endif
