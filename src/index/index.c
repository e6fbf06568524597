/* Opens the index: in the cache, else in a private folder, else in memory. */
#include "index/index.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/paths.h"
#include "base/strs.h"
#include "index/folders.h"
#include "index/index_data.h"
#include "index/private_folder.h"
#include "index/schema.h"
#include "index/terms.h"

#define BUSY_TRIES 40
#define BUSY_NS (50L * 1000 * 1000)

/* Appends the absolute path of a folder, which need not exist yet. Does not
 * resolve links. */
static void add_place(struct buf *out, const char *folder)
{
    char *cwd = *folder == '/' ? NULL : getcwd(NULL, 0);
    if (!cwd && *folder != '/' && errno == ENOMEM)
        mem_exhausted();
    if (cwd)
        buf_printf(out, "%s/", cwd);
    buf_printf(out, "%s\n", folder);
    free(cwd);
}

/* Each set of folders has an index of its own, so that none contains articles
 * that another command asked for. Articles have their paths as given, so
 * folders given by a relative path have another index than the same folders
 * given by an absolute path. */
static struct index *index_new(const char *const *folders, size_t n_folders)
{
    struct index *index = mem_calloc(1, sizeof *index);
    struct buf all;
    buf_init(&all);
    strs_init(&index->folders);
    for (size_t i = 0; i < n_folders; i++) {
        add_place(&all, folders[i]);
        buf_add(&all, *folders[i] == '/' ? "" : folders[i]);
        strs_add(&index->folders, folders[i]);
    }
    snprintf(index->name, sizeof index->name, "index-%016llx.db",
             (unsigned long long)terms_hash(all.data, all.n_bytes));
    buf_finish(&all);
    index->memory_lock = memory_lock_new();
    return index;
}

static bool is_private(void)
{
    char *folder = paths_find(PATHS_CACHE, NULL);
    bool is = !folder || paths_is_private(folder);
    free(folder);
    return is;
}

/* Creates the cache folder. Returns the path of the index in it, which the
 * caller frees, or NULL with err. If others could write to the folder, an index
 * in it is not trusted and is removed. */
static char *find_place(struct index *index, struct error *err)
{
    bool was_private = is_private();
    char *folder = paths_make(PATHS_CACHE, err);
    char *path = folder ? file_join(folder, index->name) : NULL;
    if (path && !was_private && access(path, F_OK) == 0) {
        index_remove_file(path);
        index->was_replaced = true;
    }
    free(folder);
    return path;
}

/* Creates the tables if there are none. Two processes may start at the same
 * time: if creating them fails, the other may have done it. */
static enum db_result make_ready(struct db *db)
{
    enum db_result result = schema_check(db);
    if (result != DB_ROW)
        return result;
    result = schema_make(db);
    return result != DB_DONE && schema_check(db) == DB_DONE ? DB_DONE : result;
}

static enum db_result try_file(struct index *index, struct error *err)
{
    enum db_result result;
    index->db = db_open(index->path, &result, err);
    if (!index->db)
        return result;
    result = make_ready(index->db);
    if (result == DB_DONE)
        return result;
    error_set(err, "%s: %s", index->path, db_message(index->db));
    db_close(index->db);
    index->db = NULL;
    return result;
}

/* Opens the file. Returns DB_DAMAGED if it must be rebuilt. If another process
 * is rebuilding it, waits for that. */
static enum db_result open_file(struct index *index, struct error *err)
{
    enum db_result result = DB_BUSY;
    for (int i = 0; i < BUSY_TRIES && result == DB_BUSY; i++) {
        if (i > 0)
            nanosleep(&(struct timespec){.tv_nsec = BUSY_NS}, NULL);
        result = try_file(index, err);
    }
    return result;
}

/* Opens the file at index->path, and rebuilds it if it is damaged. Returns
 * false with err on failure. */
static bool open_path(struct index *index, struct error *err)
{
    enum db_result result = open_file(index, err);
    if (result == DB_DAMAGED) {
        index_remove_file(index->path);
        index->was_replaced = true;
        result = open_file(index, err);
    }
    if (result != DB_DONE || !file_stamp_get(index->path, &index->stamp))
        return false;
    index_mark_used(index->path);
    return true;
}

/* Closes the index, so that it can be opened in a place. */
static void close_for_place(struct index *index, enum index_place place)
{
    db_close(index->db);
    index->db = NULL;
    if (place != index->place) {
        free(index->path);
        index->path = NULL;
        if (index->place == INDEX_IN_PRIVATE_FOLDER)
            private_folder_release();
    }
    index->place = place;
    index->seen_version = -1;
    index->edition++;
}

static bool open_in_cache(struct index *index, struct error *err)
{
    close_for_place(index, INDEX_IN_CACHE);
    return (index->path || (index->path = find_place(index, err))) &&
           open_path(index, err);
}

static bool open_in_private_folder(struct index *index)
{
    bool is_there = index->place == INDEX_IN_PRIVATE_FOLDER;
    const char *folder = is_there ? NULL : private_folder_acquire();
    if (!is_there && !folder)
        return false;
    close_for_place(index, INDEX_IN_PRIVATE_FOLDER);
    if (!is_there)
        index->path = file_join(folder, index->name);
    return open_path(index, NULL);
}

static bool open_in_memory(struct index *index, struct error *err)
{
    close_for_place(index, INDEX_IN_MEMORY);
    index->db = db_open_memory(index->name, err);
    if (!index->db)
        return false;
    db_on_busy(index->db, memory_lock_ask, index->memory_lock);
    if (make_ready(index->db) == DB_DONE)
        return true;
    return error_set(err, _("no index: %s"), db_message(index->db));
}

/* Opens the index in a place or, if that fails, in the next one. */
static bool open_from(struct index *index, enum index_place place,
                      struct error *err)
{
    struct error why = {0};
    if (place == INDEX_IN_CACHE && open_in_cache(index, &why))
        return true;
    if (place == INDEX_IN_CACHE)
        snprintf(index->why_temporary, sizeof index->why_temporary, "%s",
                 why.message);
    return (place <= INDEX_IN_PRIVATE_FOLDER &&
            open_in_private_folder(index)) ||
           open_in_memory(index, err);
}

bool index_go_to(struct index *index, enum index_place place, const char *why,
                 struct error *err)
{
    snprintf(index->why_temporary, sizeof index->why_temporary, "%s", why);
    return open_from(index, place, err);
}

struct index *index_open(const char *const *folders, size_t n_folders,
                         struct error *err)
{
    struct index *index = index_new(folders, n_folders);
    if (open_from(index, INDEX_IN_CACHE, err))
        return index;
    index_close(index);
    return NULL;
}

struct index *index_open_complete(const char *const *folders, size_t n_folders)
{
    struct index *index = index_new(folders, n_folders);
    index->path = paths_in(PATHS_CACHE, index->name, NULL);
    if (index->path && is_private() &&
        file_stamp_get(index->path, &index->stamp) &&
        try_file(index, NULL) == DB_DONE && index_is_complete(index)) {
        index_mark_used(index->path);
        return index;
    }
    index_close(index);
    return NULL;
}

struct index *index_open_memory(const char *const *folders, size_t n_folders,
                                struct error *err)
{
    struct index *index = index_new(folders, n_folders);
    if (index_go_to(index, INDEX_IN_MEMORY, _("nothing may be written"), err))
        return index;
    index_close(index);
    return NULL;
}

struct index *index_open_again(const struct index *index, struct error *err)
{
    struct index *again = mem_calloc(1, sizeof *again);
    strs_init(&again->folders);
    for (size_t i = 0; i < index->folders.n; i++)
        strs_add(&again->folders, index->folders.items[i]);
    memcpy(again->name, index->name, sizeof again->name);
    again->memory_lock = memory_lock_share(index->memory_lock);
    if (index->place == INDEX_IN_CACHE) {
        again->path = mem_strdup(index->path);
        if (open_from(again, INDEX_IN_CACHE, err))
            return again;
    } else if (index_go_to(again, index->place, index->why_temporary, err)) {
        return again;
    }
    index_close(again);
    return NULL;
}

void index_close(struct index *index)
{
    if (!index)
        return;
    db_close(index->db);
    if (index->place == INDEX_IN_PRIVATE_FOLDER)
        private_folder_release();
    memory_lock_release(index->memory_lock);
    strs_finish(&index->folders);
    free(index->path);
    free(index);
}

enum index_place index_place(const struct index *index)
{
    return index->place;
}

const char *index_why_temporary(const struct index *index)
{
    return index->place == INDEX_IN_CACHE ? NULL : index->why_temporary;
}

/* SQLite's own message would be about the last statement that failed, which may
 * be another one. */
bool index_leave_disk(struct index *index, struct error *err)
{
    return index->place != INDEX_IN_MEMORY &&
           index_go_to(index, index->place + 1,
                       _("the disk is full, or cannot be written"), err);
}

static bool is_another_file(const struct index *index)
{
    struct file_stamp now;
    return !file_stamp_get(index->path, &now) ||
           now.inode != index->stamp.inode;
}

bool index_refresh(struct index *index)
{
    if (index->place == INDEX_IN_MEMORY || index_mend(index, DB_DONE))
        return true;
    return !is_another_file(index) || open_from(index, index->place, NULL);
}

bool index_mend(struct index *index, enum db_result result)
{
    bool is_damaged = result == DB_DAMAGED || db_is_damaged(index->db);
    if (!is_damaged || index->place == INDEX_IN_MEMORY)
        return false;
    if (!is_another_file(index)) {
        index_remove_file(index->path);
        index->was_replaced = true;
    }
    return open_from(index, index->place, NULL);
}

bool index_was_replaced(struct index *index)
{
    bool was = index->was_replaced;
    index->was_replaced = false;
    return was;
}

unsigned index_edition(const struct index *index)
{
    return index->edition;
}

bool index_has_news(struct index *index)
{
    if (!index_refresh(index))
        return false;
    int64_t version = index_version(index);
    bool has = version != index->seen_version;
    index->seen_version = version;
    return has;
}

int64_t index_version(struct index *index)
{
    return db_number(index->db, "PRAGMA data_version", 0);
}

bool index_is_complete(struct index *index)
{
    return db_number(index->db, "SELECT n FROM counter WHERE name='complete'",
                     0);
}

bool index_is_current(struct index *index)
{
    return index_is_complete(index) && folders_are_as_walked(index->db);
}

bool index_is_sound(struct index *index)
{
    struct db_query *query = db_query(index->db, "PRAGMA quick_check(1)");
    bool sound = db_step(query) == DB_ROW && str_equal(db_text(query, 0), "ok");
    db_query_free(query);
    return sound;
}

int64_t index_n_articles(struct index *index)
{
    return db_number(index->db, "SELECT n FROM counter WHERE name='articles'",
                     0);
}

int64_t index_n_sections(struct index *index)
{
    return db_number(index->db, "SELECT n FROM counter WHERE name='sections'",
                     0);
}
