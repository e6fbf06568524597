/* Words that are right: English ones, as compiled in, and the names of
 * medicines. */
#ifndef MEDFAQ_SEARCH_DICTIONARY_H
#define MEDFAQ_SEARCH_DICTIONARY_H

#include <stdbool.h>

/* Whether medfaq was built with a word list. */
bool dictionary_is_there(void);

/* Whether the list has a folded word, or its singular; so it has one in five
 * hundred words that are none. False where there is no list. */
bool dictionary_has(const char *word);

/* The INN stem, by which WHO marks the medicines of a class, that a word ends
 * in; NULL if it is not made like the name of a medicine. */
const char *dictionary_inn_stem(const char *word);

/* Whether a word ends as names of substances do: "betaine". */
bool dictionary_is_chemical(const char *word);

#endif
