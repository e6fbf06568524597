/* What the files of the index share. */
#ifndef MEDFAQ_INDEX_INDEX_DATA_H
#define MEDFAQ_INDEX_INDEX_DATA_H

#include "base/file.h"
#include "base/strs.h"
#include "index/index.h"
#include "index/turns.h"

struct index {
    struct db *db;
    struct strs folders;
    char name[40];
    char *path;              /* NULL: there is no place for a file */
    char why_in_memory[512]; /* "": it is a file */
    struct turns *turns;     /* at a database in memory */
    struct file_stamp stamp; /* of the file, to see that it is another */
    int64_t seen_version;    /* when index_has_news was asked */
    unsigned edition;        /* how often it was opened */
};

/* Opens the file that is there now, if another process made it anew. False
 * when there is no index any more. */
bool index_refresh(struct index *index);

/* Another number when another connection has written. */
int64_t index_version(struct index *index);

/* Removes the file of an index, with what SQLite keeps beside it. */
void index_remove_file(const char *path);
/* A file that nobody uses for long goes, whatever folders it was of. */
void index_mark_used(const char *path);
void index_remove_unused(const struct index *index);

/* The disk does not take it: goes on with an empty index in memory. */
bool index_leave_disk(struct index *index, struct error *err);

#endif
