/* Finds articles that were opened before, and saves places in them. */
#include "state/remembered.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/strs.h"
#include "state/annotation.h"
#include "state/revision.h"
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
        .opened = state_number(query, 4, STATE_TIME_MAX),
        .read_at = state_number(query, 5, STATE_TIME_MAX),
        .has_place = db_long(query, 6) != 0,
        .place = {.source_offset = (size_t)state_number(query, 7, INT64_MAX),
                  .slug = mem_strdup(db_text(query, 8)),
                  .beyond = (size_t)state_number(query, 9, INT64_MAX)},
        .section = mem_strdup(db_text(query, 10)),
    };
}

/* Returns NULL if the file does not exist. */
static char *real_path(const char *path)
{
    return path ? file_real_path(path) : NULL;
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

/* The first line of a saved reading is the digest of the article's source. */
#define READING_DIGEST "%016" PRIx64 "\n"

static int64_t digest_of(const struct article *article)
{
    return (int64_t)map_hash(article->source, article->n_source_bytes);
}

/* What identifies an article. */
struct identity {
    char *path; /* NULL: none, or the file no longer exists */
    char *name, *lang, *title;
    int64_t digest;
};

static struct identity identity_of(const struct article *article)
{
    return (struct identity){
        .path = real_path(article->path),
        .name = mem_strdup(article->id),
        .lang = mem_strdup(article->lang),
        .title = mem_strdup(article->title),
        .digest = digest_of(article),
    };
}

static void identity_finish(struct identity *identity)
{
    free(identity->path);
    free(identity->name);
    free(identity->lang);
    free(identity->title);
}

static bool is_gone(const char *path)
{
    return access(path, F_OK) < 0 && (errno == ENOENT || errno == ENOTDIR);
}

/* Finds, among rows with the same name, language and title or with the same
 * content, the one last opened whose file no longer exists. */
static bool find_moved(struct state *state, const struct identity *identity,
                       struct remembered *out)
{
    struct db *db = state_db(state);
    if (!db)
        return false;
    struct db_query *query =
        db_query(db, "SELECT " COLUMNS " FROM article"
                     " WHERE (name=?1 AND lang=?2 AND title=?3) OR digest=?4"
                     " ORDER BY opened DESC");
    db_bind_text(query, 1, identity->name);
    db_bind_text(query, 2, identity->lang);
    db_bind_text(query, 3, identity->title);
    db_bind_long(query, 4, identity->digest);
    bool found = false;
    while (!found && db_step(query) == DB_ROW) {
        found = is_gone(db_text(query, 1));
        if (found)
            read_row(query, out);
    }
    state_query_end(state, query);
    return found;
}

static bool find_identity(struct state *state, const struct identity *identity,
                          struct remembered *out)
{
    return find_at(state, identity->path, out) ||
           find_moved(state, identity, out);
}

bool remembered_find_article(struct state *state, const struct article *article,
                             struct remembered *out)
{
    *out = (struct remembered){0};
    if (!article->path || !state_db(state))
        return false;
    struct identity identity = identity_of(article);
    bool found = find_identity(state, &identity, out);
    identity_finish(&identity);
    return found;
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

/* Runs a statement whose parameters are the id of a row and an identity. */
static bool describe(struct state *state, const char *sql, int64_t id,
                     const struct identity *identity)
{
    struct db_query *query = db_query(state->db, sql);
    db_bind_long(query, 1, id);
    db_bind_text(query, 2, identity->path);
    db_bind_text(query, 3, identity->name);
    db_bind_text(query, 4, identity->lang);
    db_bind_text(query, 5, identity->title);
    db_bind_long(query, 6, identity->digest);
    bool ok = db_do(query) == DB_DONE;
    db_query_free(query);
    return ok;
}

static int64_t row_of(struct state *state, const struct identity *identity)
{
    static const char update[] =
        "UPDATE article SET path=coalesce(?2, path), name=?3, lang=?4,"
        " title=?5, digest=?6 WHERE id=?1";
    static const char insert[] =
        "INSERT INTO article(path, name, lang, title, digest, opened)"
        " SELECT ?2, ?3, ?4, ?5, ?6, 0 WHERE ?1=0";
    struct remembered known;
    int64_t id = 0;
    if (find_identity(state, identity, &known)) {
        id = describe(state, update, known.id, identity) ? known.id : 0;
        remembered_finish(&known);
    } else if (describe(state, insert, 0, identity)) {
        id = db_number(state->db, "SELECT last_insert_rowid()", 0);
    }
    return id;
}

char *remembered_reading(struct state *state, const struct article *article,
                         int64_t *read_at)
{
    struct remembered known;
    char digest[32], *reading = NULL;
    if (!remembered_find_article(state, article, &known))
        return NULL;
    snprintf(digest, sizeof digest, READING_DIGEST,
             (uint64_t)digest_of(article));
    struct db_query *query =
        db_query(state->db, "SELECT reading, read_at FROM article WHERE id=?1"
                            " AND reading IS NOT NULL");
    db_bind_long(query, 1, known.id);
    if (db_step(query) == DB_ROW && !str_starts(db_text(query, 0), digest)) {
        reading = mem_strdup(db_text(query, 0));
        *read_at = state_number(query, 1, STATE_TIME_MAX);
    }
    state_query_end(state, query);
    remembered_finish(&known);
    return reading;
}

int64_t remembered_row(struct state *state, const struct article *article)
{
    struct identity identity = identity_of(article);
    int64_t id = row_of(state, &identity);
    identity_finish(&identity);
    return id;
}

struct remembered_visit {
    struct identity identity;
    struct remembered_place place;
    char *section;
    struct buf reading;
    int64_t opened;
    uint64_t asked;
};

struct remembered_visit *remembered_visit_new(const struct article *article,
                                              size_t source_offset,
                                              int64_t opened, uint64_t asked)
{
    if (!article->path)
        return NULL;
    struct remembered_visit *visit = mem_calloc(1, sizeof *visit);
    size_t section = article_section_at(article, source_offset);
    visit->identity = identity_of(article);
    visit->place = remembered_place_of(article, source_offset);
    visit->opened = opened;
    visit->asked = asked;
    buf_init(&visit->reading);
    buf_printf(&visit->reading, READING_DIGEST,
               (uint64_t)visit->identity.digest);
    revision_read(article, &visit->reading);
    if (section != NO_SECTION)
        visit->section = mem_strdup(article->sections[section].title);
    return visit;
}

void remembered_visit_free(struct remembered_visit *visit)
{
    if (!visit)
        return;
    identity_finish(&visit->identity);
    free(visit->place.slug);
    free(visit->section);
    buf_finish(&visit->reading);
    free(visit);
}

static bool keep_opening(struct state *state, int64_t id, int64_t opened)
{
    struct db_query *query =
        db_query(state->db, "INSERT INTO visit(article, time) VALUES(?1, ?2)");
    db_bind_long(query, 1, id);
    db_bind_long(query, 2, opened);
    bool ok = db_do(query) == DB_DONE;
    db_query_free(query);
    return ok;
}

/* Saves the questions of a visit, each of them once. */
static bool keep_questions(struct state *state, int64_t id,
                           const struct remembered_visit *visit)
{
    bool ok = true;
    for (int kind = KIND_NONE + 1; ok && kind < KIND_COUNT; kind++) {
        if (!(visit->asked >> kind & 1))
            continue;
        struct db_query *query = db_query(
            state->db,
            "INSERT INTO annotation(article, motivation, created, modified,"
            " body, kind, exact, prefix, suffix, start, end, section, n_same)"
            " SELECT ?1, ?2, ?3, ?3, '', ?4, '', '', '', 0, 0, '', 0"
            " WHERE NOT EXISTS (SELECT 1 FROM annotation WHERE article=?1"
            " AND motivation=?2 AND kind=?4)");
        db_bind_long(query, 1, id);
        db_bind_long(query, 2, ANNOTATION_QUESTIONING);
        db_bind_long(query, 3, state_time(state));
        db_bind_long(query, 4, kind);
        ok = db_do(query) == DB_DONE;
        db_query_free(query);
    }
    return ok;
}

static bool keep_visit(struct state *state, void *context)
{
    const struct remembered_visit *visit = context;
    int64_t id = row_of(state, &visit->identity);
    struct db_query *query = db_query(
        state->db, "UPDATE article SET placed=?2, source_offset=?3, slug=?4,"
                   " beyond=?5, section=?6, opened=max(opened, ?7),"
                   " read_at=?2, reading=?8 WHERE id=?1");
    db_bind_long(query, 1, id);
    db_bind_long(query, 2, state_time(state));
    db_bind_long(query, 3, (int64_t)visit->place.source_offset);
    db_bind_text(query, 4, visit->place.slug);
    db_bind_long(query, 5, (int64_t)visit->place.beyond);
    db_bind_text(query, 6, visit->section);
    db_bind_long(query, 7, visit->opened);
    db_bind_text(query, 8, visit->reading.data);
    bool ok = id && db_do(query) == DB_DONE &&
              keep_opening(state, id, visit->opened) &&
              keep_questions(state, id, visit);
    db_query_free(query);
    return ok;
}

bool remembered_visit_keep(struct state *state,
                           const struct remembered_visit *visit,
                           struct error *err)
{
    return state_change(state, keep_visit, (void *)visit, err);
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
                     " WHERE opened>0 ORDER BY opened DESC, id DESC LIMIT ?1");
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
