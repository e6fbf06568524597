/* Filters that can be typed, by name. */
#ifndef MEDFAQ_SEARCH_FILTER_H
#define MEDFAQ_SEARCH_FILTER_H

#include <stdbool.h>

#include "base/buf.h"
#include "search/query.h"

/* title: is one, though query.c looks for its words. */
bool filter_exists(const char *name);

/* What a filter that exists wants, "kind"; and all that it takes. */
const char *filter_noun(const char *name);
void filter_add_values(const char *name, struct buf *out);

/* Sets what a filter says; value is folded. False if it is no value of that
 * filter, or there is no such filter. */
bool filter_set(struct query *query, const char *name, const char *value);

#endif
