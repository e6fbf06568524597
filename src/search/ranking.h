/* Ranking: from candidates to results. What readers look for first is the
 * article that they name, then the kind of section that they ask for. */
#ifndef MEDFAQ_SEARCH_RANKING_H
#define MEDFAQ_SEARCH_RANKING_H

#include "search/candidates.h"

/* Fills items, n and n_found of results. */
void ranking_run(const struct candidates *candidates,
                 struct search_results *results);

#endif
