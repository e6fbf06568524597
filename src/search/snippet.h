/* The few words of a section that show why it was found. */
#ifndef MEDFAQ_SEARCH_SNIPPET_H
#define MEDFAQ_SEARCH_SNIPPET_H

#include "article/article.h"
#include "base/buf.h"
#include "search/search.h"

#define SNIPPET_MARKS_MAX 16

struct snippet {
    struct buf text; /* one line; not safe yet */
    struct {
        size_t start, end; /* in text */
    } marks[SNIPPET_MARKS_MAX];
    size_t n_marks;
};

/* The stretch of at most about n_bytes where most of the words of the results
 * stand, or the start of the section; empty if the article has it no longer.
 * snippet_finish frees. */
void snippet_init(struct snippet *snippet, const struct article *article,
                  const struct search_result *result,
                  const struct search_results *results, size_t n_bytes);
void snippet_finish(struct snippet *snippet);

/* Appends the text of a section behind its heading, without citations. */
void section_add_text(const struct article *article,
                      const struct section *section, struct buf *out);

#endif
