/* Editing an article from the reader: never by a stray letter. */
#ifndef MEDFAQ_UI_EDIT_H
#define MEDFAQ_UI_EDIT_H

#include <stdbool.h>

struct app;
struct prompt_ops;
struct view;

/* Whether an article lies outside the user's own folder, so that "e" asks
 * before it starts an editor. */
bool edit_must_ask(const char *path);

/* Opens a prompt that asks whether to edit an article, and names the editor.
 * Its ops take one key. */
void edit_ask(struct view *view, const struct prompt_ops *ops,
              const char *title);

/* Whether a key typed there means yes. */
bool edit_is_yes(const char *text);

/* Starts the editor at a line (from 1), or says why it cannot. */
void edit_run(struct app *app, const char *path, unsigned line);

#endif
