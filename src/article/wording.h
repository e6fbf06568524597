/* What is said of an article while it is made. */
#ifndef MEDFAQ_ARTICLE_WORDING_H
#define MEDFAQ_ARTICLE_WORDING_H

struct article;

/* What article_review_state says, once front matter and language are known; a
 * static string, or in the article's arena. */
const char *wording_review_state(struct article *article);

#endif
