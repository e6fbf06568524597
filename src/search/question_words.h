/* How a question is put: words that carry nothing of its topic, and words
 * that ask for a kind of section. */
#ifndef MEDFAQ_SEARCH_QUESTION_WORDS_H
#define MEDFAQ_SEARCH_QUESTION_WORDS_H

#include "search/query.h"

/* Marks the terms that are common or ask for a kind, and finds
 * query->asked. */
void question_words_find(struct query *query);

/* Finds query->asked anew: the first kind that a question asks for, else that
 * any sentence does. What stands in a name asks for nothing. */
void question_words_settle(struct query *query);

/* Is a stem among the words that questions are made of? */
bool question_word_is_common(const char *stem);

#endif
