/* Finds the names of articles in a query. */
#ifndef MEDFAQ_SEARCH_QUERY_NAMES_H
#define MEDFAQ_SEARCH_QUERY_NAMES_H

#include "data/db.h"
#include "search/query.h"

#define QUERY_NAME_TERMS_MAX 10 /* the longest name */

/* Finds query->names, from left to right, of several names at one place the
 * longest. The words of a name of several words do not ask for a kind:
 * "overdose" in "iron overdose". */
void query_names_find(struct query *query, struct db *db);

/* Returns whether n terms from start on can be a name: none is excluded, at
 * least one is neither a stop word nor asks for a kind, and they do not cut
 * through a fixed name. */
bool query_names_may_be(const struct query *query, size_t start, size_t n);

/* Returns the hash of a name, its key in the index's table of names. */
int64_t query_names_hash(const struct query *query,
                         const struct query_name *name);

#endif
