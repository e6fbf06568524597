/* The application: one struct on the stack of ui_run, passed down. */
#ifndef MEDFAQ_UI_APP_H
#define MEDFAQ_UI_APP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/charset.h"
#include "state/state.h"
#include "ui/config.h"
#include "ui/draw.h"
#include "ui/hints.h"
#include "ui/keymap.h"
#include "ui/library_index.h"
#include "ui/terminal.h"
#include "ui/terms.h"
#include "ui/ui.h"
#include "ui/view.h"
#include "ui/watch.h"

/* A place in an article, as marks and history store it. */
struct article_place {
    char *path;           /* NULL: standard input */
    size_t source_offset; /* in the article's source */
    size_t focus;         /* the link that was selected; SIZE_MAX: none */
};

struct mark {
    struct article_place place;
    char *label;   /* what the list of marks shows; NULL: not set */
    char *slug;    /* of the heading above the place ... */
    size_t beyond; /* ... and how far below that it is */
};

#define N_MARKS 26

/* Settings that were chosen in the program, now or before; they win over the
 * configuration. */
struct chosen {
    const struct theme *theme; /* NULL: none was */
    const char *sort;          /* NULL: none was */
    unsigned width;            /* 0: none was */
    enum chosen_state { CHOSEN_NEITHER, CHOSEN_YES, CHOSEN_NO } linear, mouse;
};

struct annotation;
struct remembered_visit;

/* Where a hint stands in the status line, so that it can be clicked. */
struct hint_spot {
    int col, cols;
    enum action action;
};

struct app {
    const struct ui_options *options;
    struct terminal terminal;
    struct charset charset;
    struct canvas canvas;
    bool had_joined;    /* emoji that terminals join are on the screen */
    struct theme theme; /* in use: resolved for this terminal */
    struct config config;
    struct chosen chosen;
    struct state *state; /* what is remembered; never NULL */
    struct keymap keymap;
    struct watch watch;
    struct strs picked;  /* paths of articles to be compared, in order */
    struct strs history; /* of what was typed into prompts */
    struct library_index library;
    struct terms terms;
    struct view *top;   /* of the stack; NULL: leave */
    struct buf message; /* in the status line until the next key */
    bool message_is_error;
    struct hint_spot spots[3 * HINTS_MAX];
    size_t n_spots;      /* that the status line shows now */
    unsigned text_cells; /* maximum text width, set by + - = */
    bool linear;
    struct remembered_visit **visits; /* that are not written yet */
    size_t n_visits, visits_capacity;
    size_t n_searches_kept;     /* of history, where searches are kept */
    struct annotation *deleted; /* the last one comes back first */
    size_t n_deleted, deleted_capacity;
    struct mark marks[N_MARKS];
    bool has_marks;          /* those of earlier sessions were read */
    uint32_t key;            /* the one being handled; 0: none */
    enum action last_action; /* run by the key before */
    int exit_status;
};

/* Puts a view on top of the stack and takes ownership of it. */
void app_push(struct app *app, struct view *view);
/* Closes the top view and frees it. */
void app_pop(struct app *app);
/* Closes all views, which ends the program. */
void app_leave(struct app *app, int exit_status);

/* The topmost view that is not a box. */
struct view *app_reading(const struct app *app);

/* Shows a message in the status line until the next key. */
void app_say(struct app *app, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void app_warn(struct app *app, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Whether a key is waiting to be read: slow work should stop for it. context is
 * the app. */
bool app_key_waits(void *context);

/* Runs an action of the top view. */
void app_act(struct app *app, enum action action);
void app_event(struct app *app, const struct event *event);

/* Whether what is typed and read may be remembered. */
bool app_remembers(const struct app *app);

/* Whether programs may be started and files written; if not, says so. */
bool app_may_write(struct app *app);

/* Draws all visible views and the status line, and places the cursor. */
void app_draw(struct app *app);
/* The action whose hint was last drawn at a cell; ACTION_NONE if there is
 * none. */
enum action app_hint_at(const struct app *app, int row, int col);
void app_set_theme(struct app *app, const struct theme *theme);
/* The theme of the configuration, or the terminal's default. */
const struct theme *app_configured_theme(const struct app *app);
/* What was chosen, or else what is configured. */
bool app_is_chosen(enum chosen_state chosen, bool configured);

/* The parts of the screen between its margins: the top line (from 8 rows), the
 * body, and below it the status line (from 2 rows). */
struct area app_bar(void);
struct area app_body(void);
struct area app_status(void);
/* The body; on a screen of under 8 rows all of it, the status line as well. */
struct area app_room(void);
/* Draws the top line: a title, facts at the right if there is room, and a rule
 * below. */
void app_draw_bar(struct app *app, const char *title, const char *facts);
/* Width of a preview beside a list, with its frame. */
#define PREVIEW_MAX_COLS 84
/* Whether a list and text fit side by side; never in linear mode. */
bool app_is_wide(const struct app *app);

#endif
