/* The index while the reader runs: a thread that keeps it up to date, and a
 * connection to search with. Both begin with the first search. */
#ifndef MEDFAQ_UI_SEARCHING_H
#define MEDFAQ_UI_SEARCHING_H

#include <stdbool.h>

#include "search/index.h"

struct app;
struct indexer;

struct searching {
    struct index *index;     /* NULL: not yet, or it cannot be */
    struct indexer *indexer; /* NULL: not yet */
    struct index_progress progress;
};

/* False, after saying why, when there is no index to search. */
bool searching_start(struct app *app);
void searching_finish(struct app *app);

/* To be polled; -1: nothing. */
int searching_fd(const struct app *app);
/* Takes what the thread tells. */
void searching_take(struct app *app);
/* Files changed: the index follows. */
void searching_changed(struct app *app);

#endif
