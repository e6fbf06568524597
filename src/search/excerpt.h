/* Where in a text the words stand that were searched, and which stretch of it
 * says most of them. */
#ifndef MEDFAQ_SEARCH_EXCERPT_H
#define MEDFAQ_SEARCH_EXCERPT_H

#include "article/article.h"
#include "base/buf.h"
#include "search/search.h"
#include "index/section_text.h"

/* A word or phrase that was searched for. */
struct match {
    size_t start, end; /* in the text */
    size_t word;       /* in the results */
};

struct matches {
    struct match *items; /* as they stand in the text */
    size_t n, capacity;
    double *weights; /* of the words of the results; what the article is called
                       stands everywhere in it, and says little */
    bool *are_names; /* of the same: is the article called so? */
};

void matches_init(struct matches *hits, const struct buf *text,
                  const struct article *article,
                  const struct search_results *results);
void matches_finish(struct matches *hits);

struct excerpt {
    size_t start;
    size_t hit;    /* start of the first hit in it */
    bool is_start; /* a sentence or an item begins at start */
};

/* The stretch of n_bytes with the words that are weight most. */
struct excerpt excerpt_choose(const struct section_line *line,
                              const struct matches *hits, size_t n_bytes);

#endif
