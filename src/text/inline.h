/* Adds inline nodes to a flow. */
#ifndef MEDFAQ_TEXT_INLINE_H
#define MEDFAQ_TEXT_INLINE_H

#include "text/page.h"

/* Adds the inline children of a node to the page's flow. */
void inline_add(struct page *page, const struct node *parent,
                struct flow_style style);

/* Adds "[2]" for a reference, glued to what precedes it. shows is the range of
 * article->text that it replaces. */
void inline_add_citation(struct page *page, struct text_range shows,
                         int32_t reference);

/* Tells whether a link gets a number when numbers are shown. A link whose text
 * is its address does not, nor does an image, whose address is always shown. */
bool inline_link_is_numbered(const struct article *article,
                             const struct link *link);

#endif
