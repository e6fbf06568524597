/* Reads articles in a thread while others are written to the index. */
#ifndef MEDFAQ_INDEX_PREFETCH_H
#define MEDFAQ_INDEX_PREFETCH_H

#include "article/article.h"
#include "index/changes.h"

struct prefetch;

/* Begins to read files, which must outlive it. If there are only a few files, a
 * single processor or no thread available, they are read only when they are
 * asked for. So are large files, and a file that the thread has not begun to
 * read by then. */
struct prefetch *prefetch_start(const struct to_read *files, size_t n_files);

/* Returns the article of the next file, which the caller frees, or NULL with
 * err if it cannot be read. May be called once for each file. */
struct article *prefetch_next(struct prefetch *prefetch, struct error *err);

/* Stops the thread and frees the articles that were not taken. */
void prefetch_stop(struct prefetch *prefetch);

#endif
