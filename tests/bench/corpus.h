/* Articles for measurements, and any number of copies of them. */
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

/* Reads the articles in a folder. Free with corpus_finish. */
void corpus_init(struct corpus *corpus, const char *folder);
void corpus_finish(struct corpus *corpus);

/* Fills a folder with n copies of each article with varied words, unless they
 * exist. */
void corpus_copy(const struct corpus *corpus, const char *folder, unsigned n);

#endif
