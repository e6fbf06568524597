/* Where in a whole article the words of a search stand. */
#ifndef MEDFAQ_SEARCH_MARKS_H
#define MEDFAQ_SEARCH_MARKS_H

#include <stddef.h>
#include <stdint.h>

#include "article/article.h"
#include "search/search.h"

struct search_mark {
    uint32_t text_start, text_end; /* in the article's text */
    size_t word;                   /* in the results */
};

/* The words that say something of the article, in the order of its text: rare
 * ones, and none that it is called by, which stand everywhere in it. NULL for
 * none; the caller frees. */
struct search_mark *search_marks(const struct article *article,
                                 const struct search_results *results,
                                 size_t *n);

#endif
