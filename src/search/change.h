/* Adding to what the reader is told of a search. */
#ifndef MEDFAQ_SEARCH_CHANGE_H
#define MEDFAQ_SEARCH_CHANGE_H

#include "base/buf.h"
#include "search/search.h"

/* Strings are copied; until the next one is added, the caller may fill it
 * in. */
struct search_change *change_add(struct search_results *results,
                                 enum search_change_type type,
                                 const char *typed, const char *searched);

/* Adds one to several words of a change. */
void change_add_word(struct buf *words, const char *word);

#endif
