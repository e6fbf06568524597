/* Shared by the files that open and update the index. */
#ifndef MEDFAQ_INDEX_INDEX_DATA_H
#define MEDFAQ_INDEX_INDEX_DATA_H

#include "base/file.h"
#include "base/strs.h"
#include "index/index.h"
#include "index/memory_lock.h"

struct index {
    struct db *db;
    struct strs folders;
    char name[40];
    enum index_place place;
    char *path;              /* of the file; NULL in memory */
    char why_temporary[512]; /* "" in the cache */
    struct memory_lock *memory_lock;
    struct file_stamp stamp; /* of the file, to notice that it was replaced */
    int64_t seen_version;    /* data version at the last index_has_news() */
    unsigned edition;        /* how often it has been opened */
    bool was_replaced;       /* see index_was_replaced */
};

/* Reopens the file if another process has replaced it. Returns false if there
 * is no index any more. */
bool index_refresh(struct index *index);

/* Returns a number that changes when another connection has written. */
int64_t index_version(struct index *index);

/* Removes the file of an index and the files that SQLite keeps beside it. */
void index_remove_file(const char *path);
/* Marks the file as used now. index_remove_unused() removes the files that have
 * not been used for a long time, whatever their folders. */
void index_mark_used(const char *path);
void index_remove_unused(const struct index *index);

/* Continues with an empty index in the next place, because the disk of this one
 * is full or cannot be written. Returns false with err if there is none. */
bool index_leave_disk(struct index *index, struct error *err);

#endif
