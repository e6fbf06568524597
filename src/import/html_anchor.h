/* Resolves the links within a page. [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_ANCHOR_H
#define MEDFAQ_IMPORT_HTML_ANCHOR_H

#include <libxml/tree.h>

/* Gives each heading that a link "#x" leads to the attribute "anchor", for
 * rich_block.c: the target is id="x" or name="x" in it, or before it, or the
 * text below it. A link that leads nowhere in the article is none any more. */
void html_anchor(xmlNode *main);

#endif
