/* What a reviewer saw of an article, and whether it is still that. */
#ifndef MEDFAQ_ARTICLE_REVIEW_H
#define MEDFAQ_ARTICLE_REVIEW_H

#include "article/article.h"
#include "base/buf.h"

/* The key of the section before the first heading: no slug has brackets. */
#define REVIEW_START "(start)"

#define REVIEW_DIGEST_BYTES 17 /* with its NUL */

/* The key of a section among the digests of a reviewer: its slug. */
const char *review_key(const struct article *article, size_t section);

/* The digest of a section's source, in which a line break is as good as a
 * space: 16 hexadecimal digits. It tells a change, it proves nothing. */
void review_digest(const struct article *article, size_t section,
                   char digest[static REVIEW_DIGEST_BYTES]);

/* The reviewer with digests whose date is the newest; NULL if no reviewer has
 * any. */
const struct person *review_latest(const struct article *article);

/* Is a section other than this reviewer saw it, or new? */
bool review_changed(const struct article *article,
                    const struct person *reviewer, size_t section);

/* How many sections that a reviewer saw are no longer there. */
size_t review_n_gone(const struct article *article,
                     const struct person *reviewer);

/* How many sections are other, new or gone since the latest review; 0 where
 * no reviewer has digests. */
size_t review_n_changed(const struct article *article);

/* The value of article_review_state, in the article's arena. Of an article
 * that is not whole, the sections that are there are compared, but the last. */
const char *review_state(struct article *article, bool whole);
/* The value of article_review_overdue, in the article's arena. */
const char *review_overdue(struct article *article);

#endif
