/* Filters that can be typed, by name. */
#ifndef MEDFAQ_SEARCH_FILTER_H
#define MEDFAQ_SEARCH_FILTER_H

#include <stdbool.h>

#include "base/buf.h"
#include "search/query.h"

/* title: is one, though query.c looks for its words. */
bool filter_exists(const char *name);

/* What a filter that exists takes, in the language of messages: "a kind". */
const char *filter_noun(const char *name);
/* The values of it that begin so; false if none does: all that it takes. */
bool filter_add_values(const char *name, const char *beginning,
                       struct buf *out);

enum filter_fit {
    FILTER_NO,     /* no value of that filter, or there is no such filter */
    FILTER_BEGINS, /* it is not known yet of which value */
    FILTER_FITS,   /* set */
};

/* Sets what a filter says; value is folded. Of a kind or type the beginning is
 * enough. */
enum filter_fit filter_set(struct query *query, const char *name,
                           const char *value);

#endif
