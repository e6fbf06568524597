/* The sections that an article of a type needs. */
#ifndef MEDFAQ_CHECK_SECTIONS_H
#define MEDFAQ_CHECK_SECTIONS_H

#include "article/article.h"

/* The kinds, in the order of a new article; ends with KIND_NONE. */
const enum kind *sections_needed(enum article_type type);

/* What to call a section of a kind in such an article: the kind's label, but
 * for a treatment that has alternatives. */
const char *sections_label(enum article_type type, enum kind kind,
                           const char *lang);

#endif
