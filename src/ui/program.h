/* Other programs, only when a key asks for one: never by a shell around a
 * file's name or an address. */
#ifndef MEDFAQ_UI_PROGRAM_H
#define MEDFAQ_UI_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strs.h"

struct app;

/* Splits a setting such as "code --wait" at its spaces into words. */
void program_words(const char *command, struct strs *out);

/* Runs a program in the terminal and waits; input (may be NULL) goes to its
 * standard input. False with the reason when it could not start or failed. */
bool program_run(struct app *app, const struct strs *words, const char *input,
                 size_t n_bytes, struct error *err);

/* After a program whose output is still on the screen: waits for Enter. */
void program_pause(struct app *app);

/* The words to start $VISUAL, $EDITOR or vi with, for a file at a line from
 * 1, which is told to editors that take it. */
void editor_words(const char *path, unsigned line, struct strs *words);

/* Edits a file and waits. line, from 1, is told to editors that take it.
 * False with the reason when the editor could not start or failed. */
bool editor_run(struct app *app, const char *path, unsigned line,
                struct error *err);

/* Opens a web address with $BROWSER, whose name is told by browser_name;
 * NULL: there is none, or the address is of no kind that browsers open. */
const char *browser_name(const char *url);
bool browser_run(struct app *app, const char *url, struct error *err);

#endif
