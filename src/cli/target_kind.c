/* From a word to a kind of section. */
#include <string.h>
#include <strings.h>

#include "base/strs.h"
#include "cli/target.h"

#define TYPING_ERRORS_MAX 2

/* Does the name begin so? Case does not count, "-" is as good as a space. */
static bool begins(const char *name, const char *word)
{
    for (; *word; name++, word++) {
        char x = *word == '-' || *word == '_' ? ' ' : *word;
        char y = *name == '-' ? ' ' : *name;
        if (strncasecmp(&x, &y, 1) != 0)
            return false;
    }
    return true;
}

/* The kinds whose id or label begins so, the last of them; their ids go to
 * names. */
static enum kind find_beginning(const char *word, size_t *n, struct buf *names)
{
    enum kind found = KIND_NONE;
    *n = 0;
    for (int kind = KIND_NONE + 1; *word && kind < KIND_COUNT; kind++) {
        const struct kind_row *row = kind_get((enum kind)kind);
        if (!begins(row->id, word) && !begins(row->label, word))
            continue;
        found = (enum kind)kind;
        buf_printf(names, "%s%s", (*n)++ ? ", " : "", row->id);
    }
    return found;
}

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

enum kind target_kind(struct cli *cli, const char *name)
{
    enum kind kind = kind_find(name);
    if (kind == KIND_NONE && *name && !name[1])
        kind = kind_by_key(*name);
    if (kind != KIND_NONE)
        return kind;
    struct buf names;
    size_t n;
    buf_init(&names);
    kind = find_beginning(name, &n, &names);
    const char *nearest = n ? NULL : nearest_kind(name);
    if (n > 1)
        cli_complain(cli, "\"%s\" may be one of these kinds: %s", name,
                     names.data);
    else if (nearest)
        cli_complain(cli, "no kind is called \"%s\": did you mean %s?", name,
                     nearest);
    else if (!n)
        cli_complain(cli, "no kind is called \"%s\"; medfaq kinds lists them",
                     name);
    buf_finish(&names);
    return n == 1 ? kind : KIND_NONE;
}
