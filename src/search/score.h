/* The score of a section. */
#ifndef MEDFAQ_SEARCH_SCORE_H
#define MEDFAQ_SEARCH_SCORE_H

#include "search/candidates.h"
#include "search/kind_weights.h"
#include "search/title_match.h"

struct evidence {
    const struct lookups *lookups;
    const struct candidate *candidate;
    const struct title_match *match;
    const struct kind_weights *weights; /* for the article's type */
    double best_text;                   /* highest of all candidates */
    double text_of_names; /* highest of the article's candidates */
    bool is_whole;        /* the article has no other section */
};

/* Fills terms, is_asked, parts and score of a result whose type, kind and
 * is_foreign are set. */
void score_result(const struct evidence *evidence,
                  struct search_result *result);

#endif
