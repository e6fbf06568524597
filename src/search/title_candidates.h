/* Finds the sections that are candidates because of their article's name
 * alone. */
#ifndef MEDFAQ_SEARCH_TITLE_CANDIDATES_H
#define MEDFAQ_SEARCH_TITLE_CANDIDATES_H

#include "search/candidates.h"

/* Fills candidates->by_title with all sections of the articles that the query
 * names, or, for a prefix of one or two letters, with the first section of each
 * article with a name that begins so. Sections that are candidates already are
 * left out. */
void title_candidates_find(struct candidates *candidates);

#endif
