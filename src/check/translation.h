/* A translation beside its original: pairs of sections. */
#ifndef MEDFAQ_CHECK_TRANSLATION_H
#define MEDFAQ_CHECK_TRANSLATION_H

#include "check/rule.h"

/* A section of an article. */
struct translation_part {
    const struct article *article;
    size_t first_block, end_block;
    uint32_t start; /* in the source */
};

/* Calls look for each section and its counterpart in the original. */
void translation_each_pair(struct check *check,
                           void (*look)(struct check *check,
                                        struct translation_part own,
                                        struct translation_part other));

/* The line of an offset in the source. */
unsigned translation_line_of(const struct article *article, size_t offset);

/* Blocks of a part that show text, in their order. */
struct translation_leaves {
    const struct node *const *items;
    size_t n;
};

struct translation_leaves
translation_leaves_of(const struct translation_part *part);

/* As many, of the same types? */
bool translation_leaves_match(const struct translation_leaves *a,
                              const struct translation_leaves *b);

#endif
