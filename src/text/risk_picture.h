/* Pictures of a risk block's figures: an icon for each of 100 or 1,000 people,
 * a ruler of orders of magnitude for more. */
#ifndef MEDFAQ_TEXT_RISK_PICTURE_H
#define MEDFAQ_TEXT_RISK_PICTURE_H

#include "article/risk.h"
#include "text/page.h"

/* Adds the picture of all rows, in one scale. False, and nothing added, where
 * there is no room for it. */
bool risk_picture_add(struct page *page, const struct risk *risk);

#endif
