/* The index: one row per section, in a cache file for each set of folders. It
 * is rebuilt whenever in doubt, since everything in it comes from the articles.
 */
#ifndef MEDFAQ_INDEX_INDEX_H
#define MEDFAQ_INDEX_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "data/db.h"

struct index;

/* Each is used where the one before cannot be. */
enum index_place {
    INDEX_IN_CACHE,
    INDEX_IN_PRIVATE_FOLDER, /* private_folder.h */
    INDEX_IN_MEMORY,         /* nothing is written */
};

/* Opens the index of the folders or makes an empty one, which replaces an index
 * that is damaged, foreign or of another version. Where the cache cannot be
 * written, the index is temporary (index_why_temporary), shared by all
 * connections of the process. Returns NULL with err only if that fails too. A
 * connection belongs to one thread. */
struct index *index_open(const char *const *folders, size_t n_folders,
                         struct error *err);
/* The same, in memory: where nothing may be written. */
struct index *index_open_memory(const char *const *folders, size_t n_folders,
                                struct error *err);
/* The index, if there is one that had all articles at some time; otherwise
 * NULL. Makes and mends nothing. */
struct index *index_open_complete(const char *const *folders, size_t n_folders);
/* Another connection to the same index, for another thread. */
struct index *index_open_again(const struct index *index, struct error *err);
void index_close(struct index *index);

/* Where it is. In a private folder and in memory it ends with the process. */
enum index_place index_place(const struct index *index);
/* Returns why it is not in the cache, in words; NULL if it is. */
const char *index_why_temporary(const struct index *index);
/* Goes to a place, where another connection of the process went. False with err
 * if it cannot be opened there. */
bool index_go_to(struct index *index, enum index_place place, const char *why,
                 struct error *err);

/* Changes when the index was rebuilt or moved. Numbers of articles are valid
 * within one edition. */
unsigned index_edition(const struct index *index);

/* Brings the index up to date. */
struct index_progress {
    size_t n_found;   /* articles in the folders */
    size_t n_read;    /* new and changed ones that were read */
    size_t n_to_read; /* of which there are */
    size_t n_removed;
    size_t n_failed; /* that could not be read */
    int64_t bytes_read;
    bool done;
};

struct index_watch {
    /* Called now and then; true stops, and what was done is kept. */
    bool (*step)(void *context, const struct index_progress *progress);
    void *context;
};

/* Finds new, changed and removed articles and reads them. True when the index
 * is up to date, or another process is seeing to that (*progress: not done);
 * false with err when it was stopped, or could not be written. watch may be
 * NULL. */
bool index_update(struct index *index, const struct index_watch *watch,
                  struct index_progress *progress, struct error *err);

/* Whether the index has had all articles of the folders at some time. */
bool index_is_complete(struct index *index);

/* Whether SQLite finds its file undamaged; reads all of it. */
bool index_is_sound(struct index *index);

/* Whether it is complete and no file has been added or removed since. Changes
 * within a file do not count. */
bool index_is_current(struct index *index);

/* Whether another connection has written, or replaced the file, since the last
 * call. */
bool index_has_news(struct index *index);

/* Articles and sections in the index. */
int64_t index_n_articles(struct index *index);
int64_t index_n_sections(struct index *index);

/* To be called after the statements whose answer is to be believed, with what
 * the last one returned. Empties an index that is damaged, or in which one of
 * them met a damaged page and went on; returns true if it was, so that the
 * caller can start over. */
bool index_mend(struct index *index, enum db_result result);

/* Whether, since the last call, the connection has thrown an index away that
 * was damaged, of another version, or in a folder that others could write. */
bool index_was_replaced(struct index *index);

#endif
