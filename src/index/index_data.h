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
    struct file_stamp stamp; /* of the file, to see that it is another */
    int64_t seen_version;    /* when index_has_news was asked */
    unsigned edition;        /* how often it was opened */
    bool was_replaced;       /* see index_was_replaced */
};

/* Reopens the file if another process has replaced it. Returns false if there
 * is no index any more. */
bool index_refresh(struct index *index);

/* Changes when another connection has written. */
int64_t index_version(struct index *index);

/* Removes the file of an index, with what SQLite keeps beside it. */
void index_remove_file(const char *path);
/* Marks the file as used now; index_remove_unused removes those that have not
 * been used for long, whatever their folders. */
void index_mark_used(const char *path);
void index_remove_unused(const struct index *index);

/* Goes on with an empty index in the next place: the disk of this one is full,
 * or cannot be written. False with err if there is none. */
bool index_leave_disk(struct index *index, struct error *err);

#endif
