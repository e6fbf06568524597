/* Sections that are candidates because of their article's name alone. */
#ifndef MEDFAQ_SEARCH_NAMED_H
#define MEDFAQ_SEARCH_NAMED_H

#include "search/seek.h"

/* Fills seek->named: all sections of the articles that the query names, and
 * the first one of those whose names begin so; none that is a candidate. */
void named_find(struct seek *seek);

#endif
