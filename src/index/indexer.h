/* A thread that keeps the index up to date while the reader runs. It has its
 * own connection, and while it runs nothing else in the program should
 * write. */
#ifndef MEDFAQ_INDEX_INDEXER_H
#define MEDFAQ_INDEX_INDEXER_H

#include "index/index.h"

struct indexer;

struct indexer_state {
    struct index_progress progress; /* done is false while it works */
    enum index_place
        place; /* where the index is: it moves if the disk is full */
    struct error why_temporary; /* "" if it is in the cache */
    bool was_replaced; /* index_was_replaced(), since the last indexer_take() */
    struct error err;  /* why the last update failed; "" if it did not */
};

/* Starts the thread for an index, which stays the caller's. Returns NULL with
 * err on failure. */
struct indexer *indexer_start(const struct index *index, struct error *err);

/* Stops the thread, after a few articles at most, and frees it. What has been
 * written is kept. */
void indexer_stop(struct indexer *indexer);

/* Returns a file descriptor that becomes readable when the state has
 * changed. */
int indexer_fd(const struct indexer *indexer);

/* Copies the state of the thread to *state and makes the descriptor
 * unreadable. */
void indexer_take(struct indexer *indexer, struct indexer_state *state);

/* Starts an update. Call it when something in the folders has changed. */
void indexer_wake(struct indexer *indexer);

#endif
