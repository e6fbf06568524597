/* How a question is put: words that carry nothing of its topic, and words
 * that ask for a kind of section. */
#ifndef MEDFAQ_SEARCH_ASKING_H
#define MEDFAQ_SEARCH_ASKING_H

#include "search/query.h"

/* Marks the wants that are common or ask for a kind, and finds
 * query->asked. */
void asking_find(struct query *query);

/* Finds query->asked anew: the first kind that a question asks for, else that
 * any sentence does. What stands in a name asks for nothing. */
void asking_settle(struct query *query);

/* Is a stem among the words that questions are made of? */
bool asking_is_common(const char *stem);

#endif
