/* An article in several languages is one article: of its translations one is
 * shown. */
#ifndef MEDFAQ_SEARCH_TRANSLATIONS_H
#define MEDFAQ_SEARCH_TRANSLATIONS_H

#include "search/lookups.h"

/* Leaves out of the results, which need not be in order yet, all translations
 * of an article but the one that has most of the words; of several that have
 * as many, the one in the reader's language, then the English. */
void translations_choose(const struct lookups *lookups,
                         struct search_results *results);

#endif
