/* Tables of synonyms: lay and clinical words, and names of medicines. */
#ifndef MEDFAQ_SEARCH_SYNONYMS_H
#define MEDFAQ_SEARCH_SYNONYMS_H

#include <stdbool.h>
#include <stddef.h>

#include "search/query.h"

#define SYNONYM_NAMES_BYTES 96

/* Names of one thing, separated by "|". The rows contain their text, as
 * pointers would have to be relocated whenever the program starts. */
struct synonym_group {
    char names[SYNONYM_NAMES_BYTES];
    /* Brand names and colloquial words: they are recognized in a query, but not
     * looked up. */
    char brands[48];
    /* The names are different things, and each of the brands may mean any of
     * them. */
    bool are_apart;
};

/* Names of medicines with one substance. This table and the next ones end with
 * a group without names. */
extern const struct synonym_group synonyms_medicines[];
/* Official names of medicines in other countries and times. */
extern const struct synonym_group synonyms_official[];
/* Lay and clinical words. */
extern const struct synonym_group synonyms_lay[];
/* Conditions, tests and treatments by their abbreviations. */
extern const struct synonym_group synonyms_abbreviations[];

/* Returns whether a name in any table begins at a term. */
bool synonyms_has(const struct query *query, size_t term);

/* Returns the medicine whose name begins at a term and sets *n to the number of
 * terms of the name, or returns NULL. */
const struct synonym_group *synonyms_medicine(const struct query *query,
                                              size_t term, size_t *n);

/* Finds the first name in the query from term at on, the longest if there are
 * several. Sets *start and *n to its place and number of terms. Returns its
 * group, or NULL. */
const struct synonym_group *synonyms_find(const struct query *query, size_t at,
                                          size_t *start, size_t *n);

/* Returns whether n terms from start on have exactly these stems. */
bool synonyms_is_typed(const struct query *query, size_t start, size_t n,
                       const char *stems);

#endif
