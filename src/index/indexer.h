/* A thread that keeps the index up to date while somebody reads. It has a
 * connection of its own; nobody else in the program should write any more. */
#ifndef MEDFAQ_INDEX_INDEXER_H
#define MEDFAQ_INDEX_INDEXER_H

#include "index/index.h"

struct indexer;

struct indexer_state {
    struct index_progress progress; /* not done while it works */
    enum index_place place;         /* where it went, if a disk is full */
    struct error why_temporary;     /* "" in the cache */
    struct error err; /* why it could not bring it up to date; "": it did */
};

/* Starts at once on an index, which stays the caller's; NULL with err when it
 * cannot. */
struct indexer *indexer_start(const struct index *index, struct error *err);

/* Ends it, within a few articles; what was read is kept. */
void indexer_stop(struct indexer *indexer);

/* Becomes readable when there is progress to be taken. */
int indexer_fd(const struct indexer *indexer);

/* What it has done so far. */
void indexer_take(struct indexer *indexer, struct indexer_state *state);

/* Something in the folders changed: look again. */
void indexer_wake(struct indexer *indexer);

#endif
