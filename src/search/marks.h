/* Finds the words of a search in a whole article, to highlight them. */
#ifndef MEDFAQ_SEARCH_MARKS_H
#define MEDFAQ_SEARCH_MARKS_H

#include <stddef.h>
#include <stdint.h>

#include "article/article.h"
#include "search/search.h"

struct search_mark {
    uint32_t text_start, text_end; /* byte offsets in the article's text */
    size_t word;                   /* index in the words of the results */
};

/* Finds the words worth highlighting, in the order of the text: rare ones, and
 * none from the article's names, which occur throughout. Returns an array of *n
 * marks for the caller to free, or NULL if there is none. */
struct search_mark *search_marks(const struct article *article,
                                 const struct search_results *results,
                                 size_t *n);

#endif
