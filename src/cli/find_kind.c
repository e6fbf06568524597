/* Finds kinds of sections by what the user types. */
#include "cli/find_kind.h"

#include <string.h>

#include "base/lang.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/strs.h"

#define TYPING_ERRORS_MAX 2

static const char *nearest_kind(const char *name)
{
    const char *nearest = NULL;
    unsigned least = TYPING_ERRORS_MAX + 1;
    for (int other = KIND_NONE + 1; other < KIND_COUNT; other++) {
        const char *id = kind_get((enum kind)other)->id;
        unsigned distance = str_distance(name, id, least);
        if (distance < least) {
            least = distance;
            nearest = id;
        }
    }
    return nearest;
}

enum kind find_kind(struct cli *cli, const char *name)
{
    enum kind kind = kind_find(name);
    if (kind == KIND_NONE && *name && !name[1])
        kind = kind_by_key(*name);
    if (kind != KIND_NONE)
        return kind;
    enum kind kinds[KIND_COUNT];
    size_t n = kind_find_beginning(name, kinds);
    struct buf names;
    buf_init(&names);
    for (size_t i = 0; i < n; i++)
        buf_printf(&names, "%s%s", i ? ", " : "", kind_get(kinds[i])->id);
    const char *nearest = n ? NULL : nearest_kind(name);
    if (n > 1)
        cli_complain(cli, _("\"%s\" could be one of these kinds: %s"), name,
                     names.data);
    else if (nearest)
        cli_complain(cli,
                     _("unknown kind of section \"%s\"; did you mean "
                       "%s?"),
                     name, nearest);
    else if (!n)
        cli_complain(
            cli, _("unknown kind of section \"%s\" (see: medfaq kinds)"), name);
    buf_finish(&names);
    return n == 1 ? kinds[0] : KIND_NONE;
}

/* Returns the kind whose label begins with name, ignoring case and accents, or
 * KIND_NONE if there is none or more than one. */
static enum kind find_label(const char *name, const char *lang)
{
    struct buf key, label;
    enum kind found = KIND_NONE;
    size_t n = 0;
    buf_init(&key);
    buf_init(&label);
    fold_text(name, strlen(name), FOLD_ALL, &key);
    for (int kind = KIND_NONE + 1; key.n_bytes && kind < KIND_COUNT; kind++) {
        const char *text = kind_label((enum kind)kind, lang);
        buf_clear(&label);
        fold_text(text, strlen(text), FOLD_ALL, &label);
        if (!str_starts(label.data, key.data))
            continue;
        found = (enum kind)kind;
        n++;
    }
    buf_finish(&label);
    buf_finish(&key);
    return n == 1 ? found : KIND_NONE;
}

/* kind_find() and find_kind() handle English labels and their prefixes. Several
 * English words may be any question, so they are not classified here. */
enum kind find_kind_in(const char *name, const char *lang)
{
    bool english = lang_find(lang) == LANG_EN;
    enum kind kind = english ? KIND_NONE : find_label(name, lang);
    if (kind != KIND_NONE || (english && strchr(name, ' ')))
        return kind;
    return kind_of_heading(name, &(struct kind_context){.lang = lang});
}
