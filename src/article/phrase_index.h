/* The index of phrases, made when medfaq is built. */
#ifndef MEDFAQ_ARTICLE_PHRASE_INDEX_H
#define MEDFAQ_ARTICLE_PHRASE_INDEX_H

#include "article/phrase.h"

/* A zeroed one is empty. */
struct phrase_indexer {
    struct phrase *phrases;
    size_t n, capacity;
    struct phrase_need *needs;
    size_t n_needs, needs_capacity;
    uint16_t first_need[PHRASE_KEYS];
    size_t n_lists;
};

/* Lists are numbered as they come. */
void phrase_indexer_add(struct phrase_indexer *indexer, const char *patterns);
void phrase_indexer_finish(struct phrase_indexer *indexer);

#endif
