/* Paragraphs of rich text, and what only looks like one. [libxml2] */
#ifndef MEDFAQ_IMPORT_RICH_PARAGRAPH_H
#define MEDFAQ_IMPORT_RICH_PARAGRAPH_H

#include "import/rich.h"

/* Writes the text that has been gathered, if any, and empties it. node is the
 * element that it was, or NULL: a bold one that text comes after is a heading.
 * In a heading or a cell nothing happens. */
void rich_flush(struct rich *rich, const xmlNode *node);

/* Writes what has been gathered as a heading of a level of the article; anchor
 * may be NULL. */
void rich_end_heading(struct rich *rich, unsigned level, const char *anchor);

/* What comes next is a block: puts it below its heading again, where an element
 * that had headings of its own has ended. */
void rich_resume(struct rich *rich);

/* Would a heading of this text have a kind? */
bool rich_has_kind(const struct rich *rich, const char *text);

#endif
