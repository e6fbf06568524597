/* Lay words and clinical words for the same thing. */
#ifndef MEDFAQ_SEARCH_LAY_H
#define MEDFAQ_SEARCH_LAY_H

#include <stdbool.h>
#include <stddef.h>

#include "search/query.h"

#define LAY_NAMES_MAX 5
#define LAY_SOLD_MAX 3

/* NULL at the end of each list, if there is room. */
struct lay_group {
    const char *names[LAY_NAMES_MAX];
    /* Names of goods and what is only said: not looked for. */
    const char *sold[LAY_SOLD_MAX];
    bool are_apart; /* sold may mean any of the names, which are not the same */
};

/* Names of medicines, of one substance each; a group without names ends
 * them. */
extern const struct lay_group lay_medicines[];

/* Does a name of a group begin at a want? */
bool lay_knows(const struct query *query, size_t want);

/* The medicine whose name begins at a want, and how many wants that is; NULL
 * if there is none. */
const struct lay_group *lay_medicine(const struct query *query, size_t want,
                                     size_t *n);

/* The group of the first name that stands in the query from want at on, the
 * longest of those: *start and *n say where. NULL if there is none. */
const struct lay_group *lay_find(const struct query *query, size_t at,
                                 size_t *start, size_t *n);

/* Are these the stems of n wants from start on? */
bool lay_is_said(const struct query *query, size_t start, size_t n,
                 const char *stems);

#endif
