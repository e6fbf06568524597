/* Shows <details> of HTML: the summary as a label, the content as text. */
#ifndef MEDFAQ_TEXT_DETAILS_H
#define MEDFAQ_TEXT_DETAILS_H

#include <stdbool.h>

#include "text/page.h"

/* Adds an HTML block if it begins or ends <details>; otherwise returns
 * false. */
bool details_add(struct page *page, const struct node *block);

#endif
