/* Recognizes questions about a medicine and something taken with it. */
#ifndef MEDFAQ_SEARCH_DRUG_PAIR_H
#define MEDFAQ_SEARCH_DRUG_PAIR_H

#include "data/db.h"
#include "search/query.h"

/* Returns whether a query names a medicine and something else that people take
 * or have done: "warfarin with ibuprofen", "warfarin alcohol", but not two
 * illnesses. Call it after query_names_find(). */
bool drug_pair_is_asked(const struct query *query, struct db *db);

/* Fills query->entities with the distinct entities that the query names. */
void drug_pair_find_entities(struct query *query, struct db *db);

#endif
