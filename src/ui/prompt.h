/* One line of input, which every view can have: at the bottom of the screen,
 * or where the view draws it. */
#ifndef MEDFAQ_UI_PROMPT_H
#define MEDFAQ_UI_PROMPT_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/strs.h"
#include "ui/draw.h"
#include "ui/key.h"

struct app;
struct view;

#define PROMPT_MAX_BYTES ((size_t)4096)

struct prompt_ops {
    const char *label;
    const char *placeholder; /* shown while it is empty; NULL for none */
    bool one_key;            /* the first character ends it: marks, yes or no */
    bool is_kept;            /* its text goes into the history: ^P recalls it */
    bool clicks;             /* clicks go to the view while it is open */
    bool in_list; /* keys that do not edit, Up and Down too, go to the view */
    bool in_view; /* the view draws it, instead of the status line */
    bool stays;   /* Enter and Esc leave it open */
    /* Sees each key first; true if it used the key. May be NULL. */
    bool (*key)(struct view *view, struct app *app, uint32_t key);
    /* After each change of the text; may be NULL. */
    void (*changed)(struct view *view, struct app *app, const char *text);
    /* Enter; the prompt is closed by then, unless it stays. */
    void (*done)(struct view *view, struct app *app, const char *text);
    /* Esc; the prompt is closed by then, unless it stays. May be NULL. */
    void (*cancelled)(struct view *view, struct app *app);
    /* Appends what stands at the right: a count, a hint. May be NULL. */
    void (*note)(struct view *view, struct app *app, struct buf *out);
};

struct prompt {
    const struct prompt_ops *ops; /* NULL: closed */
    struct view *view;            /* that it belongs to */
    struct strs *history; /* borrowed: all prompts share it; NULL: none */
    struct buf text;
    char *question;  /* instead of the label of ops; NULL: none */
    size_t cursor;   /* offset in text */
    bool replaces;   /* the first character typed replaces the text */
    bool is_changed; /* since the view was last told */
    bool is_cut;     /* the last insertion did not fit whole */
    size_t n_back;   /* how far back in the history */
};

/* view and history are borrowed; without a history nothing is remembered. */
void prompt_init(struct prompt *prompt, struct view *view,
                 struct strs *history);
void prompt_finish(struct prompt *prompt);

/* Opens the prompt with a text to begin with. */
void prompt_open(struct prompt *prompt, const struct prompt_ops *ops,
                 const char *text);
/* Opens an empty prompt with a question of its own for a label. */
void prompt_ask(struct prompt *prompt, const struct prompt_ops *ops,
                const char *question);
/* Replaces what was typed; the cursor is at its end. */
void prompt_set_text(struct prompt *prompt, const char *text);
bool prompt_is_open(const struct prompt *prompt);
/* Closes the prompt without telling the view. */
void prompt_close(struct prompt *prompt);

/* Edits, ends or cancels. False if the key is not for the prompt. Characters
 * are reported to the view only by prompt_tell, so that a burst of them costs
 * one search. */
bool prompt_key(struct prompt *prompt, struct app *app, uint32_t key);
/* Inserts pasted text; false if the prompt wants a single key. */
bool prompt_paste(struct prompt *prompt, struct app *app, const char *text);
/* Is the key text for the prompt? */
bool prompt_takes(const struct prompt *prompt, uint32_t key);
/* Tells the view what was typed since the last call. */
void prompt_tell(struct prompt *prompt, struct app *app);

/* Adds a text to the history, unless it is empty or the last entry. */
void prompt_keep(struct prompt *prompt, const char *text);
/* Appends the hint for the history, if it has entries. */
void prompt_note_kept(const struct prompt *prompt, struct buf *out);

/* Draws label, text and note in the first row of an area, and puts the cursor
 * there. A text that is too long scrolls. */
void prompt_draw(const struct prompt *prompt, struct app *app,
                 struct area area);

#endif
