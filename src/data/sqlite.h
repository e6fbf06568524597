/* SQLite opened safely, and statements that say what they met. [sqlite3]
 *
 * A connection belongs to one thread at a time. Only caches are opened here:
 * files that are ours alone and can be made again. */
#ifndef MEDFAQ_DATA_SQLITE_H
#define MEDFAQ_DATA_SQLITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct db;
struct db_query;

enum db_result {
    DB_ROW,
    DB_DONE,
    DB_BUSY,     /* another connection writes; ask again later */
    DB_STOPPED,  /* by the function of db_on_step */
    DB_DAMAGED,  /* the file is no database, or a broken one */
    DB_NO_SPACE, /* read-only, full, or failing disk */
    DB_FAILED,   /* anything else: a mistake of ours */
};

/* Opens or makes a cache file, 0600, in a folder that is there. Refuses what
 * is no regular file of ours, and symbolic links. NULL with err, and with the
 * reason in *result. */
struct db *db_open(const char *path, enum db_result *result, struct error *err);

/* A database in memory, which the connections of this process share by its
 * name. */
struct db *db_open_memory(const char *name, struct error *err);

void db_close(struct db *db);

/* Runs statements without results. */
enum db_result db_run(struct db *db, const char *sql);

/* Compiles one statement; db_query_free ends it. NULL when that failed. */
struct db_query *db_query(struct db *db, const char *sql);
void db_query_free(struct db_query *query);

/* Parameters, from 1; the text is copied. NULL is SQL's null, and
 * so is a text of more than INT_MAX bytes. */
void db_bind_long(struct db_query *query, int n, int64_t number);
void db_bind_text(struct db_query *query, int n, const char *text);
void db_bind_text_n(struct db_query *query, int n, const char *text,
                    size_t n_bytes);

/* The next row; at the end and after a failure the query is ready to be asked
 * again. NULL as query: DB_FAILED. */
enum db_result db_step(struct db_query *query);
/* Runs a statement that has no rows, or whose rows do not matter. */
enum db_result db_do(struct db_query *query);
/* Leaves the rows that were not asked for; before the query is bound anew. */
void db_reset(struct db_query *query);

/* Columns, from 0, of the row that there is; texts live until the next step,
 * and are "" for null. */
int64_t db_long(struct db_query *query, int column);
const char *db_text(struct db_query *query, int column);

int64_t db_last_row(const struct db *db);
/* Rows that the last statement changed. */
int64_t db_changes(const struct db *db);
/* The last failure, and in words. */
enum db_result db_last_result(const struct db *db);
const char *db_message(const struct db *db);
/* The first number that a statement gives; fallback if it gives none. */
int64_t db_number(struct db *db, const char *sql, int64_t fallback);

/* Calls stop every few thousand steps of a statement, which ends with
 * DB_STOPPED when it returns true. NULL: no longer. */
void db_on_step(struct db *db, bool (*stop)(void *), void *context);

/* Calls wait instead of sleeping when another connection has the database;
 * n_before says how often for the same statement. False gives up: DB_BUSY. */
void db_on_busy(struct db *db, bool (*wait)(void *, int n_before),
                void *context);

#endif
