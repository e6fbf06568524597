/* How much a query asks for each kind of section. */
#ifndef MEDFAQ_SEARCH_KIND_WEIGHTS_H
#define MEDFAQ_SEARCH_KIND_WEIGHTS_H

#include "kind/kind.h"
#include "search/lookups.h"

/* from here on a kind is taken to be asked for */
#define KIND_WEIGHT_MEANT 0.9

/* How much each kind is asked for, from 0 to 1, in articles of a type: "what
 * causes chills" asks for a different kind in an article on a medicine than in
 * one on an illness. */
struct kind_weights {
    double kinds[KIND_COUNT];
    bool any; /* at least one kind is asked for */
};

void kind_weights_find(struct kind_weights *weights,
                       const struct lookups *lookups, enum article_type type);

#endif
