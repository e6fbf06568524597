/* Articles held to the rules: messages for their authors. */
#ifndef MEDFAQ_CHECK_CHECK_H
#define MEDFAQ_CHECK_CHECK_H

#include "article/article.h"
#include "base/diagnostic.h"

struct library;

/* All messages about an article, by line: those of its parsing, unknown kinds
 * and front-matter fields, missing fields, dead links, citations that point
 * nowhere, sources that nothing cites. library (may be NULL) is what links to
 * other articles are looked up in. Texts live in the article's arena. */
void check_article(struct article *article, const struct library *library,
                   struct diagnostics *out);

#endif
