/* SQLite, opened safely. [sqlite3]
 *
 * A connection is used by one thread at a time. A file is either a cache, which
 * can be rebuilt, or it is kept: it holds what the user made, which cannot. */
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
    DB_STOPPED,  /* the function of db_on_step returned true */
    DB_DAMAGED,  /* the file is corrupt or not a database */
    DB_NO_SPACE, /* the file cannot be written: disk full, read-only */
    DB_FAILED,   /* anything else: a bug */
};

/* Opens or creates a cache file with mode 0600 in an existing folder. The file
 * has checksums of its pages, so only this program can use it. Refuses symbolic
 * links and anything but a regular file of this user. On failure returns NULL
 * and sets *result and err. */
struct db *db_open(const char *path, enum db_result *result, struct error *err);

/* Opens a database in memory, which the connections of this process share by
 * its name. */
struct db *db_open_memory(const char *name, struct error *err);

/* Opens a database in an unnamed temporary file, of which at most a megabyte is
 * in memory. It ends with the connection and has no rollback. */
struct db *db_open_temporary(struct error *err);

/* Like db_open, for a file that is kept: what is committed is on the disk, and
 * what is deleted is overwritten. wait_ms: see db_set_wait. */
struct db *db_open_kept(const char *path, int wait_ms, enum db_result *result,
                        struct error *err);

void db_close(struct db *db);

/* Rewrites the whole file, so that no page retains what was deleted. */
enum db_result db_vacuum(struct db *db);

/* Sets how long a statement waits for another connection's lock on the
 * database. The default for a cache is 1,000 ms. */
void db_set_wait(struct db *db, int ms);

/* Runs statements that return no rows. */
enum db_result db_run(struct db *db, const char *sql);

/* Prepares a statement; free it with db_query_free. Returns NULL on failure. */
struct db_query *db_query(struct db *db, const char *sql);
void db_query_free(struct db_query *query);

/* Bind parameters, numbered from 1. Text is copied. NULL, and text longer than
 * INT_MAX bytes, is bound as SQL NULL. */
void db_bind_long(struct db_query *query, int n, int64_t number);
void db_bind_text(struct db_query *query, int n, const char *text);
void db_bind_text_n(struct db_query *query, int n, const char *text,
                    size_t n_bytes);

/* Steps to the next row. After the last row and after a failure, the query is
 * reset. Returns DB_FAILED if query is NULL. */
enum db_result db_step(struct db_query *query);
/* Runs a statement without rows, or whose rows are not needed. */
enum db_result db_do(struct db_query *query);
/* Abandons the remaining rows. Required before parameters are bound again. */
void db_reset(struct db_query *query);

/* Return columns of the current row, numbered from 0. Text is valid until the
 * next step; NULL is returned as "". */
int64_t db_long(struct db_query *query, int column);
const char *db_text(struct db_query *query, int column);

/* Return the result of the last call that failed, and its message. A ROLLBACK
 * after it does not change the message. */
enum db_result db_last_result(const struct db *db);
const char *db_message(const struct db *db);
/* Tells whether the connection has read a damaged page, even if the failure of
 * the statement was ignored. Every later statement that reads the file
 * fails. */
bool db_is_damaged(const struct db *db);
/* Returns the first column of a statement's first row, or fallback. */
int64_t db_number(struct db *db, const char *sql, int64_t fallback);

/* Calls stop periodically during each statement, which ends with DB_STOPPED
 * once stop returns true. NULL ends the calls. */
void db_on_step(struct db *db, bool (*stop)(void *), void *context);

/* Calls wait instead of sleeping while another connection has locked the
 * database. n_before is the number of earlier calls for the statement. If wait
 * returns false, the statement ends with DB_BUSY. */
void db_on_busy(struct db *db, bool (*wait)(void *, int n_before),
                void *context);

#endif
