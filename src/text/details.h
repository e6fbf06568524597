/* <details> of HTML: its summary as a label, its content as text. */
#ifndef MEDFAQ_TEXT_DETAILS_H
#define MEDFAQ_TEXT_DETAILS_H

#include <stdbool.h>

#include "text/page.h"

/* Adds a block of HTML if it begins or ends <details>; otherwise false. */
bool details_add(struct page *page, const struct node *block);

#endif
