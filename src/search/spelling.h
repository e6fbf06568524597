/* Words that nothing has: what they may have meant. */
#ifndef MEDFAQ_SEARCH_SPELLING_H
#define MEDFAQ_SEARCH_SPELLING_H

#include "search/lookups.h"

/* Looks for the nearest words in place of one that nothing has (instead), or
 * as well as one that next to nothing has; tells so. */
void spelling_add(struct lookups *lookups, size_t term, bool instead);

#endif
