/* SQLite, opened safely. [sqlite3]
 *
 * A connection belongs to one thread at a time. A file is a cache, which can be
 * made again, or it is kept: what the user made, which cannot. */
#ifndef MEDFAQ_DATA_DB_H
#define MEDFAQ_DATA_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct db;
struct db_query;

enum db_result {
    DB_ROW,
    DB_DONE,
    DB_BUSY,     /* another connection is writing; try again later */
    DB_STOPPED,  /* by the function given to db_on_step */
    DB_DAMAGED,  /* the file is corrupt or not a database */
    DB_NO_SPACE, /* the disk is read-only, full or failing */
    DB_FAILED,   /* anything else: a bug */
};

/* Opens or creates a cache file with mode 0600 in an existing folder, which has
 * checksums of its pages and is of use to this program alone. Refuses
 * symbolic links and what is not a regular file of this user. NULL with err and
 * the reason in *result. */
struct db *db_open(const char *path, enum db_result *result, struct error *err);

/* Opens a database in memory, which connections of this process share by its
 * name. */
struct db *db_open_memory(const char *name, struct error *err);

/* Opens a database in a temporary file without a name, of which a megabyte at
 * most is in memory. It does not outlive the connection, and cannot roll
 * back. */
struct db *db_open_temporary(struct error *err);

/* Like db_open, for a file that is kept: what is committed is on the disk, and
 * what is deleted is overwritten. wait_ms: see db_set_wait. */
struct db *db_open_kept(const char *path, int wait_ms, enum db_result *result,
                        struct error *err);

void db_close(struct db *db);

/* Rewrites the whole file, so that no page keeps anything of what was
 * deleted. */
enum db_result db_vacuum(struct db *db);

/* How long a statement waits for another connection that has locked the
 * database; 1,000 ms at first in a cache. */
void db_set_wait(struct db *db, int ms);

/* Runs statements without results. */
enum db_result db_run(struct db *db, const char *sql);

/* Prepares a statement, to be freed with db_query_free; NULL on failure. */
struct db_query *db_query(struct db *db, const char *sql);
void db_query_free(struct db_query *query);

/* Bind parameters, numbered from 1; text is copied. NULL, and text of more than
 * INT_MAX bytes, is bound as SQL NULL. */
void db_bind_long(struct db_query *query, int n, int64_t number);
void db_bind_text(struct db_query *query, int n, const char *text);
void db_bind_text_n(struct db_query *query, int n, const char *text,
                    size_t n_bytes);

/* Steps to the next row. After the last row and after a failure the query is
 * reset. DB_FAILED if query is NULL. */
enum db_result db_step(struct db_query *query);
/* Runs a statement that has no rows, or whose rows are not needed. */
enum db_result db_do(struct db_query *query);
/* Abandons the remaining rows; needed before parameters are bound again. */
void db_reset(struct db_query *query);

/* Columns of the current row, from 0. Text is valid until the next step, and ""
 * for NULL. */
int64_t db_long(struct db_query *query, int column);
const char *db_text(struct db_query *query, int column);

/* The result of the last failed call, and its message: a ROLLBACK after it does
 * not change that. */
enum db_result db_last_result(const struct db *db);
const char *db_message(const struct db *db);
/* Whether the connection has met a damaged page, be it that a statement failed
 * or that somebody took no notice. Every later statement that reads the file
 * fails. */
bool db_is_damaged(const struct db *db);
/* The first column of the first row of a statement; fallback if it has none. */
int64_t db_number(struct db *db, const char *sql, int64_t fallback);

/* Calls stop every few thousand steps of a statement, which ends with
 * DB_STOPPED once that returns true. NULL stops calling. */
void db_on_step(struct db *db, bool (*stop)(void *), void *context);

/* Calls wait instead of sleeping while another connection has locked the
 * database; n_before counts earlier calls for the statement. If it returns
 * false, the statement ends with DB_BUSY. */
void db_on_busy(struct db *db, bool (*wait)(void *, int n_before),
                void *context);

#endif
