/* Compares words by their sound. */
#ifndef MEDFAQ_SEARCH_SOUND_H
#define MEDFAQ_SEARCH_SOUND_H

#include <stdbool.h>

/* Returns whether two folded words have the same consonants in the same order,
 * as pronounced in English ("hemroids", "hemorrhoids"), or consist of the same
 * letters ("athsma"). */
bool sound_alike(const char *a, const char *b);

#endif
