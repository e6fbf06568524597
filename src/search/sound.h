/* Words that are written otherwise and sound alike. */
#ifndef MEDFAQ_SEARCH_SOUND_H
#define MEDFAQ_SEARCH_SOUND_H

#include <stdbool.h>

/* Whether folded words have the same consonants in the same order, as English
 * speaks them ("hemroids", "hemorrhoids"), or are made of the same letters
 * ("athsma"). */
bool sound_alike(const char *a, const char *b);

#endif
