/* English words without their endings, after M. F. Porter (1980). */
#ifndef MEDFAQ_INDEX_STEM_H
#define MEDFAQ_INDEX_STEM_H

#include <stddef.h>

/* Shortens a folded word in place; returns its new length. Words of other
 * than a-z stay as they are. */
size_t stem_word(char *word, size_t n_bytes);

#endif
