/* Compares the folders with the index. Files may come in any order, and
 * unchanged files take only 8 bytes each (known_files.h). */
#include "index/changes.h"

#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/mem.h"
#include "base/strs.h"
#include "index/folders.h"
#include "index/index_data.h"
#include "index/known_files.h"

enum file_column {
    FILE_PATH,
    FILE_INODE,
    FILE_SIZE,
    FILE_MTIME,
    FILE_ID,
    FILE_ROOT
};

static const char files_sql[] =
    "SELECT path, inode, size, mtime, article FROM file";

/* Articles whose paths begin with ?1, "folder/NAME.". */
static const char beside_sql[] =
    "SELECT f.path, f.inode, f.size, f.mtime, f.article, a.root"
    " FROM file f JOIN article a ON a.id=f.article"
    " WHERE f.path>?1 AND f.path<substr(?1,1,length(?1)-1)||'/'";

struct folder_comparison {
    struct changes *changes;
    struct index *index;
    struct known_files known;
    struct strs gone; /* paths of the articles in changes->gone */
    size_t capacity, gone_capacity;
    bool (*stop)(void *);
    void *context;
};

static struct file_stamp stamp_of(struct db_query *file)
{
    return (struct file_stamp){
        .inode = (ino_t)db_long(file, FILE_INODE),
        .size_bytes = db_long(file, FILE_SIZE),
        .mtime_ns = db_long(file, FILE_MTIME),
    };
}

static enum db_result read_known(struct folder_comparison *comparison)
{
    struct db_query *file = db_query(comparison->index->db, files_sql);
    enum db_result result;
    while ((result = db_step(file)) == DB_ROW) {
        struct file_stamp stamp = stamp_of(file);
        known_files_add(&comparison->known, db_text(file, FILE_PATH), &stamp);
    }
    db_query_free(file);
    return result;
}

static void add(struct folder_comparison *comparison, const struct to_read *one)
{
    struct changes *changes = comparison->changes;
    changes->to_read =
        mem_grow(changes->to_read, changes->n_to_read, &comparison->capacity,
                 sizeof *changes->to_read);
    struct to_read *copy = &changes->to_read[changes->n_to_read++];
    *copy = *one;
    copy->found.path = arena_strdup(&changes->arena, one->found.path);
}

static void add_found(void *context, const struct walk_file *found)
{
    struct folder_comparison *comparison = context;
    struct changes *changes = comparison->changes;
    if (!found->stamp.inode)
        return;
    changes->n_found++;
    if (!known_files_mark_seen(&comparison->known, found->path, &found->stamp))
        add(comparison, &(struct to_read){.found = *found});
}

static bool should_stop(void *context)
{
    const struct folder_comparison *comparison = context;
    return comparison->stop && comparison->stop(comparison->context);
}

static void walk_folders(struct folder_comparison *comparison)
{
    struct walk *walk = &comparison->changes->walk;
    const struct strs *folders = &comparison->index->folders;
    walk_init(walk, &comparison->changes->arena);
    walk->on_file = add_found;
    walk->stop = should_stop;
    walk->context = comparison;
    for (size_t i = 0; i < folders->n; i++)
        walk_root(walk, folders->items[i]);
}

static int by_path(const void *a, const void *b)
{
    const struct to_read *x = a, *y = b;
    int order = strcmp(x->found.path, y->found.path);
    return order ? order
                 : (x->found.n_root > y->found.n_root) -
                       (x->found.n_root < y->found.n_root);
}

/* Sorts the files by path. A file found in two folders counts once, in the
 * first; files that are still unreadable are dropped. */
static void sort(struct changes *changes)
{
    size_t n = 0;
    if (changes->n_to_read > 1)
        qsort(changes->to_read, changes->n_to_read, sizeof *changes->to_read,
              by_path);
    for (size_t i = 0; i < changes->n_to_read; i++) {
        const struct to_read *last = n ? &changes->to_read[n - 1] : NULL;
        if (changes->to_read[i].is_same)
            continue;
        if (!last ||
            strcmp(last->found.path, changes->to_read[i].found.path) != 0)
            changes->to_read[n++] = changes->to_read[i];
    }
    changes->n_to_read = n;
}

static struct to_read *find(const struct changes *changes, const char *path)
{
    size_t low = 0, high = changes->n_to_read;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(changes->to_read[middle].found.path, path);
        if (order == 0)
            return &changes->to_read[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Returns whether a file still cannot be read, for the reason recorded in the
 * index. */
static bool is_still_unreadable(struct folder_comparison *comparison,
                                const char *path, int64_t article)
{
    struct db_query *query = db_query(
        comparison->index->db, "SELECT problem FROM article WHERE id=?1");
    db_bind_long(query, 1, article);
    bool is_unread = db_step(query) == DB_ROW &&
                     folders_is_still_unreadable(path, db_text(query, 0));
    db_query_free(query);
    return is_unread;
}

/* Handles a known file that the walk did not find unchanged: it has changed,
 * has been removed, or could not be read. */
static void handle_missing(struct folder_comparison *comparison,
                           struct db_query *file)
{
    struct changes *changes = comparison->changes;
    const char *path = db_text(file, FILE_PATH);
    struct to_read *now = find(changes, path);
    int64_t article = db_long(file, FILE_ID);
    if (now) {
        now->old = article;
        now->is_same = !db_long(file, FILE_INODE) &&
                       is_still_unreadable(comparison, path, article);
        return;
    }
    changes->gone = mem_grow(changes->gone, changes->n_gone,
                             &comparison->gone_capacity, sizeof *changes->gone);
    changes->gone[changes->n_gone++] = article;
    strs_add(&comparison->gone, path);
}

static enum db_result find_missing(struct folder_comparison *comparison)
{
    if (comparison->known.n_seen == comparison->known.n)
        return DB_DONE;
    struct db_query *file = db_query(comparison->index->db, files_sql);
    enum db_result result;
    while ((result = db_step(file)) == DB_ROW) {
        struct file_stamp stamp = stamp_of(file);
        if (!known_files_is_seen(&comparison->known, db_text(file, FILE_PATH),
                                 &stamp))
            handle_missing(comparison, file);
    }
    db_query_free(file);
    return result;
}

/* Returns whether a file is unchanged, or was unreadable and still exists. */
static bool is_there(const struct folder_comparison *comparison,
                     const struct walk_file *found)
{
    struct file_stamp stamp;
    return found->stamp.inode ? known_files_is_seen(&comparison->known,
                                                    found->path, &found->stamp)
                              : file_stamp_get(found->path, &stamp);
}

/* NAME.LANG.md is a translation only if NAME.md exists. If that appears or
 * disappears, the ids of the files beside it may change. */
static void add_beside(struct folder_comparison *comparison,
                       struct db_query *beside, const char *path)
{
    size_t n_name = strlen(path) - strlen("md");
    if (!str_ends(path, ".md"))
        return;
    db_bind_text_n(beside, 1, path, n_name);
    while (db_step(beside) == DB_ROW) {
        struct to_read one = {
            .found = {.path = db_text(beside, FILE_PATH),
                      .n_root = (unsigned)db_long(beside, FILE_ROOT),
                      .stamp = stamp_of(beside)},
            .old = db_long(beside, FILE_ID),
        };
        if (is_there(comparison, &one.found))
            add(comparison, &one);
    }
}

static void find_beside(struct folder_comparison *comparison)
{
    struct changes *changes = comparison->changes;
    struct db_query *beside = db_query(comparison->index->db, beside_sql);
    size_t n = comparison->known.n ? changes->n_to_read : 0;
    for (size_t i = 0; i < n; i++)
        if (!changes->to_read[i].old)
            add_beside(comparison, beside, changes->to_read[i].found.path);
    for (size_t i = 0; i < comparison->gone.n; i++)
        add_beside(comparison, beside, comparison->gone.items[i]);
    db_query_free(beside);
    sort(changes);
}

enum db_result changes_find(struct changes *changes, struct index *index,
                            bool (*stop)(void *), void *context)
{
    struct folder_comparison comparison = {
        .changes = changes,
        .index = index,
        .stop = stop,
        .context = context,
    };
    *changes = (struct changes){0};
    arena_init(&changes->arena);
    known_files_init(&comparison.known);
    strs_init(&comparison.gone);
    enum db_result result = read_known(&comparison);
    if (result == DB_DONE) {
        walk_folders(&comparison);
        sort(changes);
        result = changes->walk.stopped ? DB_STOPPED : find_missing(&comparison);
    }
    if (result == DB_DONE)
        find_beside(&comparison);
    known_files_finish(&comparison.known);
    strs_finish(&comparison.gone);
    return result;
}

void changes_finish(struct changes *changes)
{
    walk_finish(&changes->walk);
    arena_finish(&changes->arena);
    free(changes->to_read);
    free(changes->gone);
    *changes = (struct changes){0};
#ifdef __GLIBC__
    malloc_trim(0); /* returns the memory for the paths of a large library */
#endif
}
