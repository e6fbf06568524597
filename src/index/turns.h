/* Turns at an index in memory: whoever writes there shuts out all who read,
 * so the writer is asked to let others in, and does so between two articles. */
#ifndef MEDFAQ_INDEX_TURNS_H
#define MEDFAQ_INDEX_TURNS_H

#include <stdbool.h>

struct turns;

struct turns *turns_new(void);
/* For another connection, of any thread; each one is released. */
struct turns *turns_share(struct turns *turns);
void turns_release(struct turns *turns);

/* For db_on_busy: asks for a turn and waits a little; false after some
 * seconds. context: the turns. */
bool turns_ask(void *context, int n_before);

/* Does somebody ask? The writer commits, and gives the turn before it begins
 * anew; that takes no time when nobody does. */
bool turns_is_asked(struct turns *turns);
void turns_give(struct turns *turns);

#endif
