/* A score of one's own for FTS5. */
#include "data/fts.h"

#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "base/mem.h"
#include "data/db.h"

struct scorer {
    double (*score)(void *, const struct fts_hits *);
    void *context;
    struct fts_hits hits; /* of the row that is looked at */
};

static void count_phrase(struct fts_hits *hits, int phrase,
                         const Fts5ExtensionApi *api, Fts5Context *fts)
{
    Fts5PhraseIter at;
    int column, offset;
    memset(hits->n[phrase], 0, sizeof hits->n[phrase]);
    if (api->xPhraseFirst(fts, phrase, &at, &column, &offset) != SQLITE_OK)
        return;
    for (; column >= 0; api->xPhraseNext(fts, &at, &column, &offset)) {
        if (column < FTS_COLUMNS_MAX)
            hits->n[phrase][column]++;
    }
}

static void score_row(const Fts5ExtensionApi *api, Fts5Context *fts,
                      sqlite3_context *result, int n, sqlite3_value **values)
{
    (void)n;
    (void)values;
    struct scorer *scorer = api->xUserData(fts);
    struct fts_hits *hits = &scorer->hits;
    hits->row = api->xRowid(fts);
    hits->n_phrases = api->xPhraseCount(fts);
    if (hits->n_phrases > FTS_PHRASES_MAX)
        hits->n_phrases = FTS_PHRASES_MAX;
    for (int phrase = 0; phrase < hits->n_phrases; phrase++)
        count_phrase(hits, phrase, api, fts);
    sqlite3_result_double(result, scorer->score(scorer->context, hits));
}

/* FTS5 gives its interface away through a pointer bound to a query. */
static fts5_api *api_of(struct db *db)
{
    fts5_api *api = NULL;
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(db->connection, "SELECT fts5(?1)", -1, &statement,
                           NULL) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

bool fts_add_score(struct db *db, const char *name,
                   double (*score)(void *, const struct fts_hits *),
                   void *context)
{
    fts5_api *api = api_of(db);
    if (!api)
        return false;
    struct scorer *scorer = mem_calloc(1, sizeof *scorer);
    scorer->score = score;
    scorer->context = context;
    return api->xCreateFunction(api, name, scorer, score_row, free) ==
           SQLITE_OK;
}
