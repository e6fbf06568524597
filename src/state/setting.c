/* Stores settings that were chosen in the program. */
#include "state/setting.h"

#include "state/state_data.h"

void setting_read(struct state *state,
                  void (*take)(void *context, const char *name,
                               const char *value),
                  void *context)
{
    struct db *db = state_db_settings(state);
    if (!db)
        return;
    struct db_query *query = db_query(db, "SELECT name, value FROM setting");
    while (db_step(query) == DB_ROW)
        take(context, db_text(query, 0), db_text(query, 1));
    state_query_end(state, query);
}

struct choice {
    const char *name, *value;
};

static bool keep(struct state *state, void *context)
{
    const struct choice *choice = context;
    struct db_query *query =
        db_query(state->db,
                 choice->value ? "INSERT OR REPLACE INTO setting VALUES(?1, ?2)"
                               : "DELETE FROM setting WHERE name=?1");
    db_bind_text(query, 1, choice->name);
    if (choice->value)
        db_bind_text(query, 2, choice->value);
    bool ok = db_do(query) == DB_DONE;
    db_query_free(query);
    return ok;
}

bool setting_keep(struct state *state, const char *name, const char *value,
                  struct error *err)
{
    struct choice choice = {name, value};
    return state_change(state, keep, &choice, err);
}
