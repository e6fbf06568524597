/* The few words of a section that show why it was found. */
#ifndef MEDFAQ_SEARCH_SNIPPET_H
#define MEDFAQ_SEARCH_SNIPPET_H

#include "article/article.h"
#include "base/buf.h"
#include "base/charset.h"
#include "search/search.h"

#define SNIPPET_MARKS_MAX 16

struct snippet {
    struct buf text; /* one line; not safe yet */
    struct {
        size_t start, end; /* in text */
    } marks[SNIPPET_MARKS_MAX];
    size_t n_marks;
};

struct snippet_options {
    size_t n_bytes;                /* at most about so many */
    const struct charset *charset; /* NULL: UTF-8 */
};

/* The stretch where the words of the results stand that say most, or the start
 * of the section; empty if the article has it no longer. Items, cells and
 * headings are set off from each other. snippet_finish frees. */
void snippet_init(struct snippet *snippet, const struct article *article,
                  const struct search_result *result,
                  const struct search_results *results,
                  const struct snippet_options *options);
void snippet_finish(struct snippet *snippet);

#endif
