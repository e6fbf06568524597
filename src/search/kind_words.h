/* Words that ask for a kind of section, wherever they stand in a query. */
#ifndef MEDFAQ_SEARCH_KIND_WORDS_H
#define MEDFAQ_SEARCH_KIND_WORDS_H

#include "data/db.h"
#include "search/query.h"

/* Of several rows that stand in the query at one place the longest counts, of
 * equal ones the first. Words that also name illnesses (pain, cold) are none;
 * those that name treatments (surgery) are topics as well. */
struct kind_word {
    char words[24]; /* no pointer: see synonyms.h */
    enum kind kind, also;
    bool is_topic; /* is looked up as well */
    bool is_vague; /* what else is asked says more */
    bool is_short; /* an abbreviation: only at either end of a short query */
};

/* The table; a row without words ends it. */
extern const struct kind_word kind_words[];

/* Finds the kind that the words from a term on ask for, if any. */
void kind_words_read(struct query *query, size_t term);

/* The kind that a phrase asks for, by its stems; KIND_NONE if it does not. */
enum kind kind_words_of_phrase(const char *stems);

/* The kind that a query of such words alone asks for, or of the beginning of
 * its name; KIND_NONE if it has other words. */
enum kind kind_words_whole(const struct query *query);

/* After names were found: reads the beginning of a kind's name at either end
 * of a short query. Words for a kind alone become a filter, unless a name of
 * the index begins so. */
void kind_words_complete(struct query *query, struct db *db);

#endif
