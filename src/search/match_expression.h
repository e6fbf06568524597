/* The MATCH expression of FTS5 for the look-ups of a query. */
#ifndef MEDFAQ_SEARCH_MATCH_EXPRESSION_H
#define MEDFAQ_SEARCH_MATCH_EXPRESSION_H

#include "data/fts.h"
#include "search/lookups.h"

#define SECTIONS_LOOKED_AT 20000
#define SECTIONS_WHEN_QUICK 5000

struct match_expression {
    const struct lookups *lookups;
    struct buf text;
    /* The look-up of each phrase; -1: a filter or a repetition. */
    int phrases[FTS_PHRASES_MAX];
    int n_phrases;
    int kind_phrase; /* the tag of the kind that was asked for; -1: none */
    bool is_source[LOOKUPS_MAX]; /* candidates come from this look-up */
    uint64_t looked_up; /* a bit for each term that is in the expression */
};

/* False if there is nothing to look up. match_expression_finish frees. */
bool match_expression_init(struct match_expression *expression,
                           const struct lookups *lookups);
void match_expression_finish(struct match_expression *expression);

#endif
