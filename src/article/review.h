/* What a reviewer saw of an article, and whether it has changed since. */
#ifndef MEDFAQ_ARTICLE_REVIEW_H
#define MEDFAQ_ARTICLE_REVIEW_H

#include "article/article.h"
#include "base/buf.h"

/* The key of the section before the first heading. No slug has parentheses. */
#define REVIEW_START "(start)"

#define REVIEW_DIGEST_BYTES 17 /* with its NUL */

/* Returns the key of a section among the digests of a reviewer: the slug of its
 * heading, or REVIEW_START. */
const char *review_key(const struct article *article, size_t section);

/* Writes the digest of a section's source as 16 hexadecimal digits. Any run of
 * white space counts as one space. It detects changes; it is not a
 * signature. */
void review_digest(const struct article *article, size_t section,
                   char digest[static REVIEW_DIGEST_BYTES]);

/* Returns the reviewer with the latest date among those with digests, or
 * NULL. */
const struct person *review_latest(const struct article *article);

/* Tells whether a section has changed since this reviewer saw it, or is new. */
bool review_changed(const struct article *article,
                    const struct person *reviewer, size_t section);

/* Counts the sections that a reviewer saw and that are gone. */
size_t review_n_gone(const struct article *article,
                     const struct person *reviewer);

/* Counts the sections that changed, are new or are gone since the latest
 * review; 0 if no reviewer has digests. */
size_t review_n_changed(const struct article *article);

/* Computes the value of article_review_state; the string is static or lives in
 * the article's arena. If the article is not whole, its last section is not
 * compared, since it may be cut. */
const char *review_state(struct article *article, bool whole);
/* Computes the value of article_review_overdue, in the article's arena. */
const char *review_overdue(struct article *article);

#endif
