/* Finds the differences between the folders and the index. */
#ifndef MEDFAQ_INDEX_CHANGES_H
#define MEDFAQ_INDEX_CHANGES_H

#include "library/walk.h"
#include "index/index.h"

/* A file to be read: it is new, has changed, or its id may have changed. */
struct to_read {
    struct walk_file found;
    int64_t old;  /* number of the article that it replaces; 0: none */
    bool is_same; /* it is still unreadable, and is left out */
};

struct changes {
    struct arena arena;      /* owns the strings */
    struct walk walk;        /* the folders read and the files skipped */
    size_t n_found;          /* number of articles in the folders */
    struct to_read *to_read; /* sorted by path */
    size_t n_to_read;
    int64_t *gone; /* numbers of articles whose files no longer exist */
    size_t n_gone;
};

/* Walks the folders and compares them with the index. stop, which may be NULL,
 * is polled; if it returns true, the result is DB_STOPPED. Call
 * changes_finish() whatever the result. */
enum db_result changes_find(struct changes *changes, struct index *index,
                            bool (*stop)(void *), void *context);
void changes_finish(struct changes *changes);

#endif
