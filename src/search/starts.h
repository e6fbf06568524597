/* Articles by the first letter or two of a name. */
#ifndef MEDFAQ_SEARCH_STARTS_H
#define MEDFAQ_SEARCH_STARTS_H

#include "search/seek.h"

/* Is a folded word too short to be looked for in texts as it is typed? Not
 * one of Chinese characters. */
bool starts_is_short(const char *text);

/* Fills seek->starts; false if no name begins so. */
bool starts_find(struct seek *seek, const char *text);

#endif
