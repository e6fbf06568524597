/* Brings the index up to date with the folders: reads new files and those whose
 * stamp has changed, and removes articles whose files no longer exist. */
#include "base/i18n.h"
#include "base/platform.h"
#include "index/changes.h"
#include "index/folders.h"
#include "index/index_data.h"
#include "index/prefetch.h"
#include "index/private_folder.h"
#include "index/writer.h"

#define ARTICLES_BETWEEN_STEPS 16
#define WORDS_WAITING_MAX 200000
#define FIRST_COMMIT_MS 250 /* doubled after each commit, up to */
#define COMMIT_MS 5000
#define COMMIT_IN_MEMORY_MS 500 /* readers have to wait for each commit */
#define DEAD_SHARE 5  /* if a fifth is dead rows, the index is rebuilt */
#define DEAD_MIN 1000 /* but only with so many dead sections */

struct update {
    struct index *index;
    const struct index_watch *watch;
    struct index_progress *progress;
    struct changes changes;
    struct writer *writer;
    struct prefetch *prefetch;
    int64_t last_commit, commit_ms;
    int64_t version; /* of the index, to notice other writers */
    bool is_rebuild; /* everything is read again, in one transaction */
    bool stopped;
};

static bool stop(void *context)
{
    struct update *update = context;
    const struct index_watch *watch = update->watch;
    update->progress->n_found = update->changes.n_found;
    if (watch && !update->stopped)
        update->stopped = watch->step(watch->context, update->progress);
    return update->stopped;
}

static enum db_result compare(struct update *update)
{
    changes_finish(&update->changes);
    enum db_result result =
        changes_find(&update->changes, update->index, stop, update);
    update->progress->n_found = update->changes.n_found;
    update->progress->n_to_read = update->changes.n_to_read;
    return result == DB_STOPPED ? DB_DONE : result;
}

/* Writes an article. If it is unformatted only because no process could be
 * started to try parsing it, it gets a stamp that no file has, so that the next
 * update reads it again. */
static enum db_result write_article(struct update *update,
                                    struct article *article, unsigned root)
{
    if (article->untried)
        article->stamp.size_bytes = -1;
    return writer_add(update->writer, article, root);
}

/* Writes the next file, which has been prefetched. */
static enum db_result write_next(struct update *update,
                                 const struct to_read *file)
{
    struct error err;
    enum db_result result = DB_DONE;
    struct article *article = prefetch_next(update->prefetch, &err);
    if (file->old)
        result = writer_remove(update->writer, file->old);
    if (result == DB_DONE && article)
        result = write_article(update, article, file->found.n_root);
    else if (result == DB_DONE)
        result = writer_add_problem(update->writer, &file->found,
                                    error_reason(&err, file->found.path));
    update->progress->n_failed += !article;
    update->progress->n_read++;
    update->progress->bytes_read += file->found.stamp.size_bytes;
    article_free(article);
    return result;
}

static bool is_time_to_commit(struct update *update)
{
    if (memory_lock_is_asked(update->index->memory_lock))
        return true;
    if (update->is_rebuild)
        return false;
    return writer_n_waiting(update->writer) >= WORDS_WAITING_MAX ||
           platform_now_ms() - update->last_commit >= update->commit_ms;
}

static int64_t next_commit_ms(const struct update *update)
{
    int64_t max_ms = index_place(update->index) == INDEX_IN_MEMORY
                         ? COMMIT_IN_MEMORY_MS
                         : COMMIT_MS;
    return update->commit_ms < max_ms ? 2 * update->commit_ms : max_ms;
}

/* Commits at intervals, so that little is lost if the process is killed. The
 * first intervals are short, as somebody may be waiting for the first
 * articles. */
static enum db_result commit_if_due(struct update *update)
{
    if (!is_time_to_commit(update))
        return DB_DONE;
    enum db_result result = writer_commit(update->writer);
    memory_lock_let_in(update->index->memory_lock);
    if (result == DB_DONE)
        result = writer_continue(update->writer);
    update->last_commit = platform_now_ms();
    update->commit_ms = next_commit_ms(update);
    if (result != DB_DONE)
        return result;
    return index_version(update->index) == update->version ? DB_DONE : DB_BUSY;
}

static enum db_result write_articles(struct update *update)
{
    const struct changes *changes = &update->changes;
    enum db_result result = DB_DONE;
    for (size_t i = 0; i < changes->n_gone && result == DB_DONE; i++) {
        result = writer_remove(update->writer, changes->gone[i]);
        update->progress->n_removed++;
    }
    update->prefetch = prefetch_start(changes->to_read, changes->n_to_read);
    update->last_commit = platform_now_ms();
    update->commit_ms = FIRST_COMMIT_MS;
    for (size_t i = 0; i < changes->n_to_read && result == DB_DONE; i++) {
        result = write_next(update, &changes->to_read[i]);
        if (result == DB_DONE)
            result = commit_if_due(update);
        if (i % ARTICLES_BETWEEN_STEPS == 0 && stop(update))
            break;
    }
    prefetch_stop(update->prefetch);
    return result;
}

static bool is_mostly_dead(struct update *update)
{
    int64_t n_dead = db_number(update->index->db,
                               "SELECT n FROM counter WHERE name='dead'", 0);
    return n_dead >= DEAD_MIN &&
           n_dead >= index_n_sections(update->index) / (DEAD_SHARE - 1);
}

/* Prepares the comparison within the transaction. A rebuild empties the index
 * in the same transaction, so that others can read the old one until it
 * commits. */
static enum db_result compare_again(struct update *update)
{
    enum db_result result = DB_DONE;
    int64_t version = index_version(update->index);
    if (update->is_rebuild)
        result = writer_remove_all(update->writer);
    /* Another process may have updated the index before it was locked. */
    if (result == DB_DONE && (update->is_rebuild || version != update->version))
        result = compare(update);
    update->version = version;
    return result;
}

static enum db_result set_counter(struct update *update, const char *name,
                                  int64_t n)
{
    struct db_query *query = db_query(
        update->index->db, "INSERT OR REPLACE INTO counter VALUES(?1,?2)");
    db_bind_text(query, 1, name);
    db_bind_long(query, 2, n);
    enum db_result result = db_do(query);
    db_query_free(query);
    return result;
}

/* Writes the changes, and then the folders and skipped files; after that the
 * index is complete. */
static enum db_result write_changes(struct update *update)
{
    enum db_result result = compare_again(update);
    if (result == DB_DONE && !update->stopped)
        result = set_counter(update, "unnamed", 1);
    if (result == DB_DONE && !update->stopped)
        result = write_articles(update);
    if (result == DB_DONE)
        result = writer_disambiguate(update->writer, &update->index->folders);
    if (result == DB_DONE)
        result = set_counter(update, "unnamed", 0);
    if (result == DB_DONE && !update->stopped)
        result = folders_keep(update->index->db, &update->changes.walk);
    if (result == DB_DONE && !update->stopped)
        result = set_counter(update, "complete", 1);
    return result;
}

/* Returns whether articles may still share an id by mistake, because the
 * process was killed before it gave files of the same name ids of their own. */
static bool needs_names(struct update *update)
{
    return db_number(update->index->db,
                     "SELECT n FROM counter WHERE name='unnamed'", 0) != 0;
}

static bool has_changes(struct update *update)
{
    return update->is_rebuild || update->changes.n_to_read ||
           update->changes.n_gone || !index_is_complete(update->index) ||
           needs_names(update) ||
           folders_differ(update->index->db, &update->changes.walk);
}

/* Compares the folders with the index and writes the changes. Returns DB_BUSY
 * if another process is updating the index. */
static enum db_result bring_up_to_date(struct update *update)
{
    *update->progress = (struct index_progress){0};
    update->version = index_version(update->index);
    enum db_result result = compare(update);
    update->is_rebuild = is_mostly_dead(update);
    if (result != DB_DONE || update->stopped || !has_changes(update))
        return result;
    update->writer = writer_begin(update->index->db, &result);
    if (!update->writer)
        return result;
    result = write_changes(update);
    bool keep = result == DB_DONE && !(update->is_rebuild && update->stopped);
    enum db_result end = writer_end(update->writer, keep);
    if (result == DB_DONE && end == DB_DONE) {
        db_run(update->index->db, "PRAGMA wal_checkpoint(PASSIVE)");
        index_remove_unused(update->index);
    }
    return result == DB_DONE ? end : result;
}

static enum db_result try_update(struct index *index,
                                 const struct index_watch *watch,
                                 struct index_progress *progress, bool *stopped)
{
    struct update update = {
        .index = index, .watch = watch, .progress = progress};
    enum db_result result = bring_up_to_date(&update);
    *stopped = update.stopped;
    changes_finish(&update.changes);
    return result;
}

bool index_update(struct index *index, const struct index_watch *watch,
                  struct index_progress *progress, struct error *err)
{
    bool stopped;
    if (!index_refresh(index))
        return error_set(err, _("cannot open the index"));
    enum db_result result = try_update(index, watch, progress, &stopped);
    /* If a statement fails for no other reason, the index is damaged. */
    if (result == DB_FAILED)
        result = DB_DAMAGED;
    if (index_mend(index, result))
        result = try_update(index, watch, progress, &stopped);
    while (result == DB_NO_SPACE && index_leave_disk(index, err))
        result = try_update(index, watch, progress, &stopped);
    if (index_place(index) != INDEX_IN_MEMORY)
        private_folder_sweep();
    progress->done = result == DB_DONE && !stopped;
    if (stopped)
        return error_set(err, _("stopped"));
    if (result == DB_DONE || result == DB_BUSY)
        return true;
    return error_set(err, _("cannot write the index: %s"),
                     db_message(index->db));
}
