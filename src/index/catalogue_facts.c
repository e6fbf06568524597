/* Single facts about articles and files from the catalogue. */
#include <string.h>

#include "index/catalogue.h"
#include "index/index_data.h"

/* Runs a statement with a number as its parameter and returns the number in its
 * first row, or fallback if there is none. */
static int64_t number_of(struct index *index, const char *sql, int64_t number,
                         int64_t fallback)
{
    struct db_query *query = db_query(index->db, sql);
    db_bind_long(query, 1, number);
    if (db_step(query) == DB_ROW)
        fallback = db_long(query, 0);
    db_query_free(query);
    return fallback;
}

int64_t catalogue_find(struct index *index, const char *path)
{
    struct db_query *query =
        db_query(index->db, "SELECT article FROM file WHERE path=?1");
    int64_t article = 0;
    db_bind_text(query, 1, path);
    if (db_step(query) == DB_ROW)
        article = db_long(query, 0);
    db_query_free(query);
    return article;
}

bool catalogue_is_fresh(struct index *index, const char *path)
{
    struct db_query *query = db_query(
        index->db, "SELECT inode, size, mtime FROM file WHERE path=?1");
    struct file_stamp now;
    db_bind_text(query, 1, path);
    bool is_fresh = db_step(query) == DB_ROW && file_stamp_get(path, &now) &&
                    db_long(query, 0) == (int64_t)now.inode &&
                    db_long(query, 1) == now.size_bytes &&
                    db_long(query, 2) == now.mtime_ns;
    db_query_free(query);
    return is_fresh;
}

static size_t position_of(const struct catalogue *catalogue, int64_t article)
{
    size_t i = 0;
    while (i < catalogue->n && catalogue->articles[i] != article)
        i++;
    return i;
}

size_t catalogue_place(struct index *index, const struct catalogue *catalogue,
                       int64_t article)
{
    size_t at = position_of(catalogue, article);
    struct db_query *query = db_query(
        index->db, "SELECT b.id FROM article a JOIN article b ON b.name=a.name"
                   " WHERE a.id=?1 AND b.id<>?1");
    db_bind_long(query, 1, article);
    while (at == catalogue->n && db_step(query) == DB_ROW)
        at = position_of(catalogue, db_long(query, 0));
    db_query_free(query);
    return at;
}

bool catalogue_has_kind(struct index *index, int64_t article, enum kind kind)
{
    int64_t kinds =
        number_of(index, "SELECT kinds FROM article WHERE id=?1", article, 0);
    return kinds >> kind & 1;
}

static struct skipped *read_skipped(struct index *index, const char *sql,
                                    struct arena *arena, size_t n_max,
                                    size_t *n)
{
    struct db_query *query = db_query(index->db, sql);
    struct skipped *list = arena_alloc(arena, n_max * sizeof *list);
    *n = 0;
    while (*n < n_max && db_step(query) == DB_ROW)
        list[(*n)++] = (struct skipped){
            .path = arena_strdup(arena, db_text(query, 0)),
            .reason = arena_strdup(arena, db_text(query, 1)),
        };
    db_query_free(query);
    return list;
}

struct skipped *catalogue_problems(struct index *index, struct arena *arena,
                                   size_t n_max, size_t *n)
{
    return read_skipped(index,
                        "SELECT path, problem FROM article"
                        " WHERE problem IS NOT NULL ORDER BY path",
                        arena, n_max, n);
}

struct skipped *catalogue_skipped(struct index *index, struct arena *arena,
                                  size_t n_max, size_t *n)
{
    return read_skipped(index, "SELECT path, reason FROM skipped", arena, n_max,
                        n);
}

size_t catalogue_n_skipped(struct index *index)
{
    return (size_t)db_number(index->db, "SELECT count(*) FROM skipped", 0);
}

const char **catalogue_folders(struct index *index, struct arena *arena,
                               size_t n_max, size_t *n)
{
    struct db_query *query =
        db_query(index->db, "SELECT path FROM walked WHERE mtime<>-1");
    const char **list = arena_alloc(arena, n_max * sizeof *list);
    *n = 0;
    while (*n < n_max && db_step(query) == DB_ROW)
        list[(*n)++] = arena_strdup(arena, db_text(query, 0));
    db_query_free(query);
    return list;
}
