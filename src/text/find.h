/* Finding in an article: on its logical text, not on wrapped lines, so that a
 * phrase is found across lines, soft breaks and emphasis. */
#ifndef MEDFAQ_TEXT_FIND_H
#define MEDFAQ_TEXT_FIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "article/article.h"
#include "base/error.h"

struct find_match {
    uint32_t text_start, text_end; /* in article->text */
};

/* The matches of one query in one article, in order, not overlapping. */
struct find {
    struct find_match *matches;
    size_t n;
    struct error problem; /* of a regular expression; "" when there is none */
};

/* The folded text of an article, made once for all queries of the same
 * article. */
struct find_text;

struct find_text *find_text_new(const struct article *article);
void find_text_free(struct find_text *text);

/* Finds all of query: without accents; without case unless the query has an
 * upper-case letter; any white space matches any run of white space; citations
 * are the numbers they show as, or are read over. Behind "\\v" stands a regular
 * expression, which reads over citations. An empty query finds nothing.
 * Fill in with find_run, empty with find_finish. */
void find_run(struct find *find, struct find_text *text, const char *query);
void find_finish(struct find *find);

/* Index of the first match at or after text_offset, or of the last one
 * before; SIZE_MAX when there is none that way. */
size_t find_next(const struct find *find, uint32_t text_offset);
size_t find_previous(const struct find *find, uint32_t text_offset);

#endif
