/* A view: what fills the screen, or a box over it. */
#ifndef MEDFAQ_UI_VIEW_H
#define MEDFAQ_UI_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "ui/action.h"
#include "ui/key.h"
#include "ui/prompt.h"

struct app;
struct view;

/* A pair of keys and a word for the status line: "←→ section". */
struct hint {
    enum action actions[2]; /* the second may be ACTION_NONE */
    const char *label;      /* NULL: that of the first action */
    unsigned onward;        /* which of both a click on the label means */
};

/* The status line: the place at the left, then as many hints as fit. */
struct status {
    struct buf place;
    /* The first and the last two are the most important; ends with
     * ACTION_NONE. */
    const struct hint *hints;
};

/* What a view can do; functions may be NULL where that is said. */
struct view_ops {
    const char *name;
    unsigned where; /* one of enum where: which keys count */
    bool is_box;    /* the view below shows around it */
    void (*draw)(struct view *view, struct app *app);
    void (*describe)(struct view *view, struct app *app, struct status *out);
    /* False: not meant for this view; the application may know it. */
    bool (*act)(struct view *view, struct app *app, enum action action,
                const struct event *event);
    /* Sees keys before the keymap, for letters in menus; may be NULL. */
    bool (*key)(struct view *view, struct app *app, const struct event *event);
    /* May be NULL. */
    bool (*pointer)(struct view *view, struct app *app,
                    const struct event *event);
    /* Work that waited for the first screen; true when it has to be drawn
     * again; may be NULL. */
    bool (*work)(struct view *view, struct app *app);
    /* Something in a watched folder changed; may be NULL. */
    void (*changed)(struct view *view, struct app *app);
    /* Frees the view. */
    void (*close)(struct view *view);
};

/* The first member of every view. */
struct view {
    const struct view_ops *ops;
    struct view *below;
    struct prompt prompt; /* what is typed in it, while it is open */
    bool stale; /* what it shows must be made again, which drawing does */
};

#endif
