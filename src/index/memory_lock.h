/* Lets readers in while an index in memory is written.
 *
 * SQLite locks whole tables of a database that connections share in memory, so
 * a reader would have to wait until the writer commits. A reader that finds a
 * table locked requests the lock; the writer then commits between two articles
 * and lets it in. */
#ifndef MEDFAQ_INDEX_MEMORY_LOCK_H
#define MEDFAQ_INDEX_MEMORY_LOCK_H

#include <stdbool.h>

struct memory_lock;

struct memory_lock *memory_lock_new(void);
/* Returns the same lock, for another connection, in any thread. Each one must
 * be released; memory_lock_release() accepts NULL. */
struct memory_lock *memory_lock_share(struct memory_lock *lock);
void memory_lock_release(struct memory_lock *lock);

/* A handler for db_on_busy(), with the lock as context: requests the lock from
 * the writer and waits a little. Returns false after some seconds. */
bool memory_lock_ask(void *context, int n_before);

/* memory_lock_is_asked() returns whether a reader has requested the lock. If
 * so, the writer commits and calls memory_lock_let_in() before it begins the
 * next transaction, which takes no time if there is no request. */
bool memory_lock_is_asked(struct memory_lock *lock);
void memory_lock_let_in(struct memory_lock *lock);

#endif
