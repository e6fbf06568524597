/* Finds the words of a search in a text, and the excerpt that has most of
 * them. */
#ifndef MEDFAQ_SEARCH_EXCERPT_H
#define MEDFAQ_SEARCH_EXCERPT_H

#include "article/article.h"
#include "base/buf.h"
#include "search/search.h"
#include "index/section_text.h"

/* An occurrence of a word or phrase of the search. */
struct match {
    size_t start, end; /* byte offsets in the text */
    size_t word;       /* index in the words of the results */
};

struct matches {
    struct match *items; /* in the order of the text */
    size_t n, capacity;
    /* The weight of each word of the results. It is low for words of the
     * article's names, which occur throughout the article. */
    double *weights;
    bool *are_names; /* for each word: whether it is in a name of the article */
};

void matches_init(struct matches *hits, const struct buf *text,
                  const struct article *article,
                  const struct search_results *results);
void matches_finish(struct matches *hits);

struct excerpt {
    size_t start;
    size_t hit;    /* start of the first match in it */
    bool is_start; /* start is where a sentence or an item begins */
};

/* Chooses the excerpt of n_bytes whose words weigh most; the start of the text
 * where nothing matches but words of the article's names. */
struct excerpt excerpt_choose(const struct section_line *line,
                              const struct matches *hits, size_t n_bytes);

#endif
