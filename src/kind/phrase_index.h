/* Makes the index of a list of phrases when medfaq is built, since it takes as
 * long as classifying some twenty headings. */
#ifndef MEDFAQ_KIND_PHRASE_INDEX_H
#define MEDFAQ_KIND_PHRASE_INDEX_H

#include "kind/phrase.h"

/* Zeroed: empty. The arrays are those of struct phrase_list. */
struct phrase_indexer {
    struct phrase *phrases;
    size_t n, capacity;
    struct phrase_need *needs;
    size_t n_needs, needs_capacity;
    uint16_t first_need[PHRASE_KEYS];
    size_t n_rules;
};

/* Begins the next rule, to which the phrases that follow belong. */
void phrase_indexer_add_rule(struct phrase_indexer *indexer);
/* Adds a phrase; at is its offset in the phrases of its rule. */
void phrase_indexer_add(struct phrase_indexer *indexer, const char *phrase,
                        size_t at);
/* Frees the arrays and leaves the indexer empty. */
void phrase_indexer_finish(struct phrase_indexer *indexer);

#endif
