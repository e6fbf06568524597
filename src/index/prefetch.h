/* Reads articles in a thread while others are written to the index. */
#ifndef MEDFAQ_INDEX_PREFETCH_H
#define MEDFAQ_INDEX_PREFETCH_H

#include "article/article.h"
#include "index/changes.h"

struct prefetch;

/* Begins to read files, which must outlive it. A few files, and large ones,
 * are read only when they are asked for; so are all where there is one
 * processor, or no thread to be had, and the next one where the thread has not
 * come to it. */
struct prefetch *prefetch_start(const struct to_read *files, size_t n_files);

/* The article of the next file, for the caller to free; NULL with err when it
 * cannot be read. To be called n_files times at most. */
struct article *prefetch_next(struct prefetch *prefetch, struct error *err);

/* Stops the thread and frees the articles that were not taken. */
void prefetch_stop(struct prefetch *prefetch);

#endif
