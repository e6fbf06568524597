/* A thread that keeps the index up to date while the reader runs. It has its
 * own connection, and while it runs nothing else in the program should write.
 */
#ifndef MEDFAQ_INDEX_INDEXER_H
#define MEDFAQ_INDEX_INDEXER_H

#include "index/index.h"

struct indexer;

struct indexer_state {
    struct index_progress progress; /* not done while it works */
    enum index_place place;         /* where it went, if a disk is full */
    struct error why_temporary;     /* "" in the cache */
    bool was_replaced; /* index_was_replaced, since the last time */
    struct error err;  /* why it could not bring it up to date; "": it did */
};

/* Starts the thread on an index, which the caller keeps. NULL with err on
 * failure. */
struct indexer *indexer_start(const struct index *index, struct error *err);

/* Stops the thread, after a few articles at most, and frees it. What was
 * written is kept. */
void indexer_stop(struct indexer *indexer);

/* The descriptor becomes readable when indexer_take has news. */
int indexer_fd(const struct indexer *indexer);

/* Stores the state of the thread. */
void indexer_take(struct indexer *indexer, struct indexer_state *state);

/* To be called when something in the folders has changed. */
void indexer_wake(struct indexer *indexer);

#endif
