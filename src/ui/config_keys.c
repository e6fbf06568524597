/* Reads the user's keys: no key for two actions, no action without a way
 * out. */
#include "ui/config_keys.h"

#include "base/i18n.h"
#include "ui/config.h"
#include "ui/key.h"

struct key_reader {
    struct keymap *keymap;
    struct diagnostics *problems;
};

/* The keys of an action are a scalar or the members of a list. */
static const struct yaml *first_key(const struct yaml *keys)
{
    if (keys->type == YAML_SCALAR)
        return yaml_text(keys) ? keys : NULL;
    return keys->first;
}

static const struct yaml *next_key(const struct yaml *keys,
                                   const struct yaml *key)
{
    return key == keys ? NULL : key->next;
}

static bool read_key(const struct yaml *value, uint32_t *key)
{
    return value->type == YAML_SCALAR && key_parse(value->scalar, key);
}

static bool has_a_key(const struct yaml *keys)
{
    uint32_t key;
    const struct yaml *value = first_key(keys);
    while (value && !read_key(value, &key))
        value = next_key(keys, value);
    return value;
}

/* Without these there would be no way out. */
static bool is_needed(enum action action)
{
    return action == ACTION_CLOSE || action == ACTION_QUIT;
}

static enum action action_of(const struct yaml *keys)
{
    const struct yaml *name = keys->key;
    return name && name->scalar ? action_find(name->scalar) : ACTION_NONE;
}

/* Unbinds an action that gets other keys, or none. An action whose new keys are
 * all invalid keeps its own. */
static void make_room(struct key_reader *in, const struct yaml *keys)
{
    enum action action = action_of(keys);
    bool emptied = !first_key(keys);
    if (action == ACTION_NONE)
        diagnostics_add(
            in->problems, config_place(keys->key ? keys->key : keys),
            _("Unknown action \"%s\". Press : in the reader to list all "
              "actions"),
            keys->key && keys->key->scalar ? keys->key->scalar : "");
    else if (emptied && is_needed(action))
        diagnostics_add(in->problems, config_place(keys),
                        _("%s must have a key, so it keeps its own"),
                        action_get(action)->name);
    else if (emptied || has_a_key(keys))
        keymap_unbind(in->keymap, action);
}

/* Reports that two actions want the same key. False if the one that has it
 * keeps it. */
static bool settle(struct key_reader *in, const struct yaml *value,
                   const struct binding *old, enum action action)
{
    const char *name = action_get(action)->name;
    const char *other = action_get(old->action)->name;
    bool last =
        is_needed(old->action) && keymap_n_keys(in->keymap, old->action) == 1;
    diagnostics_add(
        in->problems, config_place(value),
        old->by_user ? _("%s is bound to %s and to %s, which keeps it")
        : last       ? _("%s cannot be bound to %s: it is the only key for "
                               "%s")
                     : _("The key %s now does \"%s\" and no longer \"%s\""),
        value->scalar, name, other);
    return !old->by_user && !last;
}

static void bind_key(struct key_reader *in, const struct yaml *keys,
                     const struct yaml *value)
{
    uint32_t key;
    enum action action = action_of(keys);
    if (!read_key(value, &key)) {
        diagnostics_add(in->problems, config_place(value),
                        _("\"%s\" is not a key. Write keys like j, Space, "
                          "PgDn, F2 or Ctrl-O%s%s%s"),
                        value->type == YAML_SCALAR ? value->scalar : "",
                        has_a_key(keys) ? "" : ": ",
                        has_a_key(keys) ? "" : action_get(action)->name,
                        has_a_key(keys) ? "" : _(" keeps its own"));
        return;
    }
    const struct binding *old = keymap_clash(in->keymap, key, action);
    if (!old || settle(in, value, old, action))
        keymap_bind(in->keymap, key, action);
}

static void bind_keys(struct key_reader *in, const struct yaml *keys)
{
    if (action_of(keys) == ACTION_NONE)
        return;
    for (const struct yaml *value = first_key(keys); value;
         value = next_key(keys, value))
        bind_key(in, keys, value);
}

/* An action that has lost all its keys gets its defaults again; a needed one
 * takes them from others. */
static void restore(struct key_reader *in, const struct yaml *keys, bool needed)
{
    enum action action = action_of(keys);
    if (action == ACTION_NONE || is_needed(action) != needed ||
        !first_key(keys) || keymap_n_keys(in->keymap, action))
        return;
    keymap_restore(in->keymap, action, needed);
    diagnostics_add(in->problems, config_place(keys),
                    _("%s would have no key left, so it keeps its own"),
                    action_get(action)->name);
}

void config_keys_read(const struct yaml *value, struct keymap *keymap,
                      struct diagnostics *problems)
{
    struct key_reader in = {keymap, problems};
    const struct yaml *first = value->first;
    if (value->type != YAML_MAP) {
        diagnostics_add(problems, config_place(value),
                        _("keys must be a list of \"action: key\" lines"));
        return;
    }
    for (const struct yaml *keys = first; keys; keys = keys->next)
        make_room(&in, keys);
    for (const struct yaml *keys = first; keys; keys = keys->next)
        bind_keys(&in, keys);
    for (const struct yaml *keys = first; keys; keys = keys->next)
        restore(&in, keys, true);
    for (const struct yaml *keys = first; keys; keys = keys->next)
        restore(&in, keys, false);
}
