/* The application: one struct on ui_run's stack, passed down. */
#ifndef MEDFAQ_UI_APP_H
#define MEDFAQ_UI_APP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/charset.h"
#include "ui/config.h"
#include "ui/draw.h"
#include "ui/hints.h"
#include "ui/keymap.h"
#include "ui/library_index.h"
#include "ui/terminal.h"
#include "ui/ui.h"
#include "ui/view.h"
#include "ui/watch.h"

/* A place in a file, as marks and history keep it. */
struct article_place {
    char *path;           /* NULL: what came from standard input */
    size_t source_offset; /* in the article's source */
    size_t focus;         /* the link that was selected; SIZE_MAX: none */
};

struct mark {
    struct article_place place;
    char *label; /* what the list of marks shows; NULL: not set */
};

#define N_MARKS 26

/* Where a key shows in the status line: a click there is that key. */
struct hint_spot {
    int col, cols;
    enum action action;
};

struct app {
    const struct ui_options *options;
    struct terminal terminal;
    struct charset charset;
    struct canvas canvas;
    struct config config;
    struct keymap keymap;
    struct watch watch;
    struct strs history; /* of what was typed into prompts */
    struct library_index library;
    struct view *top;   /* of the stack; NULL: leave */
    struct buf message; /* in the status line until the next key */
    bool message_is_error;
    struct hint_spot spots[3 * HINTS_MAX];
    size_t n_spots;      /* that the status line shows now */
    unsigned text_cells; /* as wide as text may be: + - = */
    bool linear;
    struct mark marks[N_MARKS];
    uint32_t key;            /* that is being handled; 0: none */
    enum action last_action; /* of the key before it */
    int exit_status;
};

/* Puts a view on top, which the application owns from now on. */
void app_push(struct app *app, struct view *view);
/* Closes the top view. */
void app_pop(struct app *app);
/* Closes all views: the program leaves. */
void app_leave(struct app *app, int exit_status);

/* The first full view from the top, below its boxes. */
struct view *app_reading(const struct app *app);

/* A line for the user, until the next key. */
void app_say(struct app *app, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void app_warn(struct app *app, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Did somebody press a key that was not read yet? It is more urgent than what
 * takes long. context: the app. */
bool app_key_waits(void *context);

/* Runs an action of the top view. */
void app_act(struct app *app, enum action action);
void app_event(struct app *app, const struct event *event);

/* Gives up an input or closes a box; false when there is none. */
bool app_cancel(struct app *app);

/* False, after telling so, when options forbid programs and files. */
bool app_may_write(struct app *app);

/* Draws everything and puts the cursor. */
void app_draw(struct app *app);
/* What the status line, as it was drawn, offers at a cell of the screen. */
enum action app_hint_at(const struct app *app, int row, int col);
void app_set_theme(struct app *app, const struct theme *theme);

/* The parts of the screen: a top line from 4 rows on, the status line from 2
 * rows on, the body between. */
struct area app_bar(void);
struct area app_body(void);
/* The top line: a title, and facts at the right where there is room. */
void app_draw_bar(struct app *app, const char *title, const char *facts);
/* Of what stands beside a list, its frame included. */
#define PREVIEW_MAX_COLS 84
/* Is there room for a list and text side by side? Never in linear mode. */
bool app_is_wide(const struct app *app);

#endif
