/* Words a source in the article's language. Texts marked "not yet safe" must
 * pass base/safe before they reach a terminal. */
#ifndef MEDFAQ_ARTICLE_SOURCE_H
#define MEDFAQ_ARTICLE_SOURCE_H

#include "article/meta.h"
#include "base/buf.h"

/* Appends "Title. Publisher, 2018. Retrieved 2026-11-22." in a language (BCP
 * 47), leaving out what is not stated; the id stands in for a missing title.
 * Not yet safe. */
void source_add_words(const struct source *source, const char *lang,
                      struct buf *out);

/* Appends "Retrieved 2026-11-22", or nothing. */
void source_add_retrieved(const struct source *source, const char *lang,
                          struct buf *out);

/* Appends "We read this copy (2026-11-22):", to be followed by the address in
 * read_at, or nothing if the original was read. */
void source_add_copy_words(const struct source *source, const char *lang,
                           struct buf *out);

/* Appends "Secondary source: " and the reason, or nothing. Not yet safe. */
void source_add_secondary(const struct source *source, const char *lang,
                          struct buf *out);

/* Returns the web address of a source or of its DOI, or NULL. The caller frees
 * it. */
char *source_address(const struct source *source);

#endif
