/* One line of input at the bottom of the screen. */
#ifndef MEDFAQ_UI_PROMPT_H
#define MEDFAQ_UI_PROMPT_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/strs.h"
#include "ui/key.h"

struct app;
struct view;

struct prompt_ops {
    const char *label;
    bool one_key; /* done with the first character: marks, yes or no */
    bool is_kept; /* Up brings what was typed before, in this program's run */
    bool clicks;  /* clicks are for the view meanwhile */
    bool in_list; /* but Up and Down are for the view: prompt_back, _forward */
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
    struct strs kept;
    size_t n_back; /* of those kept that one went back */
};

void prompt_init(struct prompt *prompt);
void prompt_finish(struct prompt *prompt);

/* Opens it for a view with a text to begin with. */
void prompt_open(struct prompt *prompt, const struct prompt_ops *ops,
                 struct view *view, const char *text);

/* Closes it, and tells nobody. */
void prompt_close(struct prompt *prompt);

/* Edits, ends or cancels; false for keys that are no input: those are for the
 * view (up and down in a list that is being filtered). */
bool prompt_key(struct prompt *prompt, struct app *app, uint32_t key);
/* Puts in text that was pasted; false for a prompt that wants one key. */
bool prompt_paste(struct prompt *prompt, struct app *app, const char *text);

/* The text before, or after, of those that were kept; false if there is none,
 * or no prompt that keeps any. */
bool prompt_back(struct prompt *prompt, struct app *app);
bool prompt_forward(struct prompt *prompt, struct app *app);

/* Appends a hint, if there is something to go back to. */
void prompt_note_kept(const struct prompt *prompt, struct buf *out);

#endif
