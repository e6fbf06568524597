/* The library's index while the reader runs, and the thread that keeps it up to
 * date. */
#ifndef MEDFAQ_UI_LIBRARY_INDEX_H
#define MEDFAQ_UI_LIBRARY_INDEX_H

#include <stdbool.h>

#include "base/strs.h"
#include "index/catalogue.h"
#include "index/index.h"

struct app;
struct indexer;

#define WATCHED_MAX 256 /* of the folders of a library */

struct library_index {
    struct index *index;     /* NULL: not open yet, or it cannot be opened */
    struct indexer *indexer; /* NULL: not started yet */
    struct index_progress progress;
    bool is_complete; /* the index has read all articles that it must */
    bool is_refilled; /* a refill was requested already; once is enough */
    bool has_failed;  /* the thread's last attempt failed, and that was reported
                       */
    bool is_trusted; /* the index has agreed with the folders since the start */
    bool watches_some; /* only the first WATCHED_MAX folders are watched */
    struct library
        *by_name; /* for ids, until the index is trusted; NULL: not needed */
};

/* Opens the index, and reads a small library at once if it was never read.
 * False, after saying why, if there is no index. */
bool library_index_open(struct app *app);
/* Starts the thread that follows the folders; called after the first screen. */
void library_index_follow(struct app *app);
void library_index_finish(struct app *app);

/* A descriptor to poll; -1 if there is none. */
int library_index_fd(const struct app *app);
/* Reads the thread's report; true if the index has changed. */
bool library_index_take(struct app *app);
/* Refills an index that was removed or repaired in the meantime. */
void library_index_check(struct app *app);
/* Tells the thread that files have changed. */
void library_index_changed(struct app *app);

/* The articles that may have an id, for library_find_id and the like; the
 * caller frees. Starts the thread. */
struct library *library_index_named(struct app *app, const char *name);

#endif
