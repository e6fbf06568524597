/* Stores the history of searches. */
#include "state/searches.h"

#include "state/state_data.h"

void searches_read(struct state *state, struct strs *out)
{
    struct db *db = state_db(state);
    if (!db)
        return;
    struct db_query *query =
        db_query(db, "SELECT text FROM search ORDER BY time, text");
    while (db_step(query) == DB_ROW)
        strs_add(out, db_text(query, 0));
    state_query_end(state, query);
}

struct searched {
    const struct strs *texts;
    size_t first;
};

static bool keep(struct state *state, void *context)
{
    const struct searched *searched = context;
    struct db_query *query =
        db_query(state->db, "INSERT OR REPLACE INTO search VALUES(?1, ?2)");
    bool ok = true;
    for (size_t i = searched->first; ok && i < searched->texts->n; i++) {
        db_bind_text(query, 1, searched->texts->items[i]);
        db_bind_long(query, 2, state_time(state));
        ok = db_do(query) == DB_DONE;
    }
    db_query_free(query);
    query = db_query(state->db,
                     "DELETE FROM search WHERE text NOT IN (SELECT text FROM"
                     " search ORDER BY time DESC, text LIMIT ?1)");
    db_bind_long(query, 1, SEARCHES_MAX);
    ok = ok && db_do(query) == DB_DONE;
    db_query_free(query);
    return ok;
}

bool searches_keep(struct state *state, const struct strs *texts, size_t first,
                   struct error *err)
{
    struct searched searched = {texts, first};
    return state_change(state, keep, &searched, err);
}
