/* How well the names of an article match a query. */
#ifndef MEDFAQ_SEARCH_TITLE_MATCH_H
#define MEDFAQ_SEARCH_TITLE_MATCH_H

#include "search/lookups.h"

struct title_match {
    double any;     /* share of the terms, by weight, that any name has */
    double covered; /* the same for the best name */
    double covers;  /* share of the best name that the terms have */
    uint64_t terms; /* a bit for each that the best name has */
    double exact;   /* 1: a whole name stands in the query, word for word */
};

/* names: the stems of title and synonyms, a line each. */
void title_match(const struct lookups *lookups, const char *names,
                 struct title_match *match);

#endif
