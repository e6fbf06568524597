/* Measures how the time of something grows with its input. */
#ifndef MEDFAQ_TESTS_GROWTH_H
#define MEDFAQ_TESTS_GROWTH_H

#include "article/article.h"
#include "base/buf.h"

/* An input, and the article parsed from it before the measurement, which
 * imports do not use. */
struct subject {
    struct buf text;
    struct article *article;
};

struct growth {
    const char *name;
    /* Writes an input of n parts. */
    void (*write)(struct buf *out, size_t n);
    /* What is measured. */
    void (*run)(const struct subject *subject);
    size_t n; /* parts of the smaller input; enough for some milliseconds */
};

/* Runs a test for each; returns main's result. A test fails if twice the parts
 * take three times the CPU time, the best of several runs each: a slow machine
 * does not fail it, but quadratic growth does (four times). */
int check_all_growth(const struct growth *all, size_t n);

#endif
