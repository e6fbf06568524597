/* Lets readers in while an index in memory is written.
 *
 * SQLite locks whole tables of a database that connections share in memory, so
 * a reader would wait until the writer commits. A reader that meets the lock
 * asks for it, and the writer commits and lets it in between two articles. */
#ifndef MEDFAQ_INDEX_MEMORY_LOCK_H
#define MEDFAQ_INDEX_MEMORY_LOCK_H

#include <stdbool.h>

struct memory_lock;

struct memory_lock *memory_lock_new(void);
/* Returns the same lock, for another connection, in any thread. Each one is
 * released; NULL may be. */
struct memory_lock *memory_lock_share(struct memory_lock *lock);
void memory_lock_release(struct memory_lock *lock);

/* For db_on_busy, with the lock as context: asks the writer and waits a little.
 * Returns false after some seconds. */
bool memory_lock_ask(void *context, int n_before);

/* Whether a reader asks. The writer commits and lets it in before it begins the
 * next transaction; that takes no time when nobody asks. */
bool memory_lock_is_asked(struct memory_lock *lock);
void memory_lock_let_in(struct memory_lock *lock);

#endif
