/* What reads as a list, but is made of other elements. [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_LIST_H
#define MEDFAQ_IMPORT_HTML_LIST_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "import/ledger.h"

/* Makes a list of a <select> whose options say amounts ("10 kg: 5 ml"), or
 * sentences: more than names to choose from. */
void html_list_options(xmlNode *select, struct ledger *ledger);

/* Makes a list of the texts of an <svg>; leaves one without text alone, and one
 * that stands for a link or a button. */
void html_list_texts(xmlNode *svg);

#endif
