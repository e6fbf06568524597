/* Marks: places in articles that are named by a letter. */
#ifndef MEDFAQ_STATE_MARK_H
#define MEDFAQ_STATE_MARK_H

#include "state/remembered.h"

/* Saves a mark, replacing the one with the same letter. */
bool mark_keep(struct state *state, char letter, const struct article *article,
               size_t source_offset, const char *label, struct error *err);

struct kept_mark {
    char letter;
    const char *path, *label; /* valid during the call only */
    struct remembered_place place;
};

/* Calls take for each mark. */
void mark_read(struct state *state,
               void (*take)(void *context, const struct kept_mark *mark),
               void *context);

#endif
