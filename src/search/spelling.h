/* Spelling correction. */
#ifndef MEDFAQ_SEARCH_SPELLING_H
#define MEDFAQ_SEARCH_SPELLING_H

#include "search/lookups.h"

/* Adds look-ups for the words most similar to a term, with a note: instead of
 * the term if no section has it, or in addition if hardly any section has
 * it. */
void spelling_add(struct lookups *lookups, size_t term, bool instead);

#endif
