/* Finds what an article says about doing nothing. */
#ifndef MEDFAQ_COMPARE_NOTHING_H
#define MEDFAQ_COMPARE_NOTHING_H

#include "article/article.h"
#include "base/arena.h"

/* Returns the paragraphs that begin with "Doing nothing" or the like, in the
 * article's language, and those below a heading that does, separated by empty
 * lines and with citations as "[2]". The string lives in arena; NULL if there
 * are none. */
const char *nothing_find(const struct article *article, struct arena *arena);

#endif
