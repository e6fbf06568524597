/* The FTS5 MATCH expression for a query. */
#ifndef MEDFAQ_SEARCH_MATCH_EXPRESSION_H
#define MEDFAQ_SEARCH_MATCH_EXPRESSION_H

#include "data/fts.h"
#include "search/lookups.h"

#define SECTIONS_SCANNED_MAX 20000
#define SECTIONS_SCANNED_QUICK 5000

struct match_expression {
    const struct lookups *lookups;
    struct buf text;
    /* The look-up of each phrase, or -1 for a filter or a repetition. */
    int phrases[FTS_PHRASES_MAX];
    int n_phrases;
    /* the phrase of the tag for the kind asked for; -1: none */
    int kind_phrase;
    /* one of the look-ups that every candidate has one of */
    bool is_source[LOOKUPS_MAX];
    uint64_t looked_up; /* one bit for each term in the expression */
};

/* Builds the expression. Returns false if there is nothing to look up. Free
 * with match_expression_finish() in either case. */
bool match_expression_init(struct match_expression *expression,
                           const struct lookups *lookups);
void match_expression_finish(struct match_expression *expression);

#endif
