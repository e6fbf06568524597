/* Where in a text the words stand that were searched, and which stretch of it
 * says most of them. */
#ifndef MEDFAQ_SEARCH_WINDOW_H
#define MEDFAQ_SEARCH_WINDOW_H

#include "article/article.h"
#include "base/buf.h"
#include "search/search.h"
#include "index/section_text.h"

/* A word or phrase that was searched for. */
struct hit {
    size_t start, end; /* in the text */
    size_t word;       /* in the results */
};

struct hits {
    struct hit *items; /* as they stand in the text */
    size_t n, capacity;
    double *worths;  /* of the words of the results; what the article is called
                        stands everywhere in it, and says little */
    bool *are_names; /* of the same: is the article called so? */
};

void hits_init(struct hits *hits, const struct buf *text,
               const struct article *article,
               const struct search_results *results);
void hits_finish(struct hits *hits);

struct window {
    size_t start;
    size_t hit;    /* start of the first hit in it */
    bool is_start; /* a sentence or an item begins at start */
};

/* The stretch of n_bytes with the words that are worth most. */
struct window window_choose(const struct section_line *line,
                            const struct hits *hits, size_t n_bytes);

#endif
