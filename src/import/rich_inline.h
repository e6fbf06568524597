/* Elements of rich text within a line. [libxml2] */
#ifndef MEDFAQ_IMPORT_RICH_INLINE_H
#define MEDFAQ_IMPORT_RICH_INLINE_H

#include "import/rich.h"

/* Writes what is in an element in a style; what is strong already stays so. */
void rich_styled(struct rich *rich, const xmlNode *node, enum style style);

void rich_link(struct rich *rich, const xmlNode *node);

/* Within a link or a heading, its alternative text. */
void rich_image(struct rich *rich, const xmlNode *node);

/* A superscript, or a subscript where below. */
void rich_raised(struct rich *rich, const xmlNode *node, bool below);

#endif
