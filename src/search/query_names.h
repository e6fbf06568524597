/* The names of articles that stand in a query. */
#ifndef MEDFAQ_SEARCH_QUERY_NAMES_H
#define MEDFAQ_SEARCH_QUERY_NAMES_H

#include "data/db.h"
#include "search/query.h"

#define QUERY_NAME_TERMS_MAX 10 /* of one name */

/* Finds query->names, side by side, of several at one place the longest. "Iron
 * overdose" is a name, and its words ask for nothing. */
void query_names_find(struct query *query, struct db *db);

/* Whether n terms from start on may be a name: words that are not excluded,
 * one of which says something, and no part of a fixed name. */
bool query_names_may_be(const struct query *query, size_t start, size_t n);

/* The number of a name in the index's table of names. */
int64_t query_names_hash(const struct query *query,
                         const struct query_name *name);

#endif
