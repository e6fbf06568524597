/* Opens the file, makes it, and puts a damaged one aside. */
#include "state/state.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/paths.h"
#include "state/state_data.h"

#define FILE_NAME "state.db"
#define APPLICATION_ID 0x6D656473 /* "meds" */
#define LOOK_WAIT_MS 100          /* the first screen waits for no writer */
#define KEEP_WAIT_MS 30000        /* several readers may be writing at once */
#define ASIDE_NAMES_MAX 100

/* Each step brings a file to the next version; the first makes a new
 * one. A version that has been released is never edited.
 *
 * article has what was opened: its place is slug, the heading above it,
 * and beyond, the bytes after that heading's start, or source_offset
 * where the heading has gone. reading is what was read, see revision.h.
 * annotation has bookmarks, highlights and questions in the terms of
 * the W3C's Web Annotation Data Model; n_same counts its quote in the
 * article when it was made. */
static const char *const steps[] = {
    "CREATE TABLE article("
    " id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, name TEXT NOT "
    "NULL,"
    " lang TEXT NOT NULL, title TEXT NOT NULL, digest INTEGER NOT NULL,"
    " opened INTEGER NOT NULL, placed INTEGER, source_offset INTEGER,"
    " slug TEXT, beyond INTEGER, section TEXT,"
    " read_at INTEGER, reading TEXT);"
    "CREATE TABLE visit("
    " id INTEGER PRIMARY KEY, time INTEGER NOT NULL,"
    " article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE);"
    "CREATE TABLE annotation("
    " id INTEGER PRIMARY KEY,"
    " article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,"
    " motivation INTEGER NOT NULL, created INTEGER NOT NULL,"
    " modified INTEGER NOT NULL, body TEXT NOT NULL, kind INTEGER NOT "
    "NULL,"
    " exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,"
    " start INTEGER NOT NULL, end INTEGER NOT NULL,"
    " section TEXT NOT NULL, n_same INTEGER NOT NULL);"
    "CREATE INDEX annotation_article ON annotation(article, start);"
    "CREATE INDEX annotation_created ON annotation(created);"
    "CREATE TABLE mark("
    " letter TEXT PRIMARY KEY, time INTEGER NOT NULL,"
    " article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,"
    " source_offset INTEGER NOT NULL, slug TEXT NOT NULL,"
    " beyond INTEGER NOT NULL, label TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE search("
    " text TEXT PRIMARY KEY, time INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE setting("
    " name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;",
    /* status is an enum anchor_result; ANCHOR_FOUND is 1 */
    "ALTER TABLE annotation ADD COLUMN status INTEGER NOT NULL DEFAULT 1;",
};

#define VERSION ((int64_t)(sizeof steps / sizeof *steps))

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

static void set_trouble(struct state *state, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void set_trouble(struct state *state, const char *format, ...)
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
    set_trouble(state, _("Nothing is remembered: %s%s%s"), path ? path : "",
                path ? ": " : "",
                path ? error_reason(err, state->path) : err->message);
    free(path);
}

/* From now on nothing is remembered. */
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

/* Brings the tables from a version to ours. */
static bool upgrade(struct db *db)
{
    char numbers[96];
    int64_t version = db_number(db, "PRAGMA user_version", -1);
    snprintf(numbers, sizeof numbers,
             "PRAGMA application_id=%d; PRAGMA user_version=%d;",
             APPLICATION_ID, (int)VERSION);
    bool ok = version >= 0;
    for (; ok && version < VERSION; version++)
        ok = db_run(db, steps[version]) == DB_DONE;
    return ok && db_run(db, numbers) == DB_DONE;
}

/* Another process may upgrade at the same time: the second one finds nothing
 * left to do. */
static enum db_result upgrade_file(struct db *db)
{
    db_set_wait(db, KEEP_WAIT_MS);
    enum db_result result = db_run(db, "BEGIN IMMEDIATE");
    if (result != DB_DONE)
        return result;
    if (upgrade(db) && (result = db_run(db, "COMMIT")) == DB_DONE)
        return DB_DONE;
    result = result == DB_DONE ? db_last_result(db) : result;
    db_run(db, "ROLLBACK");
    return result;
}

/* A file is ours by its application_id, or because it is empty. */
static enum db_result check_tables(struct db *db, int64_t *version)
{
    *version = db_number(db, "PRAGMA user_version", -1);
    if (*version == VERSION)
        return DB_DONE;
    int64_t id = db_number(db, "PRAGMA application_id", -1);
    int64_t n =
        *version ? 1 : db_number(db, "SELECT count(*) FROM sqlite_schema", -1);
    if (*version < 0 || id < 0 || n < 0)
        return db_last_result(db);
    return *version ? (id == APPLICATION_ID ? DB_DONE : DB_DAMAGED)
                    : (n == 0 ? DB_DONE : DB_DAMAGED);
}

/* Whether the file is ours, and which version; in one transaction, since
 * another process may be making the tables. */
static enum db_result check_file(struct db *db, int64_t *version)
{
    enum db_result result = db_run(db, "BEGIN");
    if (result == DB_DONE) {
        result = check_tables(db, version);
        db_run(db, "ROLLBACK");
    }
    return result;
}

/* Opens the file and brings it up to date. *newer: a later version of medfaq
 * has made it. */
static enum db_result open_file(struct state *state, bool *newer,
                                struct error *err)
{
    enum db_result result;
    int64_t version;
    *newer = false;
    file_stamp_get(state->path, &state->stamp);
    struct db *db = db_open_kept(state->path,
                                 state->wait_ms ? state->wait_ms : LOOK_WAIT_MS,
                                 &result, err);
    if (!db)
        return result;
    result = check_file(db, &version);
    *newer = result == DB_DONE && version > VERSION;
    if (result == DB_DONE && version < VERSION)
        result = upgrade_file(db);
    if (result == DB_DONE && !*newer) {
        state->db = db;
        return DB_DONE;
    }
    error_set(err, "%s: %s", state->path, db_message(db));
    db_close(db);
    return result;
}

/* A name that no file has; false if there are too many. */
static bool aside_name(const struct state *state, struct buf *out)
{
    char when[32];
    struct tm tm;
    time_t now = (time_t)state_time(state);
    localtime_r(&now, &tm);
    strftime(when, sizeof when, "%Y-%m-%d-%H%M%S", &tm);
    for (int i = 1; i <= ASIDE_NAMES_MAX; i++) {
        buf_clear(out);
        buf_printf(out, "%s.damaged-%s", state->path, when);
        if (i > 1)
            buf_printf(out, "-%d", i);
        if (access(out->data, F_OK) < 0 && errno == ENOENT)
            return true;
    }
    return false;
}

/* A journal belongs to its database, and would be played into a new one. */
static bool rename_both(const struct state *state, const char *aside)
{
    struct buf journal, journal_aside;
    buf_init(&journal);
    buf_init(&journal_aside);
    buf_printf(&journal, "%s-journal", state->path);
    buf_printf(&journal_aside, "%s-journal", aside);
    bool ok =
        (rename(journal.data, journal_aside.data) == 0 || errno == ENOENT) &&
        rename(state->path, aside) == 0;
    buf_finish(&journal);
    buf_finish(&journal_aside);
    return ok;
}

/* Under the lock on the folder. */
static bool put_aside_locked(struct state *state, struct error *err)
{
    struct file_stamp now;
    struct buf aside;
    buf_init(&aside);
    bool is_replaced = !file_stamp_get(state->path, &now) ||
                       now.inode != state->stamp.inode ||
                       now.device != state->stamp.device;
    bool ok = is_replaced ||
              (aside_name(state, &aside) && rename_both(state, aside.data)) ||
              error_set(err, "%s: %s", state->path, strerror(errno));
    if (ok && !is_replaced) {
        char *name = paths_shorten_home(aside.data);
        set_trouble(state,
                    _("The file of bookmarks and places was damaged. It was "
                      "renamed to %s and a new one was started"),
                    name);
        free(name);
    }
    buf_finish(&aside);
    return ok;
}

/* Renames the damaged file. Several readers may find the damage at once: only
 * the first does not find another file in its place. */
static bool put_aside(struct state *state, struct error *err)
{
    char *folder = paths_make(PATHS_STATE, err);
    int fd = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    bool ok =
        fd >= 0 && flock(fd, LOCK_EX) == 0 && put_aside_locked(state, err);
    if (ok)
        fsync(fd);
    if (fd >= 0)
        close(fd);
    free(folder);
    return ok;
}

/* Opens the file, which exists, or bars it. */
static void open_or_bar(struct state *state)
{
    bool newer;
    struct error err = {0};
    enum db_result result = open_file(state, &newer, &err);
    if (state->db)
        return;
    if (result == DB_DAMAGED && put_aside(state, &err))
        return; /* a new one is made when something is kept */
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
    /* No home, or no file: nothing was ever kept. */
    if (!find_path(state, &err) || access(state->path, F_OK) < 0)
        return NULL;
    open_or_bar(state);
    return state->db;
}

struct db *state_db(struct state *state)
{
    return state->use == STATE_ON ? state_db_settings(state) : NULL;
}

/* Makes the folder and the file where they are missing. */
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
        open_file(state, &newer, err) != DB_DONE)
        close_file(state);
    free(folder);
    if (state->is_barred)
        return error_set(err, "%s", state->trouble);
    return state->db != NULL;
}

/* After a statement has failed. */
static bool is_damaged(struct state *state)
{
    return db_last_result(state->db) == DB_DAMAGED;
}

static void replace_damaged(struct state *state)
{
    struct error err = {0};
    close_file(state);
    if (!put_aside(state, &err))
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
