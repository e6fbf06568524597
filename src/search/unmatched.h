/* Finds topic words that no section has, or that no section has together, so
 * that the reader can be told that the results may be about something else. */
#ifndef MEDFAQ_SEARCH_UNMATCHED_H
#define MEDFAQ_SEARCH_UNMATCHED_H

#include "search/candidates.h"
#include "search/lookups.h"

/* Fills lookups->matched and lookups->unmatched. Call it after all look-ups
 * have been added. */
void unmatched_find(struct lookups *lookups);

/* Adds the notes. Call it after ranking, with the number of results. */
void unmatched_add_notes(const struct candidates *candidates, size_t n_results,
                         struct notes *notes);

#endif
