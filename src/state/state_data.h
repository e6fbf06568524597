/* Shared by the files of state/. */
#ifndef MEDFAQ_STATE_STATE_DATA_H
#define MEDFAQ_STATE_STATE_DATA_H

#include <stdbool.h>
#include <stdint.h>

#include "base/file.h"
#include "data/db.h"
#include "state/state.h"

/* several readers may be writing at the same time */
#define KEEP_WAIT_MS 30000

struct state {
    enum state_use use;
    char *path;    /* of the file; NULL: not determined yet, or no home */
    struct db *db; /* NULL: not open */
    struct file_stamp stamp; /* of the file when it was opened */
    bool is_barred;          /* the file cannot be used; trouble says why */
    char *trouble;           /* NULL: none */
    bool is_told;            /* trouble has been returned */
    int wait_ms;      /* for other writers, when opening; 0: a short time */
    bool is_changing; /* within state_change() */
    int64_t time_now; /* for tests; 0: use the clock */
};

/* Returns the open database, or NULL if there is none that can be used. */
struct db *state_db(struct state *state);
/* Does the same for reading settings, which is allowed in a private session. */
struct db *state_db_settings(struct state *state);

/* Frees a query and, if it failed because the file is damaged, puts the file
 * aside. */
void state_query_end(struct state *state, struct db_query *query);

/* Runs work in a transaction and returns true once that is on the disk. work
 * returns false if a statement failed; it is run again with a new file if the
 * old one turns out to be damaged. */
bool state_change(struct state *state,
                  bool (*work)(struct state *state, void *context),
                  void *context, struct error *err);

/* Opens the file, creates it if it is missing, and upgrades its tables. Sets
 * *newer if a later version of medfaq wrote it. Sets state->db on success and
 * err otherwise. */
enum db_result state_file_open(struct state *state, bool *newer,
                               struct error *err);
/* Renames the damaged file, unless another process has replaced it already, and
 * sets the line that state_take_trouble() returns. */
bool state_file_put_aside(struct state *state, struct error *err);

/* Sets the line that state_take_trouble() returns next. */
void state_set_trouble(struct state *state, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Returns the number in a column, or 0 if it is negative or above max, since a
 * damaged file may contain anything. */
int64_t state_number(struct db_query *query, int column, int64_t max);

/* The last second of the year 9999. */
#define STATE_TIME_MAX 253402300799

/* Returns the current time in seconds since 1970. */
int64_t state_time(const struct state *state);

#endif
