/* Snippets: the few words of a section that show why it was found. */
#ifndef MEDFAQ_SEARCH_SNIPPET_H
#define MEDFAQ_SEARCH_SNIPPET_H

#include "article/article.h"
#include "base/buf.h"
#include "base/charset.h"
#include "search/search.h"

#define SNIPPET_MARKS_MAX 16

struct snippet {
    struct buf text; /* one line, not yet made safe for the terminal */
    struct {
        size_t start, end; /* byte offsets in text */
    } marks[SNIPPET_MARKS_MAX];
    size_t n_marks;
};

struct snippet_options {
    size_t n_bytes;                /* approximate maximum */
    const struct charset *charset; /* NULL: UTF-8 */
};

/* Makes a snippet of the part of a section that contains the most telling words
 * of the search, or of its start if there are none. Items, cells and headings
 * are set off from each other. Free with snippet_finish(). */
void snippet_init(struct snippet *snippet, const struct article *article,
                  const struct section *section,
                  const struct search_results *results,
                  const struct snippet_options *options);

/* Makes a snippet of the section of a result, of whose file it parses as little
 * as it can. It is empty if the article cannot be read or no longer has the
 * section. Free with snippet_finish(). */
void snippet_open(struct snippet *snippet, const struct search_result *result,
                  const struct search_results *results,
                  const struct snippet_options *options);
void snippet_finish(struct snippet *snippet);

#endif
