/* Records which folders were walked and what was skipped there. */
#include "index/folders.h"

#include <string.h>

#include "article/article.h"
#include "base/buf.h"
#include "base/file.h"

static bool has_walked(struct db *db, const struct walk *walk)
{
    struct db_query *query =
        db_query(db, "SELECT 1 FROM walked WHERE path=?1 AND mtime=?2");
    bool same = (int64_t)walk->n_walked ==
                db_number(db, "SELECT count(*) FROM walked", 0);
    for (size_t i = 0; i < walk->n_walked && same; i++) {
        db_bind_text(query, 1, walk->walked[i].path);
        db_bind_long(query, 2, walk->walked[i].mtime_ns);
        same = db_step(query) == DB_ROW;
        db_reset(query);
    }
    db_query_free(query);
    return same;
}

static bool has_skipped(struct db *db, const struct walk *walk)
{
    struct db_query *query =
        db_query(db, "SELECT path, reason FROM skipped ORDER BY rowid");
    bool same = true;
    for (size_t i = 0; i < walk->n_skipped && same; i++)
        same = db_step(query) == DB_ROW &&
               !strcmp(db_text(query, 0), walk->skipped[i].path) &&
               !strcmp(db_text(query, 1), walk->skipped[i].reason);
    same = same && db_step(query) == DB_DONE;
    db_query_free(query);
    return same;
}

bool folders_differ(struct db *db, const struct walk *walk)
{
    return !has_walked(db, walk) || !has_skipped(db, walk);
}

static enum db_result save_walked(struct db *db, const struct walk *walk)
{
    struct db_query *query = db_query(db, "INSERT INTO walked VALUES(?1,?2)");
    enum db_result result = DB_DONE;
    for (size_t i = 0; i < walk->n_walked && result == DB_DONE; i++) {
        db_bind_text(query, 1, walk->walked[i].path);
        db_bind_long(query, 2, walk->walked[i].mtime_ns);
        result = db_do(query);
    }
    db_query_free(query);
    return result;
}

static enum db_result save_skipped(struct db *db, const struct walk *walk)
{
    struct db_query *query = db_query(db, "INSERT INTO skipped VALUES(?1,?2)");
    enum db_result result = DB_DONE;
    for (size_t i = 0; i < walk->n_skipped && result == DB_DONE; i++) {
        db_bind_text(query, 1, walk->skipped[i].path);
        db_bind_text(query, 2, walk->skipped[i].reason);
        result = db_do(query);
    }
    db_query_free(query);
    return result;
}

enum db_result folders_keep(struct db *db, const struct walk *walk)
{
    enum db_result result =
        db_run(db, "DELETE FROM walked; DELETE FROM skipped");
    if (result == DB_DONE)
        result = save_walked(db, walk);
    return result == DB_DONE ? save_skipped(db, walk) : result;
}

static bool is_as_walked(const char *path, int64_t mtime_ns)
{
    struct file_stamp stamp;
    return file_stamp_get(path, &stamp) ? stamp.mtime_ns == mtime_ns
                                        : mtime_ns == WALKED_ABSENT;
}

static bool are_walked_still(struct db *db)
{
    struct db_query *query = db_query(db, "SELECT path, mtime FROM walked");
    enum db_result result;
    bool same = true;
    while (same && (result = db_step(query)) == DB_ROW)
        same = is_as_walked(db_text(query, 0), db_long(query, 1));
    db_query_free(query);
    return same && result == DB_DONE;
}

bool folders_is_still_unreadable(const char *path, const char *reason)
{
    struct error err;
    struct buf content;
    buf_init(&content);
    bool is_read = file_read(path, ARTICLE_MAX_BYTES, &content, NULL, &err);
    buf_finish(&content);
    return !is_read && !strcmp(error_reason(&err, path), reason);
}

/* Returns whether a test is true for the path and reason in every row. */
static bool holds_for_all(struct db *db, const char *sql,
                          bool (*test)(const char *path, const char *reason))
{
    struct db_query *query = db_query(db, sql);
    enum db_result result;
    bool holds = true;
    while (holds && (result = db_step(query)) == DB_ROW)
        holds = test(db_text(query, 0), db_text(query, 1));
    db_query_free(query);
    return holds && result == DB_DONE;
}

bool folders_are_as_walked(struct db *db)
{
    return are_walked_still(db) &&
           holds_for_all(db, "SELECT path, reason FROM skipped",
                         walk_still_skips) &&
           holds_for_all(db,
                         "SELECT path, problem FROM article"
                         " WHERE problem IS NOT NULL",
                         folders_is_still_unreadable);
}
