/* The differences between the folders and the index. */
#ifndef MEDFAQ_INDEX_CHANGES_H
#define MEDFAQ_INDEX_CHANGES_H

#include "library/walk.h"
#include "index/index.h"

/* A file that is new or has changed, or whose id may have. */
struct to_read {
    struct walk_file found;
    int64_t old;  /* article that it replaces; 0: none */
    bool is_same; /* it cannot be read, as before: left out */
};

struct changes {
    struct arena arena;      /* owns the strings */
    struct walk walk;        /* folders that were read, what was passed over */
    size_t n_found;          /* articles in the folders */
    struct to_read *to_read; /* by path */
    size_t n_to_read;
    int64_t *gone; /* articles whose files are not there */
    size_t n_gone;
};

/* Walks the folders and compares. stop, asked now and then, may be NULL; when
 * it says so the result is DB_STOPPED. The caller calls changes_finish,
 * whatever the result. */
enum db_result changes_find(struct changes *changes, struct index *index,
                            bool (*stop)(void *), void *context);
void changes_finish(struct changes *changes);

#endif
