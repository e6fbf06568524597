/* Chooses one of the translations of each article. */
#ifndef MEDFAQ_SEARCH_TRANSLATIONS_H
#define MEDFAQ_SEARCH_TRANSLATIONS_H

#include "search/lookups.h"

/* Keeps, of the translations of each article, the one whose sections have the
 * most query terms by weight; if several do, the one in the reader's language,
 * else the English one. The results need not be in order. */
void translations_choose(const struct lookups *lookups,
                         struct search_results *results);

#endif
