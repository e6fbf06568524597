/* A view fills the screen or is a box over another view. */
#ifndef MEDFAQ_UI_VIEW_H
#define MEDFAQ_UI_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "ui/action.h"
#include "ui/key.h"
#include "ui/prompt.h"

struct app;
struct list;
struct list_ops;
struct view;

/* A hint in the status line: one or two keys and a word, "←→ section". */
struct hint {
    enum action actions[2]; /* the second may be ACTION_NONE */
    const char *label;      /* NULL: that of the first action */
    unsigned onward;        /* which of the two a click on the label means */
    const char *key; /* shown instead of the keys that are bound; NULL: none */
};

/* The status line: as many hints as fit, and the place at the right. */
struct status {
    struct buf place;
    /* Emergency is the most important, then Enter or a jump to a kind, then the
     * first hint and the last two; ends with ACTION_NONE. */
    const struct hint *hints;
    const char *enter; /* what Enter does, a verb; NULL: as the hint says */
};

/* What an action does in a view. */
struct view_action {
    enum action action;
    void (*run)(struct view *view, struct app *app);
    bool when_empty; /* also where the view has nothing to show */
};

/* What a view can do; functions may be NULL where that is said. */
struct view_ops {
    const char *name;
    unsigned where; /* one of enum where: which keys count */
    bool is_box;    /* the view below shows around it */
    /* Ends with ACTION_NONE. What is not in it is looked up among the actions
     * of lists, if the view has one, and then among those of every view. */
    const struct view_action *actions;
    const struct list_ops *list; /* of view.list; NULL: the view has none */
    void (*draw)(struct view *view, struct app *app);
    void (*describe)(struct view *view, struct app *app, struct status *out);
    /* Is there nothing to show? NULL: never. */
    bool (*is_empty)(const struct view *view);
    /* Brings what it shows up to date before an action, or with ACTION_NONE
     * before a click; may be NULL. */
    void (*renew)(struct view *view, struct app *app, enum action action);
    /* Sees keys before the keymap, for letters in menus; may be NULL. */
    bool (*key)(struct view *view, struct app *app, uint32_t key);
    /* May be NULL: then the pointer is for the list, if there is one. */
    void (*pointer)(struct view *view, struct app *app,
                    const struct event *event);
    /* Work for idle time; true if the view must be drawn again; may be NULL. */
    bool (*work)(struct view *view, struct app *app);
    /* A file in a watched folder changed; may be NULL. */
    void (*changed)(struct view *view, struct app *app);
    /* Frees the view. */
    void (*close)(struct view *view);
};

/* The first member of every view. */
struct view {
    const struct view_ops *ops;
    struct view *below;
    struct list *list;    /* part of the view; NULL: none */
    struct prompt prompt; /* what is typed in it, while it is open */
    bool keeps_behind;    /* a box that leaves what lies behind it as it is */
    bool stale;           /* drawing must make the content again */
};

/* The row of an action in a view; NULL if the view does not have it. */
const struct view_action *view_action(const struct view_ops *ops,
                                      enum action action);

#endif
