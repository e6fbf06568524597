/* Ranking functions for FTS5. [sqlite3] */
#ifndef MEDFAQ_DATA_FTS_H
#define MEDFAQ_DATA_FTS_H

#include <stdint.h>

#include "data/db.h"

#define FTS_COLUMNS_MAX 4
#define FTS_PHRASES_MAX 128

/* How often each phrase of a MATCH expression occurs in each column of a row.
 * Phrases are numbered in the order of the expression. */
struct fts_hits {
    int64_t row;
    int n_phrases;
    unsigned n[FTS_PHRASES_MAX][FTS_COLUMNS_MAX];
};

/* Defines the SQL function name(table), which calls score for each row that a
 * MATCH finds, or replaces score and context of an existing one. The context
 * must outlive the statements that use it. Returns false if SQLite lacks
 * FTS5. */
bool fts_set_score(struct db *db, const char *name,
                   double (*score)(void *, const struct fts_hits *),
                   void *context);

#endif
