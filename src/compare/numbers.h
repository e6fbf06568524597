/* Numbers in the articles of a comparison, and which of them may stand in one
 * row. */
#ifndef MEDFAQ_COMPARE_NUMBERS_H
#define MEDFAQ_COMPARE_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include "article/article.h"
#include "base/arena.h"
#include "base/buf.h"

/* What makes up the frame of a number. */
enum numbers_part {
    NUMBERS_POPULATION,
    NUMBERS_PERIOD,
    NUMBERS_PER,
    NUMBERS_STUDY,
    NUMBERS_OUTCOME, /* harm or benefit */
    NUMBERS_N_PARTS
};

/* A risk block of an article. The parts of its frame are as they are compared:
 * texts without case and with single spaces, studies by DOI, or else by
 * address; "" where one is not stated. */
struct compare_number {
    const struct article *article;
    const struct node *node; /* NODE_RISK */
    size_t block;            /* the top-level block that it is or stands in */
    const char *frame[NUMBERS_N_PARTS];
};

/* The risk blocks of an article, in order, in an array that the caller frees;
 * their frames live in arena. */
struct compare_number *numbers_find(const struct article *article,
                                    struct arena *arena, size_t *n);

/* The set of parts (1 << part) in which two frames differ. What is not stated
 * differs from everything: 0 means that both may stand in one row. */
unsigned numbers_differ(const struct compare_number *a,
                        const struct compare_number *b);

/* Whether all parts of the frame are stated. */
bool numbers_is_stated(const struct compare_number *number);

/* The frame as one string in arena, equal for numbers that may stand in one
 * row; NULL if some of it is not stated. */
const char *numbers_key(const struct compare_number *number,
                        struct arena *arena);

/* Appends a set of parts in words: "the people studied and the period". */
void numbers_add_parts(unsigned parts, struct buf *out);

#endif
