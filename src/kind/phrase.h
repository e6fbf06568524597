/* Phrases that headings are compared with: a small pattern language over
 * words, and the tables of phrases that src/kind/phrases.*.txt become when
 * medfaq is built.
 *
 * In a table the phrases of a rule are separated by ";". In a phrase, words
 * are separated by spaces:
 *   a|b     either word        risk*   any word that begins so
 *   ?word   may be absent      ..      any words, up to eight
 *   ^ $     start, end of the heading
 *   X       the article's title, or a word that stands for it ("it")
 * A word of Han characters is compared character by character. */
#ifndef MEDFAQ_KIND_PHRASE_H
#define MEDFAQ_KIND_PHRASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/lang.h"
#include "kind/heading_words.h"
#include "kind/kind.h"

struct phrase_rule {
    enum kind kind;
    const char *phrases; /* NULL ends a list of rules */
    const char *types;   /* of articles, separated by " "; NULL: all */
};

/* Where a phrase is: in which rule of a list, and at which byte of its
 * phrases. */
struct phrase {
    uint16_t rule, at;
};

#define PHRASE_KEYS 1024
#define PHRASE_ANY_START 0 /* of a phrase that needs no certain word */

/* The start of a word that a phrase needs; those with one key form a chain. */
struct phrase_need {
    uint32_t start;
    uint16_t phrase;
    uint16_t next; /* one more than an index of needs; 0 at the end */
};

/* The rules of a list, and an index of their phrases by the start of a word
 * that each needs. */
struct phrase_list {
    const struct phrase_rule *rules;
    const struct phrase *phrases;
    size_t n_phrases;
    const struct phrase_need *needs;
    const uint16_t *first_need; /* PHRASE_KEYS, by phrase_key; 0: none */
};

/* What an article of a type calls its topic: "this medicine". */
struct phrase_nouns {
    const char *type; /* NULL ends a list */
    const char *nouns;
};

enum phrase_list_name {
    PHRASES_ASKED,    /* turns of phrase: the first rule wins */
    PHRASES_NAMED,    /* topics: what comes first in the heading wins */
    PHRASES_FALLBACK, /* when nothing else matches */
    PHRASES_NEXT,     /* where a second question begins; of no kind */
    PHRASES_COUNT
};

struct phrase_table {
    const char *dropped;     /* words that say nothing: articles, possessives */
    const char *determiners; /* before one of the nouns */
    const struct phrase_nouns *nouns;
    bool head_last; /* "treatment risks" are risks */
    struct phrase_list lists[PHRASES_COUNT];
};

/* Written by phrase_compiler.c. */
extern const struct phrase_table phrase_tables[LANG_COUNT];

static inline unsigned phrase_key(uint32_t start)
{
    return (start * UINT32_C(2654435761) >> 16) % PHRASE_KEYS;
}

struct phrase_match {
    size_t rule;       /* in the list */
    size_t start, end; /* in words; end is past it */
};

/* A list being searched; the list is borrowed. */
struct phrase_search {
    const struct phrase_list *list;
    bool *candidates; /* by phrase: the heading has a word that it needs */
    size_t next;
};

void phrase_search_finish(struct phrase_search *search);

/* Begins a search; phrase_search_next then gives the phrases that match, in
 * the order of the list, each where it matches first. False after the last. */
void phrase_search_begin(struct phrase_search *search,
                         const struct heading_words *words);
bool phrase_search_next(struct phrase_search *search,
                        const struct heading_words *words,
                        struct phrase_match *match);

/* The match that begins first, the longest of those. False if nothing
 * matches. */
bool phrase_search_first(struct phrase_search *search,
                         const struct heading_words *words,
                         struct phrase_match *match);

#endif
