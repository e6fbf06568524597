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

struct kind_rule; /* whose phrases are a list */

struct phrase_match {
    size_t list;       /* in the set */
    size_t start, end; /* in words; end is past it */
};

/* A pattern: in which list, and where it begins there. */
struct phrase {
    uint16_t list, at;
};

#define PHRASE_KEYS 1024
#define PHRASE_ANY_START 0 /* of a phrase that needs no certain word */

/* How a word begins that a phrase needs, among those with the same key; next
 * is 0 at the end, or one more than an index. */
struct phrase_need {
    uint32_t start;
    uint16_t phrase, next;
};

/* The patterns of some lists, by how a word begins that they need. Making it
 * takes as long as classifying some twenty headings: phrase_index.c does that
 * when medfaq is built. */
struct phrase_index {
    const struct phrase *phrases;
    size_t n;
    const struct phrase_need *needs;
    const uint16_t *first_need; /* PHRASE_KEYS, by phrase_key; 0: none */
};

static inline unsigned phrase_key(uint32_t start)
{
    return (start * UINT32_C(2654435761) >> 16) % PHRASE_KEYS;
}

/* An index with the lists that it was made of; both are borrowed. */
struct phrase_set {
    const struct phrase_index *index;
    const struct kind_rule *lists;
    bool *marked; /* phrases that the search looks at; ours */
};

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
