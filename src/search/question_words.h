/* The words of questions: stop words, and words that ask for a kind of
 * section. */
#ifndef MEDFAQ_SEARCH_QUESTION_WORDS_H
#define MEDFAQ_SEARCH_QUESTION_WORDS_H

#include "search/query.h"

/* Marks the terms that are stop words or ask for a kind, and sets
 * query->asked. */
void question_words_find(struct query *query);

/* Sets query->asked again: to the first kind that a question asks for, else to
 * the first that any sentence asks for. Terms in an article's name do not
 * count. */
void question_words_choose_kind(struct query *query);

/* Returns whether a stem is a stop word. */
bool question_words_is_stop_word(const char *stem);

#endif
