/* Words of the topic that no article has, or no section has together: what is
 * shown without them may be about something else. */
#ifndef MEDFAQ_SEARCH_ABSENT_H
#define MEDFAQ_SEARCH_ABSENT_H

#include "search/seek.h"

/* After choosing what is looked up: which words nothing has. */
void absent_find(struct seek *seek);

/* After ranking: tells so, and whether the others stand together. */
void absent_tell(struct seek *seek);

#endif
