/* A connection, as the files of data/ see it. */
#ifndef MEDFAQ_DATA_DB_PRIVATE_H
#define MEDFAQ_DATA_DB_PRIVATE_H

#include <stdbool.h>

#include <sqlite3.h>

#include "data/db.h"

struct scorer;

struct db {
    sqlite3 *connection;
    int failed_code; /* of the last db_run that failed; 0: none */
    bool (*stop)(void *);
    void *stop_context;
    bool (*wait)(void *, int n_before);
    void *wait_context;
    struct scorer *scorers; /* of fts.c; SQLite frees them */
};

/* What a result code of SQLite means. */
enum db_result db_result_of(int code);

#endif
