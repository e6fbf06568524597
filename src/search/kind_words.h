/* Words that ask for a kind of section anywhere in a query. */
#ifndef MEDFAQ_SEARCH_KIND_WORDS_H
#define MEDFAQ_SEARCH_KIND_WORDS_H

#include "data/db.h"
#include "search/query.h"

/* A row of the table. If several rows match at one place in the query, the
 * longest counts, and the first of equally long ones. Words that also name
 * illnesses (pain, cold) are not in the table; those that also name treatments
 * (surgery) are topic words, too. */
struct kind_word {
    char words[24]; /* not a pointer: see synonyms.h */
    enum kind kind, also;
    bool is_topic; /* also looked up as a topic word */
    bool is_vague; /* any other kind asked for takes precedence */
    /* an abbreviation: only matches at either end of a short query */
    bool is_short;
};

/* The table, which ends with a row without words. */
extern const struct kind_word kind_words[];

/* Sets the fields of the terms that ask for a kind from a term on, if they
 * do. */
void kind_words_read(struct query *query, size_t term);

/* Returns the kind that a phrase asks for, given its stems, or KIND_NONE. */
enum kind kind_words_of_phrase(const char *stems);

/* Returns the kind that the whole query asks for by such words or by a prefix
 * of a kind's name. Returns KIND_NONE if it has other words. */
enum kind kind_words_whole(const struct query *query);

/* Reads the prefix of a kind's name at either end of a short query. If a query
 * consists of words for a kind only, the kind becomes a filter, unless a word
 * of an article's name begins with them. Call it after query_names_find(). */
void kind_words_complete(struct query *query, struct db *db);

#endif
