/* Adds look-ups for phrases and synonyms. */
#ifndef MEDFAQ_SEARCH_LOOKUP_PHRASES_H
#define MEDFAQ_SEARCH_LOOKUP_PHRASES_H

#include "search/lookups.h"

/* Adds a look-up for each known phrase in the query. Its single words then
 * weigh less. */
void lookup_phrases_add(struct lookups *lookups);

/* Adds look-ups for the synonyms of what the query names, with a note. */
void lookup_phrases_add_synonyms(struct lookups *lookups);

#endif
