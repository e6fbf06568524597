/* The keymap: which key runs which action. */
#ifndef MEDFAQ_UI_KEYMAP_H
#define MEDFAQ_UI_KEYMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "ui/action.h"

#define KEYMAP_MAX 256

struct binding {
    uint32_t key;
    enum action action;
    unsigned where; /* views of the action where the key is not another's */
    bool by_user;
};

struct keymap {
    struct binding bindings[KEYMAP_MAX];
    size_t n;
};

/* Binds the default keys, which medfaq(1) lists. */
void keymap_init(struct keymap *keymap);

/* Removes all keys of an action. */
void keymap_unbind(struct keymap *keymap, enum action action);

/* The binding of a key to another action in the same views; NULL if it is
 * free. */
const struct binding *keymap_clash(const struct keymap *keymap, uint32_t key,
                                   enum action action);

/* Binds a key to an action and takes it from others in the same views; in other
 * views these keep it. */
void keymap_bind(struct keymap *keymap, uint32_t key, enum action action);

/* Gives an action its default keys again: those that are free or, by force, all
 * of them. */
void keymap_restore(struct keymap *keymap, enum action action, bool by_force);

/* The number of keys of an action. */
size_t keymap_n_keys(const struct keymap *keymap, enum action action);

/* The action of a key in a kind of view; ACTION_NONE if it has none. */
enum action keymap_find(const struct keymap *keymap, uint32_t key,
                        unsigned where);

/* Appends the names of an action's keys, separated by spaces, at most max of
 * them; returns how many. */
size_t keymap_keys(const struct keymap *keymap, enum action action, size_t max,
                   bool ascii, struct buf *out);

#endif
