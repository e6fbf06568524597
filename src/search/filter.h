/* Filters that can be typed, by name. */
#ifndef MEDFAQ_SEARCH_FILTER_H
#define MEDFAQ_SEARCH_FILTER_H

#include <stdbool.h>

#include "search/query.h"

bool filter_exists(const char *name);

/* Sets what a filter says; value is folded. False if it is no value of that
 * filter, or there is no such filter. */
bool filter_set(struct query *query, const char *name, const char *value);

#endif
