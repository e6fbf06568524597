/* Converts amounts to other units. */
#ifndef MEDFAQ_SEARCH_AMOUNTS_H
#define MEDFAQ_SEARCH_AMOUNTS_H

#include "search/lookups.h"

/* Adds a note for each amount in the query that some section gives in another
 * unit. The converted amount is looked up only with the option other_units: a
 * dose is never changed silently. */
void amounts_add(struct lookups *lookups);

#endif
