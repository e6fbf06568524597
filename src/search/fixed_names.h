/* Fixed names: names of which no part may be left out. "Hepatitis C" is not
 * just any hepatitis, and "folic acid" not just any acid. */
#ifndef MEDFAQ_SEARCH_FIXED_NAMES_H
#define MEDFAQ_SEARCH_FIXED_NAMES_H

#include "search/lookups.h"
#include "search/query.h"

/* Finds the names that end in a letter or number, and sets n_fixed and in_fixed
 * of their terms. Call it after question_words_find(). */
void fixed_names_find(struct query *query);

/* Adds look-ups for the fixed name that begins at a term, as a phrase, with its
 * number in Roman and in Arabic numerals. Adds none if no section has it. */
void fixed_names_add(struct lookups *lookups, size_t term);

/* Restricts the look-ups of words that many names share ("acid"): they are
 * looked up only together with the other half of the name, and not at all if
 * that was not found. Call it after all other look-ups have been added. */
void fixed_names_drop_halves(struct lookups *lookups);

#endif
