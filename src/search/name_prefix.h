/* Articles by the first letter or two of a name. */
#ifndef MEDFAQ_SEARCH_NAME_PREFIX_H
#define MEDFAQ_SEARCH_NAME_PREFIX_H

#include "search/lookups.h"

/* Whether a folded word is too short to be looked up in texts as it is typed.
 * A Chinese character is not. */
bool name_prefix_is_short(const char *text);

/* Fills lookups->prefixed; false if no name begins so. */
bool name_prefix_find(struct lookups *lookups, const char *text);

#endif
