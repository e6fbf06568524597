/* One line of input at the bottom of the screen. */
#ifndef MEDFAQ_UI_PROMPT_H
#define MEDFAQ_UI_PROMPT_H

#include <stdbool.h>

#include "base/buf.h"
#include "ui/key.h"

struct app;
struct view;

struct prompt_ops {
    const char *label;
    bool one_key; /* done with the first character: marks, yes or no */
    /* As one types; may be NULL. */
    void (*changed)(struct view *view, struct app *app, const char *text);
    void (*done)(struct view *view, struct app *app, const char *text);
    /* After Esc; may be NULL. */
    void (*cancelled)(struct view *view, struct app *app);
    /* Appends what stands at the right: a count, a hint; may be NULL. */
    void (*note)(struct view *view, struct app *app, struct buf *out);
};

struct prompt {
    const struct prompt_ops *ops; /* NULL: none is open */
    struct view *view;
    struct buf text;
    size_t cursor; /* offset in text */
    bool replaces; /* the first character typed replaces the text */
};

void prompt_init(struct prompt *prompt);
void prompt_finish(struct prompt *prompt);

/* Opens it for a view with a text to begin with. */
void prompt_open(struct prompt *prompt, const struct prompt_ops *ops,
                 struct view *view, const char *text);

/* Edits, ends or cancels; false for keys that are no input: those are for the
 * view (up and down in a list that is being filtered). */
bool prompt_key(struct prompt *prompt, struct app *app, uint32_t key);
/* Puts in text that was pasted; false for a prompt that wants one key. */
bool prompt_paste(struct prompt *prompt, struct app *app, const char *text);

#endif
