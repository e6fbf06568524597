/* How well the names of an article match a query. */
#ifndef MEDFAQ_SEARCH_TITLE_MATCH_H
#define MEDFAQ_SEARCH_TITLE_MATCH_H

#include "search/lookups.h"

struct title_match {
    double any;     /* share of the terms, by weight, that occur in any name */
    double covered; /* share of the terms, by weight, in the best name */
    double covers;  /* share of the best name's words that are terms */
    uint64_t terms; /* one bit for each term in the best name */
    /* 1 if the query contains a whole name, 0.5 if only as part of a longer
     * name, else 0 */
    double exact;
};

/* Matches names, which are the stems of an article's title and synonyms, one
 * name to a line. */
void title_match(const struct lookups *lookups, const char *names,
                 struct title_match *match);

#endif
