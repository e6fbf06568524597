/* Names of which no part may be left out: "hepatitis C" is not hepatitis, and
 * "folic acid" is no acid. */
#ifndef MEDFAQ_SEARCH_FIXED_NAMES_H
#define MEDFAQ_SEARCH_FIXED_NAMES_H

#include "search/lookups.h"
#include "search/query.h"

/* Finds the names that end in a letter or number: fills n_fixed and in_fixed
 * of their terms. After the words of questions were found. */
void fixed_names_find(struct query *query);

/* Adds the look-ups for a name that begins at a term, as a whole and with its
 * number in Roman and Arabic figures; none if nothing has it. */
void fixed_names_add(struct lookups *lookups, size_t term);

/* After all other look-ups: a half that many names share ("acid") is looked up
 * with its other half alone, and not at all where that was not found. */
void fixed_names_drop_halves(struct lookups *lookups);

#endif
