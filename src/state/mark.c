/* Stores marks: places in articles that are named by a letter. */
#include "state/mark.h"

#include <stdlib.h>

#include "base/mem.h"
#include "state/state_data.h"

struct marking {
    char letter[2];
    const struct article *article;
    size_t source_offset;
    const char *label;
};

static bool keep(struct state *state, void *context)
{
    const struct marking *marking = context;
    int64_t id = remembered_row(state, marking->article);
    struct remembered_place place =
        remembered_place_of(marking->article, marking->source_offset);
    struct db_query *query =
        db_query(state->db, "INSERT OR REPLACE INTO mark"
                            " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    db_bind_text(query, 1, marking->letter);
    db_bind_long(query, 2, state_time(state));
    db_bind_long(query, 3, id);
    db_bind_long(query, 4, (int64_t)place.source_offset);
    db_bind_text(query, 5, place.slug);
    db_bind_long(query, 6, (int64_t)place.beyond);
    db_bind_text(query, 7, marking->label);
    bool ok = id && db_do(query) == DB_DONE;
    db_query_free(query);
    free(place.slug);
    return ok;
}

bool mark_keep(struct state *state, char letter, const struct article *article,
               size_t source_offset, const char *label, struct error *err)
{
    struct marking marking = {{letter}, article, source_offset, label};
    return !article->path || state_change(state, keep, &marking, err);
}

void mark_read(struct state *state,
               void (*take)(void *context, const struct kept_mark *mark),
               void *context)
{
    struct db *db = state_db(state);
    if (!db)
        return;
    struct db_query *query =
        db_query(db, "SELECT letter, path, label, mark.source_offset,"
                     " mark.slug, mark.beyond FROM mark, article"
                     " WHERE article.id=mark.article");
    while (db_step(query) == DB_ROW) {
        char *slug = mem_strdup(db_text(query, 4));
        struct kept_mark mark = {
            .letter = db_text(query, 0)[0],
            .path = db_text(query, 1),
            .label = db_text(query, 2),
            .place = {(size_t)state_number(query, 3, INT64_MAX), slug,
                      (size_t)state_number(query, 5, INT64_MAX)},
        };
        take(context, &mark);
        free(slug);
    }
    state_query_end(state, query);
}
