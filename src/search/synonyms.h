/* Lay words and clinical words for the same thing. */
#ifndef MEDFAQ_SEARCH_SYNONYMS_H
#define MEDFAQ_SEARCH_SYNONYMS_H

#include <stdbool.h>
#include <stddef.h>

#include "search/query.h"

#define SYNONYM_NAMES_BYTES 96

/* Names with "|" between. The rows hold their text: pointers to it would have
 * to be relocated whenever the program starts. */
struct synonym_group {
    char names[SYNONYM_NAMES_BYTES];
    char brands[48]; /* names of goods and what is only said: not looked for */
    bool are_apart;  /* brands may mean any of the names, which are not the same
                      */
};

/* Names of medicines, of one substance each; a group without names ends
 * them. */
extern const struct synonym_group synonyms_medicines[];
/* Official names of medicines of other times and countries. */
extern const struct synonym_group synonyms_official[];
/* Lay and clinical words. */
extern const struct synonym_group synonyms_lay[];
/* Conditions, tests and treatments by their abbreviations. */
extern const struct synonym_group synonyms_abbreviations[];

/* Does a name of a group begin at a term? */
bool synonyms_know(const struct query *query, size_t term);

/* The medicine whose name begins at a term, and how many terms that is; NULL
 * if there is none. */
const struct synonym_group *synonyms_medicine(const struct query *query,
                                              size_t term, size_t *n);

/* The group of the first name that stands in the query from term at on, the
 * longest of those: *start and *n say where. NULL if there is none. */
const struct synonym_group *synonyms_find(const struct query *query, size_t at,
                                          size_t *start, size_t *n);

/* Are these the stems of n terms from start on? */
bool synonyms_is_said(const struct query *query, size_t start, size_t n,
                      const char *stems);

#endif
