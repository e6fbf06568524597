/* Words that are right: the system's word list and the names of medicines. */
#ifndef MEDFAQ_SEARCH_DICTIONARY_H
#define MEDFAQ_SEARCH_DICTIONARY_H

#include <stdbool.h>

/* Whether the system has a word list (FHS: /usr/share/dict/words). */
bool dictionary_is_there(void);

/* Whether the list has a folded word. False where there is no list. */
bool dictionary_has(const char *word);

/* The INN stem, by which WHO marks the medicines of a class, that a word ends
 * in; NULL if it is not made like the name of a medicine. */
const char *dictionary_inn_stem(const char *word);

#endif
