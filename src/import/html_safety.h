/* Finds statements on safety in the parts of a page that are left out.
 * [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_SAFETY_H
#define MEDFAQ_IMPORT_HTML_SAFETY_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "import/ledger.h"

/* "Call 999 if you bleed." in a part that is to be left out: each such text
 * becomes a paragraph in kept, after the heading that it stands under: one in
 * the part, or the one given (NULL: none). What has no heading comes first. The
 * rest stays. */
void html_safety_keep(xmlNode *part, xmlNode *heading, xmlNode *kept,
                      struct ledger *ledger);

bool html_safety_is_heading(const xmlNode *node);

/* Puts what was kept into an article, and frees kept: before a node, and at
 * the end of the article from the first heading on, as that heading is not the
 * one of what comes next. */
void html_safety_put(xmlNode *kept, xmlNode *article, xmlNode *before);

/* The same for the elements of an article that show no text, as a dialog or a
 * button do: the paragraph comes before the element. */
void html_safety_show(xmlNode *article, struct ledger *ledger);

#endif
