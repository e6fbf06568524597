/* Finds text in an article. The search runs on the logical text, not on wrapped
 * lines, so that a phrase is found across line breaks and emphasis. */
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
    struct error problem; /* with a regular expression; "" if there is none */
};

/* The folded text of an article, shared by all queries in it. */
struct find_text;

struct find_text *find_text_new(const struct article *article);
void find_text_free(struct find_text *text);

/* Finds all matches of query. Accents are ignored, and so is case unless the
 * query has an upper-case letter. Any white space matches any run of white
 * space. Citations match as the numbers that are shown, or are skipped. After
 * "\\v" the query is a regular expression, for which citations are skipped. An
 * empty query matches nothing. Free the result with find_finish. */
void find_run(struct find *find, struct find_text *text, const char *query);
void find_finish(struct find *find);

/* Return the index of the first match at or after text_offset, or of the last
 * one before it; SIZE_MAX if there is none in that direction. */
size_t find_next(const struct find *find, uint32_t text_offset);
size_t find_previous(const struct find *find, uint32_t text_offset);

#endif
