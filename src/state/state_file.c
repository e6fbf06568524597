/* Opens or creates the state file, upgrades it, and puts a damaged one
 * aside. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "state/state_data.h"

#define APPLICATION_ID 0x6D656473 /* "meds" */
#define LOOK_WAIT_MS 100 /* the first screen does not wait for writers */
#define ASIDE_NAMES_MAX 100

/* Each step upgrades a file to the next version; the first creates a new file.
 * Never edit a step that has been released.
 *
 * The table article has the articles that were opened. The place in one is
 * slug, the heading above it, and beyond, the bytes after the start of that
 * heading; source_offset is used if the heading no longer exists. reading is
 * what was read, see revision.h. annotation has bookmarks, highlights and
 * questions in the terms of the W3C's Web Annotation Data Model; n_same is how
 * often its quote occurred in the article when it was made. */
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

/* Upgrades the tables to the current version. */
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

/* Upgrades the file in a transaction. If another process does so at the same
 * time, the second one finds nothing left to do. */
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

/* Checks that the file has medfaq's application_id, or is empty. */
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

/* Checks the file and its version in one transaction, since another process may
 * be creating the tables. */
static enum db_result check_file(struct db *db, int64_t *version)
{
    enum db_result result = db_run(db, "BEGIN");
    if (result == DB_DONE) {
        result = check_tables(db, version);
        db_run(db, "ROLLBACK");
    }
    return result;
}

enum db_result state_file_open(struct state *state, bool *newer,
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

/* Finds an unused name for the damaged file. Returns false if all are used. */
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

/* Renames the journal, too: otherwise SQLite would roll it back into the new
 * file. */
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

/* Call this while holding the lock on the folder. */
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
        state_set_trouble(
            state,
            _("The file of bookmarks and places was damaged. It was "
              "renamed to %s and a new one was started"),
            name);
        free(name);
    }
    buf_finish(&aside);
    return ok;
}

/* Several readers may find the damage at the same time. Only the first renames
 * the file; the others find that it has been replaced. */
bool state_file_put_aside(struct state *state, struct error *err)
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
