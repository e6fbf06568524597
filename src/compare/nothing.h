/* What an article says about doing nothing. */
#ifndef MEDFAQ_COMPARE_NOTHING_H
#define MEDFAQ_COMPARE_NOTHING_H

#include "article/article.h"
#include "base/arena.h"

/* The paragraphs that begin with "Doing nothing" and the like, in the article's
 * language, and those below a heading that does, an empty line between two;
 * citations as "[2]". Lives in arena; NULL if there are none. */
const char *nothing_find(const struct article *article, struct arena *arena);

#endif
