/* A source in words, in the article's language. */
#ifndef MEDFAQ_ARTICLE_SOURCE_H
#define MEDFAQ_ARTICLE_SOURCE_H

#include "article/meta.h"
#include "base/buf.h"

/* Appends "Title. Publisher, 2018. Retrieved 2026-11-22." with what there is,
 * in a language (BCP 47); the id where there is no title. Not yet safe. */
void source_add_words(const struct source *source, const char *lang,
                      struct buf *out);

/* Appends "Retrieved 2026-11-22", or nothing. */
void source_add_retrieved(const struct source *source, const char *lang,
                          struct buf *out);

/* Appends "Copy read (2026-11-22):", which the address in read_at follows;
 * nothing where the original was read. */
void source_add_copy_words(const struct source *source, const char *lang,
                           struct buf *out);

/* Appends "Secondary source: " and the reason, or nothing. Not yet safe. */
void source_add_secondary(const struct source *source, const char *lang,
                          struct buf *out);

/* Its web address, or that of its DOI; NULL if it has none. The caller
 * frees. */
char *source_address(const struct source *source);

#endif
