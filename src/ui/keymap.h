/* Which key does what. */
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
    bool by_user;
};

struct keymap {
    struct binding bindings[KEYMAP_MAX];
    size_t n;
};

/* The default keys, which medfaq(1) lists. */
void keymap_init(struct keymap *keymap);

/* Takes all keys from an action. */
void keymap_unbind(struct keymap *keymap, enum action action);

/* What another action, in the same views, has a key for; NULL if it is free.
 */
const struct binding *keymap_clash(const struct keymap *keymap, uint32_t key,
                                   enum action action);

/* Gives a key to an action, and takes it from others in the same views. */
void keymap_bind(struct keymap *keymap, uint32_t key, enum action action);

/* Gives an action its default keys again: those that are free, or by force
 * all of them. */
void keymap_restore(struct keymap *keymap, enum action action, bool by_force);

/* How many keys an action has. */
size_t keymap_n_keys(const struct keymap *keymap, enum action action);

/* What a key does in a view (one of enum where); ACTION_NONE for nothing. */
enum action keymap_find(const struct keymap *keymap, uint32_t key,
                        unsigned where);

/* Appends the names of an action's keys, separated by spaces, at most max of
 * them; returns how many. */
size_t keymap_keys(const struct keymap *keymap, enum action action, size_t max,
                   bool ascii, struct buf *out);

#endif
