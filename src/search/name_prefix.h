/* Finds articles by the first one or two letters of a name. */
#ifndef MEDFAQ_SEARCH_NAME_PREFIX_H
#define MEDFAQ_SEARCH_NAME_PREFIX_H

#include "search/lookups.h"

/* Returns whether a folded word is too short to be looked up in texts while it
 * is typed. A Chinese character is not. */
bool name_prefix_is_short(const char *text);

/* Fills lookups->prefixed. Returns false if no name begins with text. */
bool name_prefix_find(struct lookups *lookups, const char *text);

#endif
