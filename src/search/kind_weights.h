/* Which kinds of sections answer what was asked. */
#ifndef MEDFAQ_SEARCH_KIND_WEIGHTS_H
#define MEDFAQ_SEARCH_KIND_WEIGHTS_H

#include "kind/kind.h"
#include "search/lookups.h"

#define KIND_WEIGHT_MEANT 0.9 /* from here on a kind is what was meant */

/* How much each kind is asked for, 0 to 1, in articles of a type: what causes
 * chills is another question to a medicine than to an illness. */
struct kind_weights {
    double kinds[KIND_COUNT];
    bool any; /* some kind is asked for */
};

void kind_weights_find(struct kind_weights *weights,
                       const struct lookups *lookups, enum article_type type);

#endif
