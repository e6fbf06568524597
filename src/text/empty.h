/* Sections in which nothing is written: a heading alone must not be read as
 * "there are no risks". */
#ifndef MEDFAQ_TEXT_EMPTY_H
#define MEDFAQ_TEXT_EMPTY_H

#include "article/article.h"

/* What to show below a heading (its index) if it begins a section that has
 * neither text nor subsections, in the article's language; otherwise NULL. */
const char *empty_section_words(const struct article *article, size_t heading);

/* Does the kind of such a section concern safety? Then it is a warning. */
bool empty_section_warns(const struct article *article, size_t heading);

#endif
