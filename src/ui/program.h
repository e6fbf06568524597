/* Other programs, started only when a key asks for one. File names and
 * addresses are never passed through a shell. */
#ifndef MEDFAQ_UI_PROGRAM_H
#define MEDFAQ_UI_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strs.h"

struct app;

/* Splits a setting such as "code --wait" into words at blanks. */
void program_words(const char *command, struct strs *out);

/* Runs a program in the terminal and waits; input (may be NULL) goes to its
 * standard input. False with err if it cannot start or fails. */
bool program_run(struct app *app, const struct strs *words, const char *input,
                 size_t n_bytes, struct error *err);

/* Waits for Enter while the output of a program is on the screen, then takes
 * the terminal back. */
void program_pause(struct app *app);

/* Appends the argument vector for $VISUAL, $EDITOR or vi on a file, with the
 * line (from 1) for editors known to accept one. */
void editor_words(const char *path, unsigned line, struct strs *words);

/* Edits a file at a line (from 1) and waits. False with err if the editor
 * cannot start or fails. */
bool editor_run(struct app *app, const char *path, unsigned line,
                struct error *err);

/* Appends the argument vector that opens a web address or an absolute path:
 * $BROWSER, else xdg-open. Nothing if neither is installed, or for any other
 * target. */
void opener_words(const char *target, struct strs *words);

/* Opens a web address or an absolute path and waits. False with err if the
 * program cannot start or fails. */
bool opener_run(struct app *app, const char *target, struct error *err);

#endif
