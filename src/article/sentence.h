/* Finds the ends of sentences, and tells which are questions. */
#ifndef MEDFAQ_ARTICLE_SENTENCE_H
#define MEDFAQ_ARTICLE_SENTENCE_H

#include <stdbool.h>

/* Returns the end of the sentence that begins at at. *is_question tells whether
 * it ends with a question mark. */
const char *sentence_end(const char *at, const char *end, bool *is_question);

#endif
