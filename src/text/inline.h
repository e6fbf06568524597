/* What stands within a paragraph, put into a flow. */
#ifndef MEDFAQ_TEXT_INLINE_H
#define MEDFAQ_TEXT_INLINE_H

#include "text/page.h"

/* Adds the inline children of a node to the page's flow. */
void inline_add(struct page *page, const struct node *parent,
                struct flow_style style);

/* Adds "[2]" for a reference, glued to what is before. shows is the range of
 * text that it stands for. */
void inline_add_citation(struct page *page, struct text_range shows,
                         int32_t reference);

/* Does the link get a number where numbers are asked for? Not if its text is
 * its address, or it is an image, whose address is shown anyway. */
bool inline_link_is_numbered(const struct article *article,
                             const struct link *link);

#endif
