/* Elements of rich text that stand on lines of their own. [libxml2]
 *
 * Each writes what is in its element. In a heading or a cell, where there are
 * no blocks, they are set apart by spaces or signs. */
#ifndef MEDFAQ_IMPORT_RICH_BLOCK_H
#define MEDFAQ_IMPORT_RICH_BLOCK_H

#include "import/rich.h"

void rich_block(struct rich *rich, const xmlNode *node);
void rich_details(struct rich *rich, const xmlNode *node);
void rich_list(struct rich *rich, const xmlNode *node, bool ordered);
void rich_item(struct rich *rich, const xmlNode *node);
void rich_term(struct rich *rich, const xmlNode *node);
void rich_question(struct rich *rich, const xmlNode *node);
void rich_preformatted(struct rich *rich, const xmlNode *node);

/* source_level is the source's own: the options say what becomes of it. */
void rich_element_heading(struct rich *rich, const xmlNode *node,
                          unsigned source_level);

/* alert is "WARNING" or the like; NULL: a plain quote. */
void rich_quote(struct rich *rich, const xmlNode *node, const char *alert);

#endif
