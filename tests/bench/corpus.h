/* Articles to measure with, and many more made from them. */
#ifndef MEDFAQ_BENCH_CORPUS_H
#define MEDFAQ_BENCH_CORPUS_H

#include <stdint.h>

#include "base/arena.h"
#include "library/walk.h"

struct corpus {
    struct arena arena;
    struct walk walk;
    int64_t n_bytes;
};

/* The articles of a folder; corpus_finish frees. */
void corpus_init(struct corpus *corpus, const char *folder);
void corpus_finish(struct corpus *corpus);

/* Fills a folder with n copies of each article whose words are varied, once:
 * what is there stays. */
void corpus_copy(const struct corpus *corpus, const char *folder, unsigned n);

#endif
