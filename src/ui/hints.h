/* The status line: place, hints, messages. */
#ifndef MEDFAQ_UI_HINTS_H
#define MEDFAQ_UI_HINTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "ui/keymap.h"
#include "ui/view.h"

struct app;

#define HINTS_MAX 16

/* Cells between two hints on a line of cols cells. */
int hints_gap(int cols);

/* A hint that asks for room. */
struct hint_room {
    int cells;     /* with its gap; 0: no key is bound to it */
    unsigned rank; /* 0 is the most important; each has its own */
    bool shown;
};

/* Chooses which of n hints fit in room, by their ranks. A hint that does not
 * fit leaves its room to the next. Returns the number shown. */
size_t hints_fit(struct hint_room *hints, size_t n, int room);

/* Ranks n hints by importance: emergency is cut last, before it Enter and the
 * jump to a kind, then help, the first, the last but one, the last (how to
 * leave), and the others in their order. */
void hints_rank(const struct hint *hints, size_t n, struct hint_room *out);

/* Appends the keys of a hint, such as "←→"; nothing if none is bound. */
void hint_keys(const struct keymap *keymap, const struct hint *hint, bool ascii,
               struct buf *out);
/* Draws the status line: the prompt of the top view, a message, or the
 * hints. */
void hints_draw(struct app *app);

/* The word of a hint. Closing the first view leaves the program; closing
 * another goes back. */
const char *hint_label(const struct hint *hint, bool is_first);

#endif
