/* The library while the reader runs: an index to list and search it with, and
 * a thread that keeps the index up to date. */
#ifndef MEDFAQ_UI_LIBRARY_INDEX_H
#define MEDFAQ_UI_LIBRARY_INDEX_H

#include <stdbool.h>

#include "base/strs.h"
#include "index/catalogue.h"
#include "index/index.h"

struct app;
struct indexer;

#define WATCHED_MAX 256 /* folders of one library */

struct library_index {
    struct index *index;     /* NULL: not yet, or it cannot be */
    struct indexer *indexer; /* NULL: not yet */
    struct index_progress progress;
    bool is_complete;  /* the index has all articles that it had to read */
    bool is_refilled;  /* is not, and was asked to be: once is enough */
    bool has_failed;   /* what the thread tried last: it was said */
    bool is_trusted;   /* the index had what the folders have, some time */
    bool watches_some; /* and not all folders: there are too many */
    struct library *by_name; /* for ids until then; NULL: not needed */
};

/* Opens the index. A small library that nobody has read yet is read at once.
 * False, after saying why, when there is no index. */
bool library_index_open(struct app *app);
/* Starts the thread, which follows the folders from now on: when the first
 * screen is there. */
void library_index_follow(struct app *app);
void library_index_finish(struct app *app);

/* To be polled; -1: nothing. */
int library_index_fd(const struct app *app);
/* Takes what the thread tells; true when the index has changed. */
bool library_index_take(struct app *app);
/* An index that was removed or mended in the meantime is filled again. */
void library_index_check(struct app *app);
/* Files changed: the index follows. */
void library_index_changed(struct app *app);

/* Articles that may have this id, for library_find_id and the like; the caller
 * frees. The folders are followed from now on. */
struct library *library_index_named(struct app *app, const char *name);

#endif
