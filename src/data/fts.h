/* Full-text search with a score of one's own, beside FTS5's. [sqlite3] */
#ifndef MEDFAQ_DATA_FTS_H
#define MEDFAQ_DATA_FTS_H

#include <stdint.h>

#include "data/sqlite.h"

#define FTS_COLUMNS_MAX 4
#define FTS_PHRASES_MAX 64

/* How often each phrase of a MATCH stands in each column of a row. Phrases
 * are numbered as they stand in the expression. */
struct fts_hits {
    int64_t row;
    int n_phrases;
    unsigned n[FTS_PHRASES_MAX][FTS_COLUMNS_MAX];
};

/* Makes name(table) a function of SQL, which score computes for each row that
 * a MATCH found, or gives the one that exists another score and context. The
 * context must outlive the statements that use it. False if this SQLite has no
 * FTS5. */
bool fts_set_score(struct db *db, const char *name,
                   double (*score)(void *, const struct fts_hits *),
                   void *context);

#endif
