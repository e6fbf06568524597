/* Compares two or three articles side by side: rows are questions, and a cell
 * is what one article says. Nothing is scored, ranked, merged or left out: if
 * an article is silent, its cell says so, and numbers only share a row if they
 * are about the same people, period, denominator and study
 * (compare/numbers.h). */
#ifndef MEDFAQ_COMPARE_COMPARE_H
#define MEDFAQ_COMPARE_COMPARE_H

#include <stdbool.h>
#include <stddef.h>

#include "article/article.h"
#include "base/arena.h"
#include "base/error.h"
#include "text/layout.h"

#define COMPARE_MAX 3

/* Blocks of the article in order, or words if there are none. Both are empty in
 * a row of numbers whose frame only other articles have. */
struct compare_cell {
    struct block_range *ranges;
    size_t n_ranges;
    const char *words; /* NULL if there are blocks */
    bool is_silent;    /* the words say that the article has no such section */
};

enum compare_row_type {
    COMPARE_TEXT,
    COMPARE_NUMBERS, /* one frame; a question may have several such rows */
};

struct compare_row {
    enum compare_row_type type;
    const char *question;
    enum kind kind;   /* that the question is first about, or KIND_NONE */
    bool is_safety;   /* about kinds of the safety set */
    bool is_stacked;  /* must not be shown side by side: holds other numbers */
    const char *note; /* shown above the cells; may be NULL */
    struct compare_cell cells[COMPARE_MAX];
};

struct compare_table {
    struct arena arena;                          /* owns everything below */
    const struct article *articles[COMPARE_MAX]; /* borrowed */
    size_t n;
    const char *labels[COMPARE_MAX]; /* type, language, audience, review */
    const char **warnings; /* about what the articles do not have in common */
    size_t n_warnings;
    struct compare_row *rows;
    size_t n_rows;
};

struct compare_options {
    enum kind kind;    /* only this row and its numbers; KIND_NONE: all */
    struct date today; /* for finding overdue reviews */
};

/* Compares two or three articles, which must outlive the result. Returns NULL
 * and sets err if an article is given twice. */
struct compare_table *compare_new(const struct article *const *articles,
                                  size_t n,
                                  const struct compare_options *options,
                                  struct error *err);
void compare_free(struct compare_table *comparison);

#endif
