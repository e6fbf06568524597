/* What makes a section come first. */
#ifndef MEDFAQ_SEARCH_SCORE_H
#define MEDFAQ_SEARCH_SCORE_H

#include "search/names.h"
#include "search/seek.h"

struct evidence {
    struct seek *seek;
    double best_text;    /* of all candidates */
    double text_of_name; /* the most of the sections of the article */
    const struct name_match *match;
    const struct candidate *candidate;
    bool is_whole; /* the only section of its article */
};

/* Fills parts and score of a result that has its type, language and kind. */
void score_result(const struct evidence *evidence,
                  struct search_result *result);

#endif
