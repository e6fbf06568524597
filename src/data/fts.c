/* Defines ranking functions for FTS5, which get the phrase counts of each
 * row. */
#include "data/fts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "base/mem.h"
#include "data/db_private.h"

#define FTS_NAME_MAX 32

struct scorer {
    struct scorer *next; /* the next of the connection */
    char name[FTS_NAME_MAX];
    double (*score)(void *, const struct fts_hits *);
    void *context;
    struct fts_hits hits; /* counts for the current row */
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

/* Returns the interface of FTS5, which stores it through a pointer bound to a
 * query. */
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

static struct scorer *find_scorer(const struct db *db, const char *name)
{
    struct scorer *scorer = db->scorers;
    while (scorer && strcmp(scorer->name, name) != 0)
        scorer = scorer->next;
    return scorer;
}

/* Adds a scorer. SQLite owns it until the connection is closed. */
static struct scorer *add_scorer(struct db *db, const char *name)
{
    fts5_api *api = api_of(db);
    if (!api)
        return NULL;
    struct scorer *scorer = mem_calloc(1, sizeof *scorer);
    snprintf(scorer->name, sizeof scorer->name, "%s", name);
    if (api->xCreateFunction(api, name, scorer, score_row, free) != SQLITE_OK) {
        free(scorer);
        return NULL;
    }
    scorer->next = db->scorers;
    return db->scorers = scorer;
}

bool fts_set_score(struct db *db, const char *name,
                   double (*score)(void *, const struct fts_hits *),
                   void *context)
{
    struct scorer *scorer = find_scorer(db, name);
    if (!scorer && !(scorer = add_scorer(db, name)))
        return false;
    scorer->score = score;
    scorer->context = context;
    return true;
}
