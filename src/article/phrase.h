/* Phrases that a heading is compared with: a small pattern language over
 * words.
 *
 * A list of patterns is separated by ";", the words of a pattern by spaces:
 *   a|b     either word        risk*   any word that begins so
 *   ?word   may be absent      ..      any words, up to eight
 *   ^ $     start, end of the heading
 *   X       the article's title, or a word that stands for it ("it")
 * A word of Han characters is compared character by character. */
#ifndef MEDFAQ_ARTICLE_PHRASE_H
#define MEDFAQ_ARTICLE_PHRASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "article/words.h"

struct phrase_match {
    size_t list;       /* in the set */
    size_t start, end; /* in words; end is past it */
};

/* The patterns of some lists, by how a word begins that they need. */
struct phrase_set {
    struct phrase *phrases;
    size_t n, capacity;
    struct phrase_need *needs;
    size_t n_needs, needs_capacity;
    uint16_t *first_need; /* by the key of how it begins; 0: none */
    size_t n_lists;
    bool *marked; /* phrases that the search looks at */
};

/* A zeroed set is empty. Lists are numbered as they come, and borrowed. */
void phrase_set_add(struct phrase_set *set, const char *patterns);
void phrase_set_finish(struct phrase_set *set);

/* Begins a search; phrase_set_next then gives the patterns that match, in
 * order, each where it matches first. False after the last. */
void phrase_set_search(struct phrase_set *set, const struct words *words,
                       size_t *next);
bool phrase_set_next(const struct phrase_set *set, const struct words *words,
                     size_t *next, struct phrase_match *match);

/* The match that begins first, the longest of those. False if none is there.
 */
bool phrase_set_first(struct phrase_set *set, const struct words *words,
                      struct phrase_match *match);

#endif
