/* How the time that something takes grows with its input. */
#ifndef MEDFAQ_TESTS_GROWTH_H
#define MEDFAQ_TESTS_GROWTH_H

#include "article/article.h"
#include "base/buf.h"

/* An input, and what was made of it before time is taken;
 * an import has no use for the article. */
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

/* Runs a test of each; what main returns. It fails when twice the parts take
 * three times the processor's time, the best of several runs each: a slow
 * machine is no failure, and the square of the input is (four times). */
int check_all_growth(const struct growth *all, size_t n);

#endif
