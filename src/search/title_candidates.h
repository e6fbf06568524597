/* Sections that are candidates because of their article's name alone. */
#ifndef MEDFAQ_SEARCH_TITLE_CANDIDATES_H
#define MEDFAQ_SEARCH_TITLE_CANDIDATES_H

#include "search/candidates.h"

/* Fills candidates->by_title: all sections of the articles that the query
 * names, and the first one of those whose names begin so; none that is a
 * candidate already. */
void title_candidates_find(struct candidates *candidates);

#endif
