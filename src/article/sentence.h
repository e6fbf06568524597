/* Where sentences end, and which of them ask. */
#ifndef MEDFAQ_ARTICLE_SENTENCE_H
#define MEDFAQ_ARTICLE_SENTENCE_H

#include <stdbool.h>

/* The end of the sentence that begins at at; *asks: with a question mark. */
const char *sentence_end(const char *at, const char *end, bool *asks);

#endif
