/* Reads the files that a walk found, sorts them, and decides which of two files
 * with the same id and language counts. */
#include "library/library.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/paths.h"
#include "library/entry.h"
#include "library/name.h"
#include "library/namesakes.h"
#include "library/walk.h"

/* Splits MEDFAQ_PATH into folders. */
static const char **split_path(struct arena *arena, const char *path, size_t *n)
{
    size_t max_parts = 1;
    for (const char *at = path; *at; at++)
        max_parts += *at == ':';
    const char **folders = arena_alloc(arena, max_parts * sizeof *folders);
    for (*n = 0; *path; path += *path == ':') {
        size_t n_bytes = strcspn(path, ":");
        if (n_bytes > 0)
            folders[(*n)++] = arena_strndup(arena, path, n_bytes);
        path += n_bytes;
    }
    return folders;
}

/* Returns the folder of the user's articles; NULL without a home folder. */
static const char *user_folder(struct arena *arena)
{
    char *path = paths_in(PATHS_DATA, "articles", NULL);
    const char *folder = path ? arena_strdup(arena, path) : NULL;
    free(path);
    return folder;
}

const char **library_default_folders(struct arena *arena, const char *installed,
                                     size_t *n)
{
    const char *path = getenv("MEDFAQ_PATH");
    if (path && *path)
        return split_path(arena, path, n);
    const char **folders = arena_alloc(arena, 2 * sizeof *folders);
    const char *user = user_folder(arena);
    *n = 0;
    if (user)
        folders[(*n)++] = user;
    if (installed)
        folders[(*n)++] = arena_strdup(arena, installed);
    return folders;
}

static int by_title(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int order = strcmp(x->title_folded, y->title_folded);
    if (order == 0)
        order = ascii_casecmp(x->lang, y->lang);
    return order ? order : strcmp(x->path, y->path);
}

static int by_id(const void *a, const void *b)
{
    const struct entry *x = *(const struct entry *const *)a;
    const struct entry *y = *(const struct entry *const *)b;
    int order = strcmp(x->id, y->id);
    if (order == 0)
        order = ascii_casecmp(x->lang, y->lang);
    if (order == 0)
        order = (x->n_folder > y->n_folder) - (x->n_folder < y->n_folder);
    return order ? order : strcmp(x->path, y->path);
}

/* Marks entries that are shadowed: by_id is sorted, and the first of the
 * entries with the same id and language counts. */
static void find_shadows(struct library *library)
{
    const struct entry *first = NULL;
    for (size_t i = 0; i < library->n_entries; i++) {
        /* by_id is const for callers; the entries are ours to change. */
        struct entry *entry = (struct entry *)library->by_id[i];
        if (first && !strcmp(first->id, entry->id) &&
            !ascii_casecmp(first->lang, entry->lang))
            entry->shadowed_by = first;
        else
            first = entry;
    }
}

void library_arrange(struct library *library)
{
    size_t n = library->n_entries;
    library->n_renamed = 0;
    library->by_id = arena_alloc(&library->arena, n * sizeof(struct entry *));
    if (n > 1)
        qsort(library->entries, n, sizeof *library->entries, by_title);
    for (size_t i = 0; i < n; i++) {
        library->by_id[i] = &library->entries[i];
        library->n_renamed +=
            library->entries[i].id != library->entries[i].base;
    }
    if (n > 1)
        qsort(library->by_id, n, sizeof(struct entry *), by_id);
    find_shadows(library);
}

struct library *library_new(const char *const *folders, size_t n_folders)
{
    struct library *library = mem_calloc(1, sizeof *library);
    struct arena *arena = &library->arena;
    arena_init(arena);
    library->folders = arena_alloc(arena, n_folders * sizeof *folders);
    library->n_folders = n_folders;
    for (size_t i = 0; i < n_folders; i++)
        library->folders[i] = arena_strdup(arena, folders[i]);
    return library;
}

void library_make_room(struct library *library, size_t n)
{
    library->entries = arena_alloc(&library->arena, n * sizeof(struct entry));
}

struct entry *library_add(struct library *library, unsigned n_folder)
{
    struct entry *entry = &library->entries[library->n_entries++];
    *entry = (struct entry){
        .n_folder = n_folder,
        .folder = library->folders[n_folder],
    };
    return entry;
}

/* Keeps an id that was found earlier: it depends on all files of the folder,
 * which are not read here. */
static void keep_id(struct entry *entry, struct arena *arena,
                    const struct library_file *file)
{
    if (file->id && strcmp(file->id, file->base) != 0 &&
        !strcmp(file->base, entry->base))
        entry->id = arena_strdup(arena, file->id);
}

struct library *library_of_files(const char *const *folders, size_t n_folders,
                                 const struct library_file *files, size_t n)
{
    struct library *library = library_new(folders, n_folders);
    struct buf head;
    buf_init(&head);
    library_make_room(library, n);
    for (size_t i = 0; i < n; i++) {
        struct entry *entry = library_add(library, files[i].n_folder);
        entry_read(entry, &library->arena,
                   arena_strdup(&library->arena, files[i].path), &head);
        keep_id(entry, &library->arena, &files[i]);
    }
    library_arrange(library);
    buf_finish(&head);
    return library;
}

struct library *library_of_id(const struct library *library, const char *id)
{
    struct library_file *files =
        mem_calloc(library->n_entries + 1, sizeof *files);
    size_t n = 0;
    for (size_t i = 0; i < library->n_entries; i++) {
        const struct entry *entry = library->by_id[i];
        if (strcmp(entry->id, id) != 0 && strcmp(entry->base, id) != 0)
            continue;
        files[n++] = (struct library_file){
            .path = entry->path,
            .n_folder = entry->n_folder,
            .id = entry->id,
            .base = entry->base,
        };
    }
    const char *const *folders = (const char *const *)library->folders;
    struct library *of_id =
        library_of_files(folders, library->n_folders, files, n);
    free(files);
    return of_id;
}

/* For each base, the number + 1 of the last folder that has a file with it. */
struct bases {
    const struct library *library;
    struct map folders;
};

static bool is_taken(void *context, const char *id, unsigned n_root)
{
    struct bases *bases = context;
    const struct library *library = bases->library;
    for (size_t i = bases->folders.n ? library->n_entries : 0;
         i < library->n_entries; i++) {
        const struct entry *entry = &library->entries[i];
        struct map_entry *last =
            map_put(&bases->folders, entry->base, strlen(entry->base));
        if (last->number <= entry->n_folder)
            last->number = entry->n_folder + (size_t)1;
    }
    const struct map_entry *last = map_find(&bases->folders, id, strlen(id));
    return last && last->number > n_root;
}

/* Gives different ids to files with the same name. */
static void assign_ids(struct library *library)
{
    size_t n = library->n_entries;
    struct namesake *files = mem_calloc(n + 1, sizeof *files);
    struct bases bases = {.library = library};
    for (size_t i = 0; i < n; i++) {
        const struct entry *entry = &library->entries[i];
        files[i] = (struct namesake){
            .base = entry->base,
            .lang = entry->lang,
            .path = namesakes_below(entry->folder, entry->path),
            .n_root = entry->n_folder,
            .place = i,
        };
    }
    namesakes_name(files, n, &library->arena, is_taken, &bases);
    for (size_t i = 0; i < n; i++) {
        struct entry *entry = &library->entries[files[i].place];
        if (strcmp(files[i].id, entry->base) != 0)
            entry->id = files[i].id;
    }
    map_finish(&bases.folders);
    free(files);
}

static void read_entries(struct library *library, const struct walk *walk)
{
    struct buf head;
    buf_init(&head);
    library_make_room(library, walk->n_found);
    for (size_t i = 0; i < walk->n_found; i++)
        entry_read(library_add(library, walk->found[i].n_root), &library->arena,
                   walk->found[i].path, &head);
    assign_ids(library);
    library_arrange(library);
    buf_finish(&head);
}

/* Stores what the walk skipped. */
static void store_skipped(struct library *library, const struct walk *walk)
{
    struct arena *arena = &library->arena;
    library->n_skipped = walk->n_skipped;
    library->skipped =
        arena_alloc(arena, walk->n_skipped * sizeof *library->skipped);
    for (size_t i = 0; i < walk->n_skipped; i++)
        library->skipped[i] = walk->skipped[i];
}

struct library *library_open(const char *const *folders, size_t n_folders)
{
    struct library *library = library_new(folders, n_folders);
    struct walk walk;
    walk_init(&walk, &library->arena);
    for (size_t i = 0; i < n_folders; i++)
        walk_root(&walk, library->folders[i]);
    read_entries(library, &walk);
    store_skipped(library, &walk);
    walk_finish(&walk);
    return library;
}

void library_free(struct library *library)
{
    if (!library)
        return;
    arena_finish(&library->arena);
    free(library);
}

const char *library_review_words(const struct entry *entry)
{
    if (entry->review_changed)
        return _("text changed");
    return entry->reviewed ? _("reviewed") : _("not reviewed");
}
