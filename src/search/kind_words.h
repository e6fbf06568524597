/* Words that ask for a kind of section, wherever they stand in a query. */
#ifndef MEDFAQ_SEARCH_KIND_WORDS_H
#define MEDFAQ_SEARCH_KIND_WORDS_H

#include "data/db.h"
#include "search/query.h"

/* Finds the kind that the words from a term on ask for, if any. */
void kind_words_read(struct query *query, size_t term);

/* The kind that a phrase asks for, by its stems; KIND_NONE if it does not. */
enum kind kind_words_of_phrase(const char *stems);

/* After names were found: reads the beginning of a kind's name at either end
 * of a short query. Words for a kind alone become a filter, unless a name of
 * the index begins so. */
void kind_words_complete(struct query *query, struct db *db);

#endif
