/* The state as the files of state/ see it. */
#ifndef MEDFAQ_STATE_STATE_DATA_H
#define MEDFAQ_STATE_STATE_DATA_H

#include <stdbool.h>
#include <stdint.h>

#include "base/file.h"
#include "data/db.h"
#include "state/state.h"

#define KEEP_WAIT_MS 30000 /* several readers may be writing at once */

struct state {
    enum state_use use;
    char *path;    /* of the file; NULL: not looked for yet, or no home */
    struct db *db; /* NULL: not open */
    struct file_stamp stamp; /* of the file when it was opened */
    bool is_barred;          /* it cannot be used; trouble says why */
    char *trouble;           /* NULL: none */
    bool is_told;            /* the trouble was taken */
    int wait_ms;      /* for other writers, as it is opened; 0: not long */
    bool is_changing; /* within state_change */
    int64_t time_now; /* 0: the clock's; set by tests */
};

/* The open database; NULL if there is none, or none that can be used. */
struct db *state_db(struct state *state);
/* The same where nothing but settings may be read. */
struct db *state_db_settings(struct state *state);

/* Frees the query and, if it failed because the file is damaged, puts the file
 * aside. */
void state_query_end(struct state *state, struct db_query *query);

/* Runs work in a transaction that is on the disk when true comes back. work
 * returns false if a statement failed, and is run again in a new file if the
 * old one turns out to be damaged. */
bool state_change(struct state *state,
                  bool (*work)(struct state *state, void *context),
                  void *context, struct error *err);

/* Opens the file, makes it if it is missing, and brings its tables up to date.
 * *newer: a later version of medfaq wrote it. On success state->db is set;
 * otherwise the reason is in err. */
enum db_result state_file_open(struct state *state, bool *newer,
                               struct error *err);
/* Renames the damaged file, unless another process has already put a new one in
 * its place, and says so (state_take_trouble). */
bool state_file_put_aside(struct state *state, struct error *err);

/* Sets the line that state_take_trouble returns next. */
void state_set_trouble(struct state *state, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The number in a column, or 0 where it is negative or above max: a damaged
 * file may hold what was never kept. */
int64_t state_number(struct db_query *query, int column, int64_t max);

/* The last second of the year 9999. */
#define STATE_TIME_MAX 253402300799

/* Seconds since 1970. */
int64_t state_time(const struct state *state);

#endif
