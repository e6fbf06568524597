/* What an article states as a source, in words. */
#ifndef MEDFAQ_ARTICLE_SOURCE_H
#define MEDFAQ_ARTICLE_SOURCE_H

#include "article/meta.h"
#include "base/buf.h"

/* Appends "Title. Publisher, 2018." with what there is; the id where there is
 * no title. Not yet safe. */
void source_add_words(const struct source *source, struct buf *out);

/* Its web address, or that of its DOI; NULL if it has none. The caller
 * frees. */
char *source_address(const struct source *source);

#endif
