/* From candidates to results: what a reader looks for first is the article
 * that is named, then the kind of section that is asked for. */
#ifndef MEDFAQ_SEARCH_RANKING_H
#define MEDFAQ_SEARCH_RANKING_H

#include "search/candidates.h"

/* Fills items, n and n_found of the results. */
void ranking_run(const struct candidates *candidates,
                 struct search_results *results);

#endif
