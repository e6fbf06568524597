/* Tells files of one name apart by their folders. What decides is names and
 * paths alone, so that neither the order of reading nor other files' text
 * changes an id. */
#include "library/namesakes.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/strs.h"

struct namesake_naming {
    struct arena *arena;
    namesakes_taken *taken;
    void *context;
    struct map given; /* ids of this root that are no file's base */
};

const char *namesakes_below(const char *root, const char *path)
{
    size_t n = strlen(root);
    if (strncmp(path, root, n) != 0)
        return path;
    while (path[n] == '/')
        n++;
    return path[n] ? path + n : path;
}

/* Shorter ones first. */
static int compare_length(const char *a, const char *b)
{
    size_t n_a = strlen(a), n_b = strlen(b);
    return n_a == n_b ? strcmp(a, b) : n_a < n_b ? -1 : 1;
}

static int by_base(const void *a, const void *b)
{
    const struct namesake *x = a, *y = b;
    int order = (x->n_root > y->n_root) - (x->n_root < y->n_root);
    return order ? order : strcmp(x->base, y->base);
}

static int by_folder(const void *a, const void *b)
{
    const struct namesake *x = a, *y = b;
    int order = compare_length(x->folder, y->folder);
    return order ? order : compare_length(x->path, y->path);
}

/* Whether a folder is called after the language: "pt" and "pt-BR" for pt-BR. */
static bool names_language(const char *folder, size_t n_bytes, const char *lang)
{
    size_t n_primary = strcspn(lang, "-_");
    return (n_bytes == strlen(lang) || n_bytes == n_primary) &&
           !ascii_ncasecmp(folder, lang, n_bytes);
}

/* The folders of a file without those that its language gives. */
static const char *folder_of(struct arena *arena, const struct namesake *file)
{
    struct buf folder;
    buf_init(&folder);
    for (const char *at = file->path, *slash; (slash = strchr(at, '/'));
         at = slash + 1) {
        size_t n = (size_t)(slash - at);
        if (n == 0 || names_language(at, n, file->lang))
            continue;
        if (folder.n_bytes)
            buf_add_char(&folder, '/');
        buf_add_n(&folder, at, n);
    }
    const char *copy = arena_strndup(arena, folder.data, folder.n_bytes);
    buf_finish(&folder);
    return copy;
}

static bool give(struct namesake_naming *naming, struct namesake *file,
                 const char *id)
{
    size_t n = strlen(id);
    if (map_find(&naming->given, id, n) ||
        naming->taken(naming->context, id, file->n_root))
        return false;
    map_put(&naming->given, id, n);
    file->id = id;
    return true;
}

/* Gives a free id: name with its folder in front, then with the folder above,
 * and so on; then with a number. */
static void give_apart(struct namesake_naming *naming, struct namesake *file,
                       const char *name, const char *folder)
{
    const char *id = name, *end = folder + strlen(folder);
    while (end > folder) {
        const char *part = end;
        while (part > folder && part[-1] != '/')
            part--;
        id =
            arena_printf(naming->arena, "%.*s-%s", (int)(end - part), part, id);
        if (give(naming, file, id))
            return;
        end = part > folder ? part - 1 : part;
    }
    for (unsigned number = 2;; number++)
        if (give(naming, file,
                 arena_printf(naming->arena, "%s-%u", name, number)))
            return;
}

/* A file beside another of the same name and language, as x.en.md beside x.md:
 * called as the whole file is, or else after the folders it lies in. */
static void give_own(struct namesake_naming *naming, struct namesake *file)
{
    const char *slash = strrchr(file->path, '/');
    const char *name = slash ? slash + 1 : file->path;
    size_t n = strlen(name) - (str_ends(name, ".md") ? strlen(".md") : 0);
    const char *own = arena_strndup(naming->arena, name, n);
    const char *folder = arena_strndup(
        naming->arena, file->path, slash ? (size_t)(slash - file->path) : 0);
    if (!strcmp(own, file->base) || !give(naming, file, own))
        give_apart(naming, file, own, folder);
}

static bool has_language(const struct namesake *files, size_t n,
                         const char *lang)
{
    for (size_t i = 0; i < n; i++)
        if (!ascii_casecmp(files[i].lang, lang))
            return true;
    return false;
}

/* The files from the first one on that lie in the same folder. */
static size_t count_together(const struct namesake *files, size_t n)
{
    size_t i = 1;
    while (i < n && !strcmp(files[i].folder, files[0].folder))
        i++;
    return i;
}

/* Whether two folders have the name in the same language; otherwise all are
 * translations of one article. */
static bool is_ambiguous(const struct namesake *files, size_t n)
{
    for (size_t i = 0, n_here; i < n; i += n_here) {
        n_here = count_together(files + i, n - i);
        for (size_t k = i; k < i + n_here; k++)
            if (has_language(files, i, files[k].lang))
                return true;
    }
    return false;
}

/* Files of one name in one folder: translations share the first one's id. */
static void name_together(struct namesake_naming *naming,
                          struct namesake *files, size_t n, bool apart)
{
    if (apart)
        give_apart(naming, files, files->base, files->folder);
    for (size_t i = 1; i < n; i++)
        if (has_language(files, i, files[i].lang))
            give_own(naming, &files[i]);
        else
            files[i].id = files[0].id;
}

/* Files of one root and one base. */
static void name_group(struct namesake_naming *naming, struct namesake *files,
                       size_t n)
{
    for (size_t i = 0; i < n; i++)
        files[i].folder = folder_of(naming->arena, &files[i]);
    qsort(files, n, sizeof *files, by_folder);
    bool apart = is_ambiguous(files, n);
    for (size_t i = 0, n_here; i < n; i += n_here) {
        n_here = count_together(files + i, n - i);
        name_together(naming, files + i, n_here, apart && i > 0);
    }
}

void namesakes_name(struct namesake *files, size_t n, struct arena *arena,
                    namesakes_taken *taken, void *context)
{
    struct namesake_naming naming = {
        .arena = arena, .taken = taken, .context = context};
    if (n > 1)
        qsort(files, n, sizeof *files, by_base);
    for (size_t i = 0, end; i < n; i = end) {
        if (i > 0 && files[i].n_root != files[i - 1].n_root)
            map_finish(&naming.given);
        files[i].id = files[i].base;
        for (end = i + 1; end < n && !by_base(&files[i], &files[end]); end++)
            files[end].id = files[end].base;
        if (end > i + 1)
            name_group(&naming, files + i, end - i);
    }
    map_finish(&naming.given);
}
