/* What a reader of a comparison has to know about its articles. */
#ifndef MEDFAQ_COMPARE_LABELS_H
#define MEDFAQ_COMPARE_LABELS_H

#include "article/date.h"
#include "base/arena.h"
#include "compare/compare.h"

/* Returns the type, language, audience and review state of an article, in
 * arena. */
const char *labels_make(struct arena *arena, const struct article *article,
                        const struct date *today);

/* Whether all articles of a comparison have the same label. */
bool labels_are_same(const struct compare_table *comparison);

/* Fills in the warnings of a comparison: different types, languages or
 * audiences, versions of one article, overdue reviews. */
void labels_warn(struct compare_table *comparison, const struct date *today);

#endif
