/* Words that nothing has: what they may have meant. */
#ifndef MEDFAQ_SEARCH_SPELLING_H
#define MEDFAQ_SEARCH_SPELLING_H

#include "search/seek.h"

/* Looks for the nearest words in place of one that nothing has (instead), or
 * as well as one that next to nothing has; tells so. */
void spelling_add(struct seek *seek, size_t want, bool instead);

#endif
