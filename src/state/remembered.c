/* Articles that were opened: finds them again, keeps their places. */
#include "state/remembered.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/strs.h"
#include "state/state_data.h"

#define COLUMNS                                                                \
    "id, path, name, title, opened, coalesce(read_at, 0),"                     \
    " placed IS NOT NULL, source_offset, slug, beyond, section"

void remembered_finish(struct remembered *remembered)
{
    free(remembered->path);
    free(remembered->name);
    free(remembered->title);
    free(remembered->place.slug);
    free(remembered->section);
    *remembered = (struct remembered){0};
}

static void read_row(struct db_query *query, struct remembered *out)
{
    *out = (struct remembered){
        .id = db_long(query, 0),
        .path = mem_strdup(db_text(query, 1)),
        .name = mem_strdup(db_text(query, 2)),
        .title = mem_strdup(db_text(query, 3)),
        .opened = db_long(query, 4),
        .read_at = db_long(query, 5),
        .has_place = db_long(query, 6) != 0,
        .place = {.source_offset = (size_t)db_long(query, 7),
                  .slug = mem_strdup(db_text(query, 8)),
                  .beyond = (size_t)db_long(query, 9)},
        .section = mem_strdup(db_text(query, 10)),
    };
}

/* The path without links, "." and ".."; NULL if nothing is there. */
static char *real_path(const char *path)
{
    return path ? realpath(path, NULL) : NULL;
}

static bool find_at(struct state *state, const char *real,
                    struct remembered *out)
{
    struct db *db = state_db(state);
    *out = (struct remembered){0};
    if (!db || !real)
        return false;
    struct db_query *query =
        db_query(db, "SELECT " COLUMNS " FROM article WHERE path=?1");
    db_bind_text(query, 1, real);
    bool found = db_step(query) == DB_ROW;
    if (found)
        read_row(query, out);
    state_query_end(state, query);
    return found;
}

bool remembered_find(struct state *state, const char *path,
                     struct remembered *out)
{
    *out = (struct remembered){0};
    if (!state_db(state))
        return false;
    char *real = real_path(path);
    bool found = find_at(state, real, out);
    free(real);
    return found;
}

static int64_t digest_of(const struct article *article)
{
    return (int64_t)map_hash(article->source, article->n_source_bytes);
}

static bool is_gone(const char *path)
{
    return access(path, F_OK) < 0 && (errno == ENOENT || errno == ENOTDIR);
}

/* Among rows with the same name and title, or the same content, the one opened
 * last whose file has gone. */
static bool find_moved(struct state *state, const struct article *article,
                       struct remembered *out)
{
    struct db *db = state_db(state);
    if (!db)
        return false;
    struct db_query *query =
        db_query(db, "SELECT " COLUMNS " FROM article"
                     " WHERE (name=?1 AND lang=?2 AND title=?3) OR digest=?4"
                     " ORDER BY opened DESC");
    db_bind_text(query, 1, article->id);
    db_bind_text(query, 2, article->lang);
    db_bind_text(query, 3, article->title);
    db_bind_long(query, 4, digest_of(article));
    bool found = false;
    while (!found && db_step(query) == DB_ROW) {
        found = is_gone(db_text(query, 1));
        if (found)
            read_row(query, out);
    }
    state_query_end(state, query);
    return found;
}

bool remembered_find_article(struct state *state, const struct article *article,
                             struct remembered *out)
{
    return remembered_find(state, article->path, out) ||
           (article->path && find_moved(state, article, out));
}

struct remembered_place remembered_place_of(const struct article *article,
                                            size_t source_offset)
{
    const struct heading *here = NULL;
    for (size_t i = 0; i < article->n_headings; i++)
        if (article->headings[i].node->source_start <= source_offset)
            here = &article->headings[i];
    return (struct remembered_place){
        .source_offset = source_offset,
        .slug = mem_strdup(here ? here->slug : ""),
        .beyond = here ? source_offset - here->node->source_start : 0,
    };
}

size_t remembered_place_in(const struct article *article,
                           const struct remembered_place *place)
{
    size_t at = place->source_offset;
    for (size_t i = 0; *place->slug && i < article->n_headings; i++)
        if (str_equal(article->headings[i].slug, place->slug)) {
            at = article->headings[i].node->source_start + place->beyond;
            break;
        }
    return at < article->n_source_bytes ? at : article->n_source_bytes;
}

/* Runs a statement whose last parameters are what the article is. */
static bool describe(struct state *state, const char *sql, int64_t id,
                     const struct article *article)
{
    char *real = real_path(article->path);
    struct db_query *query = db_query(state->db, sql);
    db_bind_long(query, 1, id);
    db_bind_text(query, 2, real ? real : article->path);
    db_bind_text(query, 3, article->id);
    db_bind_text(query, 4, article->lang);
    db_bind_text(query, 5, article->title);
    db_bind_long(query, 6, digest_of(article));
    db_bind_long(query, 7, state_time(state));
    bool ok = db_do(query) == DB_DONE;
    db_query_free(query);
    free(real);
    return ok;
}

int64_t remembered_row(struct state *state, const struct article *article)
{
    struct remembered known;
    int64_t id = 0;
    if (remembered_find_article(state, article, &known)) {
        id = known.id;
        if (!describe(state,
                      "UPDATE article SET path=?2, name=?3, lang=?4, title=?5,"
                      " digest=?6 WHERE id=?1 AND ?7",
                      id, article))
            id = 0;
    } else if (describe(state,
                        "INSERT INTO article(path, name, lang, title, digest,"
                        " opened) SELECT ?2, ?3, ?4, ?5, ?6, ?7 WHERE ?1=0",
                        0, article)) {
        id = db_number(state->db, "SELECT last_insert_rowid()", 0);
    }
    remembered_finish(&known);
    return id;
}

struct leaving {
    const struct article *article;
    size_t source_offset;
};

static bool visit(struct state *state, void *context)
{
    const struct leaving *leaving = context;
    int64_t id = remembered_row(state, leaving->article);
    struct db_query *query =
        db_query(state->db, "INSERT INTO visit(article, time) VALUES(?1, ?2)");
    db_bind_long(query, 1, id);
    db_bind_long(query, 2, state_time(state));
    bool ok = id && db_do(query) == DB_DONE;
    db_query_free(query);
    query = db_query(state->db, "UPDATE article SET opened=?2 WHERE id=?1");
    db_bind_long(query, 1, id);
    db_bind_long(query, 2, state_time(state));
    ok = ok && db_do(query) == DB_DONE;
    db_query_free(query);
    return ok;
}

bool remembered_visit(struct state *state, const struct article *article,
                      struct error *err)
{
    struct leaving leaving = {.article = article};
    return !article->path || state_change(state, visit, &leaving, err);
}

static bool leave(struct state *state, void *context)
{
    const struct leaving *leaving = context;
    const struct article *article = leaving->article;
    int64_t id = remembered_row(state, article);
    struct remembered_place place =
        remembered_place_of(article, leaving->source_offset);
    size_t section = article_section_at(article, leaving->source_offset);
    struct db_query *query = db_query(
        state->db, "UPDATE article SET placed=?2, source_offset=?3, slug=?4,"
                   " beyond=?5, section=?6 WHERE id=?1");
    db_bind_long(query, 1, id);
    db_bind_long(query, 2, state_time(state));
    db_bind_long(query, 3, (int64_t)place.source_offset);
    db_bind_text(query, 4, place.slug);
    db_bind_long(query, 5, (int64_t)place.beyond);
    db_bind_text(query, 6,
                 section == NO_SECTION ? NULL
                                       : article->sections[section].title);
    bool ok = id && db_do(query) == DB_DONE;
    db_query_free(query);
    free(place.slug);
    return ok;
}

bool remembered_leave(struct state *state, const struct article *article,
                      size_t source_offset, struct error *err)
{
    struct leaving leaving = {article, source_offset};
    return !article->path || state_change(state, leave, &leaving, err);
}

void remembered_list(struct state *state, size_t n_max,
                     struct remembered_list *out)
{
    struct db *db = state_db(state);
    *out = (struct remembered_list){0};
    if (!db)
        return;
    struct db_query *query =
        db_query(db, "SELECT " COLUMNS " FROM article"
                     " ORDER BY opened DESC, id DESC LIMIT ?1");
    db_bind_long(query, 1, (int64_t)n_max);
    while (db_step(query) == DB_ROW) {
        out->items =
            mem_grow(out->items, out->n, &out->capacity, sizeof *out->items);
        read_row(query, &out->items[out->n++]);
    }
    state_query_end(state, query);
}

void remembered_list_finish(struct remembered_list *list)
{
    for (size_t i = 0; i < list->n; i++)
        remembered_finish(&list->items[i]);
    free(list->items);
    *list = (struct remembered_list){0};
}

bool remembered_is_read(struct state *state, const char *path)
{
    struct remembered known;
    bool is_read = remembered_find(state, path, &known);
    remembered_finish(&known);
    return is_read;
}
