/* Which kinds of sections answer what was asked. */
#ifndef MEDFAQ_SEARCH_WANTED_H
#define MEDFAQ_SEARCH_WANTED_H

#include "search/seek.h"

#define WANTED_MEANT 0.9 /* from here on a kind is what was meant */

/* What is asked of articles of a type: what causes chills is another question
 * to a medicine than to an illness. The seek owns it. */
const struct wanted *wanted_of(struct seek *seek, enum article_type type);

#endif
