/* The filters of a query: "kind:risks". */
#ifndef MEDFAQ_SEARCH_FILTER_H
#define MEDFAQ_SEARCH_FILTER_H

#include <stdbool.h>

#include "base/buf.h"
#include "search/query.h"

/* Returns whether there is a filter with this name. "title" is one, although
 * query.c adds its words as terms. */
bool filter_exists(const char *name);

/* Returns what a filter takes, in the language of messages: "a kind". The
 * filter must exist. */
const char *filter_noun(const char *name);
/* Appends the values that begin with a prefix and returns true. If there are
 * none, appends what the filter takes and returns false. */
bool filter_add_values(const char *name, const char *prefix, struct buf *out);

enum filter_fit {
    FILTER_NO,     /* not a value of the filter, or no such filter */
    FILTER_BEGINS, /* incomplete or ambiguous */
    FILTER_FITS,   /* the filter is set */
};

/* Sets a filter of the query to a folded value. A prefix of a kind or type is
 * enough. */
enum filter_fit filter_set(struct query *query, const char *name,
                           const char *value);

#endif
