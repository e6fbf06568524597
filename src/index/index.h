/* The index: one row per section, in a cache file for each set of folders. It
 * is rebuilt whenever in doubt, since everything in it comes from the
 * articles. */
#ifndef MEDFAQ_INDEX_INDEX_H
#define MEDFAQ_INDEX_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "data/db.h"

struct index;

/* Where the index is. Each place is used if the one before it cannot be. */
enum index_place {
    INDEX_IN_CACHE,
    INDEX_IN_PRIVATE_FOLDER, /* private_folder.h */
    INDEX_IN_MEMORY,         /* nothing is written to disk */
};

/* Opens the index of the folders, or creates an empty one, which replaces an
 * index that is damaged, foreign or of another version. If the cache cannot be
 * written, the index is temporary (index_why_temporary) and shared by all
 * connections of the process. Returns NULL with err only if that fails, too. A
 * connection belongs to one thread. */
struct index *index_open(const char *const *folders, size_t n_folders,
                         struct error *err);
/* Opens an index in memory, if nothing may be written. */
struct index *index_open_memory(const char *const *folders, size_t n_folders,
                                struct error *err);
/* Opens the index if it exists and has been complete at some time; otherwise
 * returns NULL. Neither creates nor repairs anything. */
struct index *index_open_complete(const char *const *folders, size_t n_folders);
/* Opens another connection to the same index, for another thread. */
struct index *index_open_again(const struct index *index, struct error *err);
void index_close(struct index *index);

/* Returns where the index is. In a private folder or in memory it ends with the
 * process. */
enum index_place index_place(const struct index *index);
/* Returns the reason why it is not in the cache, or NULL if it is. */
const char *index_why_temporary(const struct index *index);
/* Opens the index in another place, where another connection of the process has
 * moved it. Returns false with err if that fails. */
bool index_go_to(struct index *index, enum index_place place, const char *why,
                 struct error *err);

/* Returns a number that changes when the index is rebuilt or moved. Article
 * numbers are valid within one edition. */
unsigned index_edition(const struct index *index);

/* The progress of an update. */
struct index_progress {
    size_t n_found;   /* articles in the folders */
    size_t n_read;    /* articles read so far */
    size_t n_to_read; /* new and changed articles */
    size_t n_removed;
    size_t n_failed; /* of those read, those that could not be opened */
    int64_t bytes_read;
    bool done;
};

struct index_watch {
    /* Called regularly; true stops the update, and what has been written is
     * kept. */
    bool (*step)(void *context, const struct index_progress *progress);
    void *context;
};

/* Finds new, changed and removed articles and updates the index. Returns true
 * if it is up to date, or if another process is updating it (progress->done is
 * then false). Returns false with err if it was stopped or the index cannot be
 * written. watch may be NULL. */
bool index_update(struct index *index, const struct index_watch *watch,
                  struct index_progress *progress, struct error *err);

/* Returns whether the index has had all articles of the folders at some
 * time. */
bool index_is_complete(struct index *index);

/* Returns whether SQLite finds the file undamaged. Reads all of it. */
bool index_is_sound(struct index *index);

/* Returns whether the index is complete and no file has been added or removed
 * since. Changes within files are not noticed. */
bool index_is_current(struct index *index);

/* Returns whether another connection has written to the index or replaced its
 * file since the last call. */
bool index_has_news(struct index *index);

/* The number of articles and sections in the index. */
int64_t index_n_articles(struct index *index);
int64_t index_n_sections(struct index *index);

/* Checks for damage. Call it after statements whose results matter, with the
 * result of the last one. If the index is damaged, or one of the statements
 * came upon a damaged page and went on, empties it and returns true, so that
 * the caller can start over. */
bool index_mend(struct index *index, enum db_result result);

/* Returns whether, since the last call, this connection has discarded an index
 * because it was damaged, of another version, or in a folder that others could
 * write to. */
bool index_was_replaced(struct index *index);

#endif
