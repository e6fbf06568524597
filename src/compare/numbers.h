/* Finds the numbers in the articles of a comparison, and which of them may
 * share a row: those that count the same thing in the same people of a study.
 */
#ifndef MEDFAQ_COMPARE_NUMBERS_H
#define MEDFAQ_COMPARE_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include "article/article.h"
#include "base/arena.h"
#include "base/buf.h"
#include "compare/compare.h"

/* The parts of the frame of a number. */
enum numbers_part {
    NUMBERS_POPULATION,
    NUMBERS_PERIOD,
    NUMBERS_PER,
    NUMBERS_STUDY,
    NUMBERS_EVENT,   /* what is counted */
    NUMBERS_OUTCOME, /* harm or benefit */
    NUMBERS_CERTAINTY,
    NUMBERS_N_PARTS
};

/* A risk block of an article. The parts of its frame are in the form in which
 * they are compared: texts in lower case with single spaces, studies by DOI or
 * else by address; "" if it is not stated, or if figures are wrong. */
struct compare_number {
    const struct article *article;
    const struct node *node; /* NODE_RISK */
    size_t block;            /* the top-level block that is or contains it */
    const char *frame[NUMBERS_N_PARTS];
};

/* Returns the risk blocks of an article, in order, in an array that the caller
 * frees. Their frames live in arena. */
struct compare_number *numbers_find(const struct article *article,
                                    struct arena *arena, size_t *n);

/* The value of one part of the frame that all numbers of an article share. */
struct common_part {
    const char *value;
    bool is_mixed; /* the numbers differ, or one does not state it */
};

/* The numbers of all articles, in the order of the articles. */
struct compare_numbers {
    struct compare_number *items;
    size_t *owners; /* index of the article of each number */
    size_t n, capacity, owners_capacity;
    size_t n_of[COMPARE_MAX]; /* count of each article's numbers */
    struct common_part common[COMPARE_MAX][NUMBERS_N_PARTS];
};

/* Adds a number of an article, by its index, to a list that is zero before the
 * first. */
void numbers_add(struct compare_numbers *list, size_t owner,
                 const struct compare_number *number);

/* Returns the set of parts (1 << part) in which two frames differ. What is not
 * stated differs from everything. 0 means that both may share a row. */
unsigned numbers_differ(const struct compare_number *a,
                        const struct compare_number *b);

/* Tells whether all parts of the frame are stated. */
bool numbers_is_stated(const struct compare_number *number);

/* Returns the frame as a string in arena, equal for numbers that may share a
 * row; NULL if a part is not stated. */
const char *numbers_key(const struct compare_number *number,
                        struct arena *arena);

/* Appends the names of a set of parts: "the people studied and the period". */
void numbers_add_parts(unsigned parts, struct buf *out);

/* Keeps a row of texts from being shown side by side, and says why, if two of
 * them have numbers of people. */
void numbers_keep_apart(struct compare_table *comparison,
                        struct compare_row *row);

#endif
