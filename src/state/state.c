/* Opens the state when it is needed, and changes it in transactions. */
#include "state/state.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/paths.h"
#include "state/state_data.h"

#define FILE_NAME "state.db"

struct state *state_new(enum state_use use)
{
    struct state *state = mem_calloc(1, sizeof *state);
    state->use = use;
    return state;
}

void state_free(struct state *state)
{
    if (!state)
        return;
    db_close(state->db);
    free(state->path);
    free(state->trouble);
    free(state);
}

bool state_is_on(const struct state *state)
{
    return state->use == STATE_ON;
}

int64_t state_time(const struct state *state)
{
    return state->time_now ? state->time_now : (int64_t)time(NULL);
}

int64_t state_number(struct db_query *query, int column, int64_t max)
{
    int64_t number = db_long(query, column);
    return number >= 0 && number <= max ? number : 0;
}

const char *state_take_trouble(struct state *state)
{
    if (state->is_told)
        return NULL;
    state->is_told = state->trouble != NULL;
    return state->trouble;
}

void state_set_trouble(struct state *state, const char *format, ...)
{
    va_list args;
    free(state->trouble);
    va_start(args, format);
    if (vasprintf(&state->trouble, format, args) < 0)
        mem_exhausted();
    va_end(args);
    state->is_told = false;
}

static void close_file(struct state *state)
{
    db_close(state->db);
    state->db = NULL;
}

static void say_why(struct state *state, const struct error *err)
{
    char *path = state->path ? paths_shorten_home(state->path) : NULL;
    state_set_trouble(state, _("Nothing is remembered: %s%s%s"),
                      path ? path : "", path ? ": " : "",
                      path ? error_reason(err, state->path) : err->message);
    free(path);
}

/* Gives up on the file: from now on nothing is remembered. */
static void bar(struct state *state, const struct error *err)
{
    close_file(state);
    state->is_barred = true;
    say_why(state, err);
}

static bool find_path(struct state *state, struct error *err)
{
    if (!state->path)
        state->path = paths_in(PATHS_STATE, FILE_NAME, err);
    return state->path != NULL;
}

/* Opens the existing file, or gives up on it. */
static void open_or_bar(struct state *state)
{
    bool newer;
    struct error err = {0};
    enum db_result result = state_file_open(state, &newer, &err);
    if (state->db)
        return;
    if (result == DB_DAMAGED && state_file_put_aside(state, &err))
        return; /* a new one is created when something is saved */
    if (newer)
        error_set(&err, _("%s: written by a newer version of medfaq"),
                  state->path);
    if (result == DB_BUSY)
        error_set(&err, _("%s: in use by another medfaq"), state->path);
    if (result != DB_BUSY)
        bar(state, &err);
}

struct db *state_db_settings(struct state *state)
{
    struct error err;
    if (state->db || state->is_barred || state->use == STATE_OFF)
        return state->db;
    /* Without a home directory or a file, nothing was ever saved. */
    if (!find_path(state, &err) || access(state->path, F_OK) < 0)
        return NULL;
    open_or_bar(state);
    return state->db;
}

struct db *state_db(struct state *state)
{
    return state->use == STATE_ON ? state_db_settings(state) : NULL;
}

/* Opens the file for saving. Creates it and its folder if they are missing. */
static bool open_to_keep(struct state *state, struct error *err)
{
    bool newer;
    char *folder = NULL;
    if (state->use != STATE_ON)
        return error_set(err, state->use == STATE_PRIVATE
                                  ? _("nothing is saved in a private session")
                                  : _("not allowed while MEDFAQ_SECURE is "
                                      "set"));
    state->wait_ms = KEEP_WAIT_MS;
    if (!state_db(state) && !state->is_barred && find_path(state, err) &&
        (folder = paths_make(PATHS_STATE, err)) &&
        state_file_open(state, &newer, err) != DB_DONE)
        close_file(state);
    free(folder);
    if (state->is_barred)
        return error_set(err, "%s", state->trouble);
    return state->db != NULL;
}

/* Call this after a statement has failed. */
static bool is_damaged(struct state *state)
{
    return db_last_result(state->db) == DB_DAMAGED;
}

static void replace_damaged(struct state *state)
{
    struct error err = {0};
    close_file(state);
    if (!state_file_put_aside(state, &err))
        bar(state, &err);
}

static bool run_change(struct state *state,
                       bool (*work)(struct state *state, void *context),
                       void *context, bool *damaged, struct error *err)
{
    if (!open_to_keep(state, err))
        return false;
    db_set_wait(state->db, KEEP_WAIT_MS);
    state->is_changing = true;
    bool ok = db_run(state->db, "BEGIN IMMEDIATE") == DB_DONE &&
              work(state, context) && db_run(state->db, "COMMIT") == DB_DONE;
    state->is_changing = false;
    if (ok)
        return true;
    *damaged = is_damaged(state);
    error_set(err, "%s: %s", state->path, db_message(state->db));
    db_run(state->db, "ROLLBACK");
    return false;
}

bool state_change(struct state *state,
                  bool (*work)(struct state *state, void *context),
                  void *context, struct error *err)
{
    bool damaged = false;
    if (run_change(state, work, context, &damaged, err))
        return true;
    if (damaged) {
        replace_damaged(state);
        if (run_change(state, work, context, &damaged, err))
            return true;
    }
    if (state->use == STATE_ON && !state->trouble)
        say_why(state, err);
    return false;
}

void state_query_end(struct state *state, struct db_query *query)
{
    bool damaged = !state->is_changing && is_damaged(state);
    db_query_free(query);
    if (damaged)
        replace_damaged(state);
}

bool state_compact(struct state *state, struct error *err)
{
    if (!state_db(state))
        return !state->is_barred || error_set(err, "%s", state->trouble);
    db_set_wait(state->db, KEEP_WAIT_MS);
    if (db_vacuum(state->db) == DB_DONE)
        return true;
    return error_set(err, "%s: %s", state->path, db_message(state->db));
}
