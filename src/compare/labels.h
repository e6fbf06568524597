/* What a reader of a comparison has to know of its articles. */
#ifndef MEDFAQ_COMPARE_LABELS_H
#define MEDFAQ_COMPARE_LABELS_H

#include "article/date.h"
#include "base/arena.h"
#include "compare/compare.h"

/* The type, language, reader and state of review of an article, in arena. */
const char *labels_make(struct arena *arena, const struct article *article,
                        const struct date *today);

/* Fills the warnings of a comparison: unlike types, different languages or
 * readers, versions of one article, reviews that are overdue. */
void labels_warn(struct compare_table *comparison, const struct date *today);

#endif
