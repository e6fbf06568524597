/* The user's editor. */
#ifndef MEDFAQ_UI_EDITOR_H
#define MEDFAQ_UI_EDITOR_H

#include <stdbool.h>

#include "base/error.h"
#include "base/strs.h"

struct app;

/* The words to start $VISUAL, $EDITOR or vi with, for a file at a line from
 * 1, which is told to editors that take it. */
void editor_words(const char *path, unsigned line, struct strs *words);

/* Edits a file and waits. line, from 1, is told to editors that take it.
 * False with the reason when the editor could not start or failed. */
bool editor_run(struct app *app, const char *path, unsigned line,
                struct error *err);

#endif
