/* What is remembered, as the reader's views use it: when a place is kept, and
 * what is said about it. */
#ifndef MEDFAQ_UI_MEMORY_H
#define MEDFAQ_UI_MEMORY_H

#include <stdbool.h>

#include "state/remembered.h"
#include "ui/app.h"

struct article_view;

/* Opens the state and takes the settings that were chosen in the program, which
 * win over the configuration but not over the command line. */
void memory_init(struct app *app);
void memory_finish(struct app *app);

/* Keeps a setting that was chosen and adds "Saved" to the message, or why not;
 * with value NULL, that of the configuration holds again. */
void memory_keep_setting(struct app *app, const char *name, const char *value);
void memory_keep_number(struct app *app, const char *name, unsigned value);
void memory_keep_yes_or_no(struct app *app, const char *name, bool value);

/* Shows a line about the file of what is remembered, once, where there is one
 * and nothing else is being said. True if it was shown. */
bool memory_say_trouble(struct app *app);

/* Notes that an article is on the screen, and that it leaves it. Nothing is
 * written before memory_write: to be sure that it is on the disk takes longer
 * than a key may. */
void memory_visit(struct article_view *view, struct app *app);
void memory_leave(struct article_view *view, struct app *app);

/* Writes what was noted. True if a message is to be shown. */
bool memory_write(struct app *app);

/* When the article at a path was read last, "2026-11-30", or "" if it never
 * was; the caller frees. NULL if nothing is remembered. */
char *memory_read_on(struct app *app, const char *path);

/* Reads the marks, once. */
void memory_load_marks(struct app *app);
/* Keeps a mark; false with a message if that failed. */
bool memory_keep_mark(struct article_view *view, struct app *app, int mark);

#endif
