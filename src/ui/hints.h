/* The status line: place, hints that fit, messages, input. */
#ifndef MEDFAQ_UI_HINTS_H
#define MEDFAQ_UI_HINTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "ui/keymap.h"
#include "ui/view.h"

struct app;

#define HINTS_MAX 16

/* Cells between two hints on a line of so many. */
int hints_gap(int cols);

/* Which of n hints of so many cells (gaps included) fit in room: the first is
 * the most important, then the last but one, which is help, then the last, how
 * to leave, then the second, the third ... One that does not fit leaves its
 * room to those after it. Returns how many. */
size_t hints_fit(const int *cells, size_t n, int room, bool *shown);

/* Appends the keys of a hint, "←→"; nothing when no key is bound. */
void hint_keys(const struct keymap *keymap, const struct hint *hint, bool ascii,
               struct buf *out);
/* Draws the status line of the top view, a message, or its prompt. */
void hints_draw(struct app *app);

/* Its word; closing the first view leaves. */
const char *hint_label(const struct hint *hint, bool is_first);

#endif
