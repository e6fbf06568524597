/* Adjacent terms that are one thing, and other names for them. */
#ifndef MEDFAQ_SEARCH_LOOKUP_PHRASES_H
#define MEDFAQ_SEARCH_LOOKUP_PHRASES_H

#include "search/lookups.h"

/* Adds a look-up for each known phrase; its words alone weigh less. */
void lookup_phrases_add(struct lookups *lookups);

/* Adds look-ups for the other names of what the query names, with a note. */
void lookup_phrases_add_synonyms(struct lookups *lookups);

#endif
