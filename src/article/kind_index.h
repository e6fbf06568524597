/* The indexes of the phrases of kinds, by language; kind_index_main.c writes
 * them as C when medfaq is built. */
#ifndef MEDFAQ_ARTICLE_KIND_INDEX_H
#define MEDFAQ_ARTICLE_KIND_INDEX_H

#include "article/kind_phrases.h"
#include "article/phrase.h"

extern const struct phrase_index kind_indexes[LANG_COUNT][RULES_COUNT];

#endif
