/* Words of the topic that no section has, or no section has together: what is
 * shown without them may be about something else. */
#ifndef MEDFAQ_SEARCH_UNMATCHED_H
#define MEDFAQ_SEARCH_UNMATCHED_H

#include "search/candidates.h"
#include "search/lookups.h"

/* After all look-ups: fills lookups->matched and lookups->unmatched. */
void unmatched_find(struct lookups *lookups);

/* After ranking: adds the notes for n results. */
void unmatched_tell(const struct candidates *candidates, size_t n_results,
                    struct notes *notes);

#endif
