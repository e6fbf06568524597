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

/* Chooses which of n hints, of so many cells with their gaps, fit in room: the
 * first is the most important, then the last but one (help), the last (how to
 * leave), the second, the third and so on. A hint that does not fit leaves its
 * room to the next. Returns the number shown. */
size_t hints_fit(const int *cells, size_t n, int room, bool *shown);

/* Appends the keys of a hint, such as "←→"; nothing if none is bound. */
void hint_keys(const struct keymap *keymap, const struct hint *hint, bool ascii,
               struct buf *out);
/* Draws the status line: the prompt of the top view, a message, or the
 * hints. */
void hints_draw(struct app *app);

/* The word of a hint. Closing the first view leaves the program. */
const char *hint_label(const struct hint *hint, bool is_first);

#endif
