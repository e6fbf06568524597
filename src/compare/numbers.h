/* Numbers in the articles of a comparison, and which of them may stand in one
 * row. */
#ifndef MEDFAQ_COMPARE_NUMBERS_H
#define MEDFAQ_COMPARE_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include "article/article.h"
#include "article/risk.h"

/* How the frames of two numbers differ: a set. */
enum numbers_difference {
    NUMBERS_POPULATION = 1 << 0,
    NUMBERS_PERIOD = 1 << 1,
    NUMBERS_PER = 1 << 2,
    NUMBERS_STUDY = 1 << 3,
    NUMBERS_OUTCOME = 1 << 4,  /* a harm and a benefit */
    NUMBERS_UNSTATED = 1 << 5, /* one does not state some of these */
};

/* A risk block of an article. */
struct compare_number {
    const struct article *article;
    const struct node *node; /* NODE_RISK */
    size_t block;            /* the top-level block that it is or stands in */
};

/* A set of differences; 0 where both numbers may stand in one row. Texts are
 * compared without case and white space; sources with one DOI, or else one
 * address, are one study. */
unsigned numbers_differ(const struct compare_number *a,
                        const struct compare_number *b);

/* Appends the differences in words: "the people studied and the period". */
void numbers_add_differences(unsigned differences, struct buf *out);

/* The risk blocks of an article, in order, in an array that the caller frees.
 */
struct compare_number *numbers_find(const struct article *article, size_t *n);

#endif
