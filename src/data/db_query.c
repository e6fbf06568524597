/* Runs statements, steps through their rows, and reports their errors. */
#include <limits.h>
#include <string.h>

#include "data/db.h"
#include "data/db_private.h"
#include "data/page_sums.h"

#define STEPS_BETWEEN_STOPS 500

enum db_result db_result_of(int code)
{
    switch (code & 0xFF) {
    case SQLITE_OK:
    case SQLITE_DONE: return DB_DONE;
    case SQLITE_ROW: return DB_ROW;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return DB_BUSY;
    case SQLITE_INTERRUPT: return DB_STOPPED;
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
    case SQLITE_NOTADB: return DB_DAMAGED;
    case SQLITE_CANTOPEN:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_PERM:
    case SQLITE_READONLY: return DB_NO_SPACE;
    default: return DB_FAILED;
    }
}

enum db_result db_run(struct db *db, const char *sql)
{
    int code = sqlite3_exec(db->connection, sql, NULL, NULL, NULL);
    if (code != SQLITE_OK)
        db->failed_code = code;
    return db_result_of(code);
}

struct db_query *db_query(struct db *db, const char *sql)
{
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v3(db->connection, sql, -1, SQLITE_PREPARE_PERSISTENT,
                           &statement, NULL) != SQLITE_OK)
        return NULL;
    return (struct db_query *)statement;
}

static sqlite3_stmt *statement_of(struct db_query *query)
{
    return (sqlite3_stmt *)query;
}

void db_query_free(struct db_query *query)
{
    sqlite3_finalize(statement_of(query));
}

void db_bind_long(struct db_query *query, int n, int64_t number)
{
    if (query)
        sqlite3_bind_int64(statement_of(query), n, number);
}

void db_bind_text(struct db_query *query, int n, const char *text)
{
    db_bind_text_n(query, n, text, text ? strlen(text) : 0);
}

void db_bind_text_n(struct db_query *query, int n, const char *text,
                    size_t n_bytes)
{
    if (query && n_bytes > INT_MAX)
        sqlite3_bind_null(statement_of(query), n);
    else if (query)
        sqlite3_bind_text(statement_of(query), n, text, (int)n_bytes,
                          SQLITE_TRANSIENT);
}

enum db_result db_step(struct db_query *query)
{
    if (!query)
        return DB_FAILED;
    enum db_result result = db_result_of(sqlite3_step(statement_of(query)));
    if (result != DB_ROW)
        sqlite3_reset(statement_of(query));
    return result;
}

enum db_result db_do(struct db_query *query)
{
    enum db_result result = db_step(query);
    if (result != DB_ROW)
        return result;
    db_reset(query);
    return DB_DONE;
}

void db_reset(struct db_query *query)
{
    sqlite3_reset(statement_of(query));
}

int64_t db_long(struct db_query *query, int column)
{
    return sqlite3_column_int64(statement_of(query), column);
}

const char *db_text(struct db_query *query, int column)
{
    const unsigned char *text =
        sqlite3_column_text(statement_of(query), column);
    return text ? (const char *)text : "";
}

enum db_result db_last_result(const struct db *db)
{
    return db_result_of(sqlite3_errcode(db->connection));
}

bool db_is_damaged(const struct db *db)
{
    return page_sums_have_failed(db->connection);
}

const char *db_message(const struct db *db)
{
    int code = sqlite3_errcode(db->connection);
    bool no_error =
        code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW;
    return no_error && db->failed_code ? sqlite3_errstr(db->failed_code)
                                       : sqlite3_errmsg(db->connection);
}

int64_t db_number(struct db *db, const char *sql, int64_t fallback)
{
    struct db_query *query = db_query(db, sql);
    int64_t number = fallback;
    if (db_step(query) == DB_ROW)
        number = db_long(query, 0);
    db_query_free(query);
    return number;
}

static int on_progress(void *context)
{
    struct db *db = context;
    return db->stop(db->stop_context);
}

void db_on_step(struct db *db, bool (*stop)(void *), void *context)
{
    db->stop = stop;
    db->stop_context = context;
    sqlite3_progress_handler(db->connection, stop ? STEPS_BETWEEN_STOPS : 0,
                             stop ? on_progress : NULL, db);
}

static int on_busy(void *context, int n_before)
{
    struct db *db = context;
    return db->wait(db->wait_context, n_before);
}

void db_on_busy(struct db *db, bool (*wait)(void *, int n_before),
                void *context)
{
    db->wait = wait;
    db->wait_context = context;
    sqlite3_busy_handler(db->connection, on_busy, db);
}
