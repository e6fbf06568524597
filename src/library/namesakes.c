/* Gives files of the same name different ids, from their folders. Only names
 * and paths decide, so that neither the order of reading nor the text of other
 * files changes an id. */
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
    struct map given; /* ids given in this root */
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

/* Sorts shorter strings first. */
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

/* Tells whether a folder is named after a language: "pt" or "pt-BR" for
 * pt-BR. */
static bool names_language(const char *folder, size_t n_bytes, const char *lang)
{
    size_t n_primary = strcspn(lang, "-_");
    return (n_bytes == strlen(lang) || n_bytes == n_primary) &&
           !ascii_ncasecmp(folder, lang, n_bytes);
}

/* Returns the folders of a file, without those named after its language. */
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

static bool assign(struct namesake_naming *naming, struct namesake *file,
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

/* Gives a file an id that is free: its name prefixed with its folder, then with
 * the folder above, and so on; if all are taken, its name with a number. */
static void assign_distinct(struct namesake_naming *naming,
                            struct namesake *file, const char *name,
                            const char *folder)
{
    const char *id = name, *end = folder + strlen(folder);
    while (end > folder) {
        const char *part = end;
        while (part > folder && part[-1] != '/')
            part--;
        id =
            arena_printf(naming->arena, "%.*s-%s", (int)(end - part), part, id);
        if (assign(naming, file, id))
            return;
        end = part > folder ? part - 1 : part;
    }
    for (unsigned number = 2;; number++)
        if (assign(naming, file,
                   arena_printf(naming->arena, "%s-%u", name, number)))
            return;
}

/* Names a file beside another of the same base and language, as x.en.md beside
 * x.md, by its whole name or, if that is taken, by its folders. */
static void assign_whole_name(struct namesake_naming *naming,
                              struct namesake *file)
{
    const char *slash = strrchr(file->path, '/');
    const char *name = slash ? slash + 1 : file->path;
    size_t n = strlen(name) - (str_ends(name, ".md") ? strlen(".md") : 0);
    const char *whole_name = arena_strndup(naming->arena, name, n);
    const char *folder = arena_strndup(
        naming->arena, file->path, slash ? (size_t)(slash - file->path) : 0);
    if (!strcmp(whole_name, file->base) || !assign(naming, file, whole_name))
        assign_distinct(naming, file, whole_name, folder);
}

static bool has_language(const struct namesake *files, size_t n,
                         const char *lang)
{
    for (size_t i = 0; i < n; i++)
        if (!ascii_casecmp(files[i].lang, lang))
            return true;
    return false;
}

/* Counts the files, from the first on, that are in the same folder. */
static size_t count_same_folder(const struct namesake *files, size_t n)
{
    size_t i = 1;
    while (i < n && !strcmp(files[i].folder, files[0].folder))
        i++;
    return i;
}

/* Tells whether two folders have a file of this name in the same language. If
 * not, all are translations of one article. */
static bool is_ambiguous(const struct namesake *files, size_t n)
{
    for (size_t i = 0, n_in_folder; i < n; i += n_in_folder) {
        n_in_folder = count_same_folder(files + i, n - i);
        for (size_t k = i; k < i + n_in_folder; k++)
            if (has_language(files, i, files[k].lang))
                return true;
    }
    return false;
}

/* Names the files of one name in one folder. Translations share the id of the
 * first. */
static void name_folder(struct namesake_naming *naming, struct namesake *files,
                        size_t n, bool ambiguous)
{
    if (ambiguous)
        assign_distinct(naming, files, files->base, files->folder);
    for (size_t i = 1; i < n; i++)
        if (has_language(files, i, files[i].lang))
            assign_whole_name(naming, &files[i]);
        else
            files[i].id = files[0].id;
}

/* Names the files with the same root and base. */
static void name_group(struct namesake_naming *naming, struct namesake *files,
                       size_t n)
{
    for (size_t i = 0; i < n; i++)
        files[i].folder = folder_of(naming->arena, &files[i]);
    qsort(files, n, sizeof *files, by_folder);
    bool ambiguous = is_ambiguous(files, n);
    for (size_t i = 0, n_in_folder; i < n; i += n_in_folder) {
        n_in_folder = count_same_folder(files + i, n - i);
        name_folder(naming, files + i, n_in_folder, ambiguous && i > 0);
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
