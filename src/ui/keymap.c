/* The default keys, and changes to them. */
#include "ui/keymap.h"

#include "ui/key.h"

/* The first key of an action is the one that hints show. */
static const struct key_default {
    const char *key;
    enum action action;
} defaults[] = {
    {"Down", ACTION_DOWN},
    {"j", ACTION_DOWN},
    {"^E", ACTION_DOWN},
    {"Up", ACTION_UP},
    {"k", ACTION_UP},
    {"^Y", ACTION_UP},
    {"Space", ACTION_PAGE_DOWN},
    {"f", ACTION_PAGE_DOWN},
    {"PgDn", ACTION_PAGE_DOWN},
    {"^F", ACTION_PAGE_DOWN},
    {"b", ACTION_PAGE_UP},
    {"PgUp", ACTION_PAGE_UP},
    {"^B", ACTION_PAGE_UP},
    {"d", ACTION_HALF_DOWN},
    {"^D", ACTION_HALF_DOWN},
    {"u", ACTION_HALF_UP},
    {"^U", ACTION_HALF_UP},
    {"g", ACTION_START},
    {"Home", ACTION_START},
    {"<", ACTION_START},
    {"G", ACTION_END},
    {"End", ACTION_END},
    {">", ACTION_END},
    {"Right", ACTION_NEXT_SECTION},
    {"]", ACTION_NEXT_SECTION},
    {"l", ACTION_NEXT_SECTION},
    {"Left", ACTION_PREVIOUS_SECTION},
    {"[", ACTION_PREVIOUS_SECTION},
    {"h", ACTION_PREVIOUS_SECTION},
    {"1", ACTION_DIGIT},
    {"2", ACTION_DIGIT},
    {"3", ACTION_DIGIT},
    {"4", ACTION_DIGIT},
    {"5", ACTION_DIGIT},
    {"6", ACTION_DIGIT},
    {"7", ACTION_DIGIT},
    {"8", ACTION_DIGIT},
    {"9", ACTION_DIGIT},
    {"0", ACTION_DIGIT},
    {"%", ACTION_PERCENT},
    {"t", ACTION_OUTLINE},
    {"s", ACTION_KINDS},
    {"!", ACTION_EMERGENCY},
    {"}", ACTION_NEXT_ARTICLE},
    {"{", ACTION_PREVIOUS_ARTICLE},
    {"/", ACTION_FIND},
    {"n", ACTION_FIND_NEXT},
    {"N", ACTION_FIND_PREVIOUS},
    {"S", ACTION_SEARCH},
    {"Tab", ACTION_NEXT_LINK},
    {"Shift-Tab", ACTION_PREVIOUS_LINK},
    {"Enter", ACTION_ENTER},
    {"Backspace", ACTION_BACK},
    {"^O", ACTION_BACK},
    {"^N", ACTION_FORWARD},
    {"m", ACTION_MARK},
    {"'", ACTION_GO_TO_MARK},
    {"x", ACTION_PICK},
    {"a", ACTION_BOOKMARK},
    {"B", ACTION_BOOKMARKS},
    {"x", ACTION_HIGHLIGHT},
    {"H", ACTION_HISTORY},
    {"v", ACTION_SHEET},
    {"C", ACTION_CHANGES},
    {"r", ACTION_RENAME},
    {"D", ACTION_DELETE},
    {"Delete", ACTION_DELETE},
    {"U", ACTION_UNDO},
    {"i", ACTION_SOURCES},
    {"K", ACTION_DEFINE},
    {"c", ACTION_COMPARE},
    {"y", ACTION_COPY},
    {"w", ACTION_WRITE},
    {"|", ACTION_PIPE},
    {"e", ACTION_EDIT},
    {"L", ACTION_LANGUAGE},
    {"+", ACTION_WIDER},
    {"-", ACTION_NARROWER},
    {"=", ACTION_WIDTH_DEFAULT},
    {"T", ACTION_THEME},
    {"V", ACTION_LINEAR},
    {"O", ACTION_SORT},
    {"M", ACTION_MOUSE},
    {"P", ACTION_PROBLEMS},
    {"^G", ACTION_PLACE},
    {"R", ACTION_RELOAD},
    {"^L", ACTION_REDRAW},
    {":", ACTION_PALETTE},
    {"?", ACTION_HELP},
    {"F1", ACTION_HELP},
    {"Esc", ACTION_ESCAPE},
    {"q", ACTION_CLOSE},
    {"Q", ACTION_QUIT},
};

static struct binding binding_of(enum action action)
{
    return (struct binding){.action = action,
                            .where = action_get(action)->where};
}

static void add(struct keymap *keymap, struct binding binding)
{
    if (keymap->n < KEYMAP_MAX)
        keymap->bindings[keymap->n++] = binding;
}

void keymap_init(struct keymap *keymap)
{
    keymap->n = 0;
    for (size_t i = 0; i < sizeof(defaults) / sizeof *defaults; i++) {
        struct binding binding = binding_of(defaults[i].action);
        if (key_parse(defaults[i].key, &binding.key))
            add(keymap, binding);
    }
}

static void drop(struct keymap *keymap, size_t i)
{
    keymap->n--;
    for (; i < keymap->n; i++)
        keymap->bindings[i] = keymap->bindings[i + 1];
}

void keymap_unbind(struct keymap *keymap, enum action action)
{
    for (size_t i = keymap->n; i-- > 0;)
        if (keymap->bindings[i].action == action)
            drop(keymap, i);
}

/* Whether a binding has the key in a view where the action exists. */
static bool meets(const struct binding *binding, uint32_t key,
                  enum action action)
{
    return binding->key == key && binding->where & action_get(action)->where;
}

const struct binding *keymap_clash(const struct keymap *keymap, uint32_t key,
                                   enum action action)
{
    for (size_t i = 0; i < keymap->n; i++)
        if (meets(&keymap->bindings[i], key, action) &&
            keymap->bindings[i].action != action)
            return &keymap->bindings[i];
    return NULL;
}

static void take(struct keymap *keymap, uint32_t key, enum action action)
{
    for (size_t i = keymap->n; i-- > 0;) {
        struct binding *binding = &keymap->bindings[i];
        if (!meets(binding, key, action))
            continue;
        binding->where &= ~action_get(action)->where;
        if (!binding->where || binding->action == action)
            drop(keymap, i);
    }
}

void keymap_bind(struct keymap *keymap, uint32_t key, enum action action)
{
    take(keymap, key, action);
    struct binding binding = binding_of(action);
    binding.key = key;
    binding.by_user = true;
    add(keymap, binding);
}

void keymap_restore(struct keymap *keymap, enum action action, bool by_force)
{
    for (size_t i = 0; i < sizeof(defaults) / sizeof *defaults; i++) {
        struct binding binding = binding_of(action);
        if (defaults[i].action != action ||
            !key_parse(defaults[i].key, &binding.key))
            continue;
        if (by_force)
            take(keymap, binding.key, action);
        if (!keymap_clash(keymap, binding.key, action))
            add(keymap, binding);
    }
}

size_t keymap_n_keys(const struct keymap *keymap, enum action action)
{
    size_t n = 0;
    for (size_t i = 0; i < keymap->n; i++)
        n += keymap->bindings[i].action == action;
    return n;
}

enum action keymap_find(const struct keymap *keymap, uint32_t key,
                        unsigned where)
{
    for (size_t i = 0; i < keymap->n; i++) {
        const struct binding *binding = &keymap->bindings[i];
        if (binding->key == key && binding->where & where)
            return binding->action;
    }
    return ACTION_NONE;
}

size_t keymap_keys(const struct keymap *keymap, enum action action, size_t max,
                   bool ascii, struct buf *out)
{
    size_t n = 0;
    for (size_t i = 0; i < keymap->n && n < max; i++) {
        if (keymap->bindings[i].action != action)
            continue;
        if (n++)
            buf_add_char(out, ' ');
        key_add_name(keymap->bindings[i].key, ascii, out);
    }
    return n;
}
