/* HTML as a tree, by the HTML standard's rules. [gumbo, libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_TREE_H
#define MEDFAQ_IMPORT_HTML_TREE_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"

/* Parses what html_clean made. NULL with err: it takes too much memory. Free
 * with xmlFreeDoc. */
xmlDoc *html_tree_parse(const struct buf *text, struct error *err);

/* Has the parser moved a text node before text that comes first in the source,
 * as it does with what stands in a table and in none of its cells? */
bool html_tree_is_moved(const xmlNode *text);

#endif
