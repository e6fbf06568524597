/* Amounts in other units. */
#ifndef MEDFAQ_SEARCH_AMOUNTS_H
#define MEDFAQ_SEARCH_AMOUNTS_H

#include "search/lookups.h"

/* Adds a note for each amount of the query that some section writes in another
 * unit. It is looked up in that only where the options say so: no dose is
 * changed in silence. */
void amounts_add(struct lookups *lookups);

#endif
