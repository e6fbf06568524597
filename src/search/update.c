/* Brings the index up to date with the folders: what is new or changed by its
 * stamp is read, what has gone is removed. */
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "article/article.h"
#include "base/mem.h"
#include "search/folders.h"
#include "search/index_data.h"
#include "search/schema.h"
#include "search/writer.h"

#define ARTICLES_BETWEEN_STEPS 16
#define WORDS_WAITING_MAX 200000
#define FIRST_COMMIT_MS 250 /* then twice as long each time, up to */
#define COMMIT_MS 5000
#define DEAD_SHARE 5    /* a fifth: made anew */
#define DEAD_LEAST 1000 /* sections */

/* A file that the index does not have as it is. */
struct to_read {
    const struct found *found;
    int64_t old; /* article that it replaces; 0: none */
};

struct update {
    struct index *index;
    const struct index_watch *watch;
    struct index_progress *progress;
    struct arena arena;
    struct walk walk;
    struct to_read *to_read;
    size_t n_to_read, to_read_capacity;
    int64_t *gone; /* articles whose files are not there */
    size_t n_gone, gone_capacity;
    struct writer *writer;
    int64_t last_commit, commit_ms;
    int64_t version; /* of the index, to see that nobody else wrote */
    bool stopped;
};

static bool stop(struct update *update)
{
    const struct index_watch *watch = update->watch;
    if (watch && !update->stopped)
        update->stopped = watch->step(watch->context, update->progress);
    return update->stopped;
}

static void note_gone(struct update *update, int64_t article)
{
    update->gone = mem_grow(update->gone, update->n_gone,
                            &update->gone_capacity, sizeof *update->gone);
    update->gone[update->n_gone++] = article;
}

static void note_to_read(struct update *update, const struct found *found,
                         int64_t old)
{
    update->to_read =
        mem_grow(update->to_read, update->n_to_read, &update->to_read_capacity,
                 sizeof *update->to_read);
    update->to_read[update->n_to_read++] = (struct to_read){found, old};
}

enum known {
    KNOWN_PATH,
    KNOWN_ID,
    KNOWN_INODE,
    KNOWN_SIZE,
    KNOWN_MTIME,
};

/* Devices are numbered anew at each start of some machines. */
static bool is_same(const struct file_stamp *stamp, struct db_query *known)
{
    return stamp->size_bytes == db_long(known, KNOWN_SIZE) &&
           stamp->mtime_ns == db_long(known, KNOWN_MTIME) &&
           (int64_t)stamp->inode == db_long(known, KNOWN_INODE);
}

/* Files and index go side by side in the order of paths. */
static enum db_result compare(struct update *update)
{
    update->n_to_read = update->n_gone = update->progress->n_checked = 0;
    struct db_query *known = db_query(
        update->index->db,
        "SELECT path, article, inode, size, mtime FROM file ORDER BY path");
    enum db_result result = db_step(known);
    for (size_t i = 0; i < update->walk.n_found; i++) {
        const struct found *found = &update->walk.found[i];
        int order = 1;
        if (i % 256 == 0 && stop(update))
            break;
        update->progress->n_checked++;
        if (!found->stamp.inode)
            continue;
        while (result == DB_ROW &&
               (order = strcmp(db_text(known, KNOWN_PATH), found->path)) < 0) {
            note_gone(update, db_long(known, KNOWN_ID));
            result = db_step(known);
        }
        bool there = result == DB_ROW && order == 0;
        if (!there || !is_same(&found->stamp, known))
            note_to_read(update, found, there ? db_long(known, KNOWN_ID) : 0);
        if (there)
            result = db_step(known);
    }
    for (; result == DB_ROW && !update->stopped; result = db_step(known))
        note_gone(update, db_long(known, KNOWN_ID));
    db_query_free(known);
    update->progress->n_to_read = update->n_to_read;
    return result == DB_ROW ? DB_DONE : result;
}

static enum db_result read_one(struct update *update, const struct to_read *one)
{
    struct error err;
    enum db_result result = DB_DONE;
    struct article *article = article_open(one->found->path, &err);
    if (one->old)
        result = writer_remove(update->writer, one->old);
    if (result == DB_DONE && article)
        result = writer_add(update->writer, article, one->found->n_root);
    else if (result == DB_DONE)
        result = writer_add_problem(update->writer, one->found,
                                    error_reason(&err, one->found->path));
    update->progress->n_failed += !article;
    update->progress->n_read++;
    update->progress->bytes_read += one->found->stamp.size_bytes;
    article_free(article);
    return result;
}

static int64_t now_ms(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (int64_t)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

/* Commits now and then, so that little is lost when it is interrupted; soon
 * at first, when somebody may wait for the first articles. */
static enum db_result commit_sometimes(struct update *update, bool in_one)
{
    int64_t now = now_ms();
    if (in_one || (writer_n_waiting(update->writer) < WORDS_WAITING_MAX &&
                   now - update->last_commit < update->commit_ms))
        return DB_DONE;
    update->last_commit = now;
    if (update->commit_ms < COMMIT_MS)
        update->commit_ms *= 2;
    enum db_result result = writer_commit(update->writer);
    if (result != DB_DONE)
        return result;
    return index_version(update->index) == update->version ? DB_DONE : DB_BUSY;
}

static enum db_result write_all(struct update *update, bool in_one)
{
    enum db_result result = DB_DONE;
    for (size_t i = 0; i < update->n_gone && result == DB_DONE; i++) {
        result = writer_remove(update->writer, update->gone[i]);
        update->progress->n_removed++;
    }
    update->last_commit = now_ms();
    update->commit_ms = FIRST_COMMIT_MS;
    for (size_t i = 0; i < update->n_to_read && result == DB_DONE; i++) {
        result = read_one(update, &update->to_read[i]);
        if (result == DB_DONE)
            result = commit_sometimes(update, in_one);
        if (i % ARTICLES_BETWEEN_STEPS == 0 && stop(update))
            break;
    }
    return result;
}

/* Everything again, in one transaction: others read the old index until it
 * is done. */
static enum db_result start_over(struct update *update)
{
    update->n_to_read = update->n_gone = 0;
    for (size_t i = 0; i < update->walk.n_found; i++) {
        if (update->walk.found[i].stamp.inode)
            note_to_read(update, &update->walk.found[i], 0);
    }
    update->progress->n_to_read = update->n_to_read;
    return writer_remove_all(update->writer);
}

static bool is_mostly_dead(struct update *update)
{
    int64_t n_dead = db_number(update->index->db,
                               "SELECT n FROM counter WHERE name='dead'", 0);
    return n_dead >= DEAD_LEAST &&
           n_dead >= index_n_sections(update->index) / (DEAD_SHARE - 1);
}

/* Writes what compare found, and what was met besides; then the index is
 * complete. */
static enum db_result write_changes(struct update *update, bool again)
{
    enum db_result result = again ? start_over(update) : compare(update);
    if (result == DB_DONE && !update->stopped)
        result = write_all(update, again);
    if (result == DB_DONE && !update->stopped)
        result = folders_keep(update->index->db, &update->walk);
    if (result == DB_DONE && !update->stopped)
        result = db_run(update->index->db,
                        "INSERT OR REPLACE INTO counter VALUES('complete',1)");
    return result;
}

static bool has_news(struct update *update)
{
    return update->n_to_read || update->n_gone ||
           !index_is_complete(update->index) ||
           folders_differ(update->index->db, &update->walk);
}

static bool stop_walking(void *context)
{
    return stop(context);
}

/* Compares and writes. DB_BUSY: another process is at it. */
static enum db_result bring_up_to_date(struct update *update)
{
    *update->progress = (struct index_progress){0};
    folders_walk(&update->walk, &update->arena, &update->index->folders,
                 stop_walking, update);
    update->progress->n_found = update->walk.n_found;
    if (update->stopped)
        return DB_DONE;
    enum db_result result = compare(update);
    bool again = is_mostly_dead(update);
    if (result != DB_DONE || update->stopped || (!again && !has_news(update)))
        return result;
    update->writer = writer_begin(update->index->db, &result);
    if (!update->writer)
        return result;
    /* Another process may have been at it before we could write. */
    update->version = index_version(update->index);
    result = write_changes(update, again);
    enum db_result end = writer_end(
        update->writer, result == DB_DONE && !(again && update->stopped));
    update->writer = NULL;
    if (result == DB_DONE && end == DB_DONE) {
        db_run(update->index->db, "PRAGMA wal_checkpoint(PASSIVE)");
        index_remove_unused(update->index);
    }
    return result == DB_DONE ? end : result;
}

static void update_finish(struct update *update)
{
    walk_finish(&update->walk);
    arena_finish(&update->arena);
    free(update->to_read);
    free(update->gone);
#ifdef __GLIBC__
    malloc_trim(0); /* the paths of a large library */
#endif
}

static enum db_result try_update(struct index *index,
                                 const struct index_watch *watch,
                                 struct index_progress *progress, bool *stopped)
{
    struct update update = {
        .index = index, .watch = watch, .progress = progress};
    enum db_result result = bring_up_to_date(&update);
    *stopped = update.stopped;
    update_finish(&update);
    return result;
}

bool index_update(struct index *index, const struct index_watch *watch,
                  struct index_progress *progress, struct error *err)
{
    bool stopped;
    if (!index_refresh(index))
        return error_set(err, "the index cannot be opened");
    enum db_result result = try_update(index, watch, progress, &stopped);
    /* Writing fails in no other way than by damage: when in doubt, anew. */
    if (result == DB_FAILED)
        result = DB_DAMAGED;
    if (index_mend(index, result) ||
        (result == DB_NO_SPACE && !index_in_memory(index) &&
         index_leave_disk(index, err)))
        result = try_update(index, watch, progress, &stopped);
    progress->done = result == DB_DONE && !stopped;
    if (stopped)
        return error_set(err, "stopped");
    if (result == DB_DONE || result == DB_BUSY)
        return true;
    return error_set(err, "cannot write the index: %s", db_message(index->db));
}
