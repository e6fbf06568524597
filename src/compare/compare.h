/* Two or three articles side by side: rows are questions, a cell is what one
 * article says. Nothing is scored, ranked, merged or left out: where an article
 * is silent its cell says so, and numbers share a row only where they are about
 * the same people, period, denominator and study (compare/numbers.h). */
#ifndef MEDFAQ_COMPARE_COMPARE_H
#define MEDFAQ_COMPARE_COMPARE_H

#include <stdbool.h>
#include <stddef.h>

#include "article/article.h"
#include "base/arena.h"
#include "base/error.h"
#include "text/layout.h"

#define COMPARE_MAX 3

/* Blocks of the article in order, or words where there are none. Empty in a row
 * of numbers that another article's frame has to itself. */
struct compare_cell {
    struct block_range *ranges;
    size_t n_ranges;
    const char *words; /* NULL: the blocks speak */
    bool is_silent;    /* the article has no such section, which words say */
};

enum compare_row_type {
    COMPARE_TEXT,
    COMPARE_NUMBERS, /* one frame; several rows may follow one question */
};

struct compare_row {
    enum compare_row_type type;
    const char *question;
    bool is_safety;   /* about kinds that are never left out */
    bool is_stacked;  /* never to be shown side by side: holds other numbers */
    const char *note; /* said above the cells; NULL: nothing */
    struct compare_cell cells[COMPARE_MAX];
};

struct compare_table {
    struct arena arena;                          /* owns everything below */
    const struct article *articles[COMPARE_MAX]; /* borrowed, in their order */
    size_t n;
    const char *labels[COMPARE_MAX]; /* type, language, audience, review */
    const char **warnings; /* what the articles do not have in common */
    size_t n_warnings;
    struct compare_row *rows;
    size_t n_rows;
};

struct compare_options {
    enum kind kind;    /* a single row, and the numbers in it; KIND_NONE: all */
    struct date today; /* to tell which reviews are overdue */
};

/* Compares two or three articles, which must outlive the result. NULL with err
 * where one of them stands there twice. */
struct compare_table *compare_new(const struct article *const *articles,
                                  size_t n,
                                  const struct compare_options *options,
                                  struct error *err);
void compare_free(struct compare_table *comparison);

#endif
