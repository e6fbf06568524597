/* Finds sections without content. A heading without text must not be read as
 * "there are no risks". */
#ifndef MEDFAQ_TEXT_EMPTY_H
#define MEDFAQ_TEXT_EMPTY_H

#include "article/article.h"

/* Returns what to show, in the article's language, below the heading with this
 * index if it begins a section without text and subsections; otherwise NULL. */
const char *empty_section_words(const struct article *article, size_t heading);

/* Tells whether the kind of such a section concerns safety, so that its
 * emptiness is a warning. */
bool empty_section_warns(const struct article *article, size_t heading);

#endif
