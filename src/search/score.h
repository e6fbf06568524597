/* What makes a section come first. */
#ifndef MEDFAQ_SEARCH_SCORE_H
#define MEDFAQ_SEARCH_SCORE_H

#include "search/candidates.h"
#include "search/kind_weights.h"
#include "search/title_match.h"

struct evidence {
    const struct lookups *lookups;
    const struct candidate *candidate;
    const struct title_match *match;
    const struct kind_weights *weights; /* for the type of the article */
    double best_text;                   /* of all candidates */
    double text_of_names; /* the most of the sections of the article */
    bool is_whole;        /* the only section of its article */
};

/* Fills parts and score of a result that has its type, language and kind. */
void score_result(const struct evidence *evidence,
                  struct search_result *result);

#endif
