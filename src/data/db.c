/* Opens SQLite databases safely (CONTRIBUTING.md, "SQLite"). */
#include "data/db.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/paths.h"
#include "base/strs.h"
#include "data/db_private.h"
#include "data/page_sums.h"

#define BUSY_MS 1000

static const struct {
    int option, value;
} settings[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},
};

static const struct {
    int limit, value;
} limits[] = {
    {SQLITE_LIMIT_LENGTH, 256 << 20},  {SQLITE_LIMIT_SQL_LENGTH, 64 << 10},
    {SQLITE_LIMIT_ATTACHED, 0},        {SQLITE_LIMIT_EXPR_DEPTH, 100},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 0},   {SQLITE_LIMIT_WORKER_THREADS, 0},
    {SQLITE_LIMIT_COMPOUND_SELECT, 8},
};

/* WAL lets readers continue while one connection writes. With
 * synchronous=NORMAL, a power cut may lose the last transactions; the next
 * update of the index repeats them. */
static const char cache_pragmas[] = "PRAGMA journal_mode=WAL;"
                                    "PRAGMA synchronous=NORMAL;"
                                    "PRAGMA mmap_size=0;"
                                    "PRAGMA cell_size_check=ON;"
                                    "PRAGMA temp_store=MEMORY;";

/* SQLite's default, a rollback journal, is kept: a write-ahead log would retain
 * what was deleted. VACUUM works in memory, where it leaves no temporary
 * file. */
static const char kept_pragmas[] = "PRAGMA secure_delete=ON;"
                                   "PRAGMA temp_store=MEMORY;"
                                   "PRAGMA mmap_size=0;"
                                   "PRAGMA synchronous=FULL;"
                                   "PRAGMA cell_size_check=ON;"
                                   "PRAGMA foreign_keys=ON;";

static const char temporary_pragmas[] = "PRAGMA journal_mode=OFF;"
                                        "PRAGMA synchronous=OFF;"
                                        "PRAGMA cache_size=-1024;"
                                        "PRAGMA temp_store=FILE;";

static bool make_safe(sqlite3 *connection)
{
    bool ok = true;
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        ok = ok && sqlite3_db_config(connection, settings[i].option,
                                     settings[i].value, NULL) == SQLITE_OK;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        sqlite3_limit(connection, limits[i].limit, limits[i].value);
    sqlite3_busy_timeout(connection, BUSY_MS);
    return ok;
}

/* SQLite's own allocator, made to never fail: after a failed allocation, SQLite
 * would bind and read texts as NULL. */
static sqlite3_mem_methods allocator;

static void *allocate(int n_bytes)
{
    void *memory = allocator.xMalloc(n_bytes);
    if (!memory)
        mem_exhausted();
    return memory;
}

static void *reallocate(void *memory, int n_bytes)
{
    memory = allocator.xRealloc(memory, n_bytes);
    if (!memory)
        mem_exhausted();
    return memory;
}

static void set_allocator(void)
{
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &allocator);
    sqlite3_mem_methods ours = allocator;
    ours.xMalloc = allocate;
    ours.xRealloc = reallocate;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &ours);
}

/* Configures SQLite once, before its first use. Memory statistics are off:
 * nobody reads them, and they take a lock for each allocation. Temporary files
 * go where all others are: SQLite would prefer /var/tmp, to which a sandboxed
 * program may not write. */
static pthread_once_t once = PTHREAD_ONCE_INIT;

static const char *summed_vfs;

static void configure(void)
{
    set_allocator();
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_temp_directory = sqlite3_mprintf("%s", paths_temporary());
    summed_vfs = page_sums_register();
}

/* How a kind of database is opened. */
struct profile {
    bool has_sums; /* use page_sums.h; not if others may read the file */
    int flags;
    const char *pragmas;
};

static const struct profile cache_profile = {.has_sums = true,
                                             .pragmas = cache_pragmas};
static const struct profile kept_profile = {.pragmas = kept_pragmas};
static const struct profile temporary_profile = {.pragmas = temporary_pragmas};
static const struct profile memory_profile = {.flags = SQLITE_OPEN_URI,
                                              .pragmas = ""};

/* Opens a connection and makes it safe. Returns NULL and sets *result and err
 * on failure. */
static struct db *open_connection(const char *name,
                                  const struct profile *profile,
                                  enum db_result *result, struct error *err)
{
    struct db *db = mem_calloc(1, sizeof *db);
    pthread_once(&once, configure);
    int code = sqlite3_open_v2(name, &db->connection,
                               profile->flags | SQLITE_OPEN_READWRITE |
                                   SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                               profile->has_sums ? summed_vfs : NULL);
    if (code == SQLITE_OK && make_safe(db->connection))
        return db;
    if (code == SQLITE_OK)
        code = SQLITE_ERROR; /* it could not be made safe */
    *result = db_result_of(code);
    error_set(err, "%s: %s", name, sqlite3_errstr(code));
    db_close(db);
    return NULL;
}

/* Creates the file with mode 0600, which SQLite would leave to the umask.
 * Returns false with errno; EEXIST if the file exists. */
static bool create_private(const char *path)
{
    int fd = open(path,
                  O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC,
                  0600);
    if (fd < 0)
        return false;
    close(fd);
    return true;
}

/* Makes sure that the file, if it exists, is a regular file of this user, and
 * private: a FIFO would block SQLite. The file is not opened, since closing it
 * would drop all locks that this process has on it
 * (sqlite.org/howtocorrupt.html, 2.2). */
static bool take_over(const char *path, struct error *err)
{
    struct stat st;
    if (lstat(path, &st) != 0)
        return errno == ENOENT ||
               error_set(err, "%s: %s", path, strerror(errno));
    if (!S_ISREG(st.st_mode) || st.st_uid != geteuid())
        return error_set(
            err, _("%s: is not a regular file that you own; remove it"), path);
    if (st.st_mode & 0077 && chmod(path, 0600) != 0 && errno != ENOENT)
        return error_set(err, "%s: %s", path, strerror(errno));
    return true;
}

/* Creates the file, or takes it over together with its journals, which SQLite
 * would trust. Another process may be removing these. */
static bool claim(const char *path, struct error *err)
{
    static const char *const ends[] = {"-wal", "-shm", "-journal"};
    char beside[PATH_MAX];
    if (!create_private(path) && errno != EEXIST)
        return error_set(err, "%s: %s", path, strerror(errno));
    if (!take_over(path, err))
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        snprintf(beside, sizeof beside, "%s%s", path, ends[i]);
        if (!take_over(beside, err))
            return false;
    }
    return true;
}

static struct db *open_file(const char *path, const struct profile *profile,
                            enum db_result *result, struct error *err)
{
    *result = DB_NO_SPACE;
    return claim(path, err) ? open_connection(path, profile, result, err)
                            : NULL;
}

/* Runs the pragmas. If one fails, closes the connection, sets *result and err
 * and returns NULL. */
static struct db *prepare(struct db *db, const struct profile *profile,
                          enum db_result *result, struct error *err)
{
    *result = db_run(db, profile->pragmas);
    if (*result == DB_DONE)
        return db;
    error_set(err, "%s: %s", sqlite3_db_filename(db->connection, NULL),
              db_message(db));
    db_close(db);
    return NULL;
}

struct db *db_open(const char *path, enum db_result *result, struct error *err)
{
    struct db *db = open_file(path, &cache_profile, result, err);
    return db ? prepare(db, &cache_profile, result, err) : NULL;
}

struct db *db_open_kept(const char *path, int wait_ms, enum db_result *result,
                        struct error *err)
{
    struct db *db = open_file(path, &kept_profile, result, err);
    if (!db)
        return NULL;
    db_set_wait(db, wait_ms);
    /* A trigger deletes rows that belong to a deleted row. */
    sqlite3_limit(db->connection, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
    return prepare(db, &kept_profile, result, err);
}

struct db *db_open_memory(const char *name, struct error *err)
{
    enum db_result result;
    char uri[64];
    snprintf(uri, sizeof uri, "file:/%s?vfs=memdb", name);
    return open_connection(uri, &memory_profile, &result, err);
}

struct db *db_open_temporary(struct error *err)
{
    enum db_result result;
    struct db *db = open_connection("", &temporary_profile, &result, err);
    if (!db || db_run(db, temporary_profile.pragmas) == DB_DONE)
        return db;
    error_set(err, _("temporary database: %s"), db_message(db));
    db_close(db);
    return NULL;
}

void db_close(struct db *db)
{
    if (!db)
        return;
    sqlite3_close_v2(db->connection);
    free(db);
}

/* VACUUM attaches the new database to the old one, so the limit is lifted. */
enum db_result db_vacuum(struct db *db)
{
    sqlite3_limit(db->connection, SQLITE_LIMIT_ATTACHED, 1);
    enum db_result result = db_run(db, "VACUUM");
    sqlite3_limit(db->connection, SQLITE_LIMIT_ATTACHED, 0);
    return result;
}

void db_set_wait(struct db *db, int ms)
{
    sqlite3_busy_timeout(db->connection, ms);
}
