/* Correctly spelled words: a list of English words that is compiled in, and the
 * stems of medicine names. */
#ifndef MEDFAQ_SEARCH_DICTIONARY_H
#define MEDFAQ_SEARCH_DICTIONARY_H

#include <stdbool.h>

/* Returns whether medfaq was built with a word list. */
bool dictionary_is_there(void);

/* Returns whether the list has a folded word or its singular. It also does so
 * for about one in 500 other words (see right_words.h). Returns false if there
 * is no list. */
bool dictionary_has(const char *word);

/* Returns the INN stem that a word ends in, by which WHO marks the medicines of
 * a class, or NULL if the word is not formed like a medicine's name. */
const char *dictionary_inn_stem(const char *word);

/* Returns whether a word ends like the name of a chemical substance:
 * "betaine". */
bool dictionary_is_chemical(const char *word);

#endif
