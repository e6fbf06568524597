/* The private part of a connection, shared by the files of data/. */
#ifndef MEDFAQ_DATA_DB_PRIVATE_H
#define MEDFAQ_DATA_DB_PRIVATE_H

#include <stdbool.h>

#include <sqlite3.h>

#include "data/db.h"

struct scorer;

struct db {
    sqlite3 *connection;
    int failed_code; /* of the last db_run that failed, or 0 */
    bool (*stop)(void *);
    void *stop_context;
    bool (*wait)(void *, int n_before);
    void *wait_context;
    struct scorer *scorers; /* for fts.c; SQLite frees them */
};

/* Converts a result code of SQLite. */
enum db_result db_result_of(int code);

#endif
