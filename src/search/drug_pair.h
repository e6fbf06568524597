/* Questions about a medicine and what is taken with it. */
#ifndef MEDFAQ_SEARCH_DRUG_PAIR_H
#define MEDFAQ_SEARCH_DRUG_PAIR_H

#include "data/db.h"
#include "search/query.h"

/* Whether a query, whose names were found, names a medicine and another thing
 * that one takes or has done: "warfarin with ibuprofen", "warfarin alcohol",
 * not two illnesses. */
bool drug_pair_is_asked(const struct query *query, struct db *db);

/* Finds query->things: different things that it names, each once. */
void drug_pair_find_things(struct query *query, struct db *db);

#endif
