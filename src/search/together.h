/* What is asked about two things at once. */
#ifndef MEDFAQ_SEARCH_TOGETHER_H
#define MEDFAQ_SEARCH_TOGETHER_H

#include "search/seek.h"

/* Does the query name a medicine, and another thing that one takes or has
 * done? Then how they go together is asked: of "warfarin with ibuprofen", of
 * "warfarin alcohol", of no two illnesses. After names_find_runs. */
bool together_named(const struct seek *seek);

#endif
