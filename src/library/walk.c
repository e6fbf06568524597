/* Walks folders for Markdown files; what is odd costs nothing but a line. */
#include "library/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/strs.h"

#define NAMES_BETWEEN_STOPS 256

void walk_init(struct walk *walk, struct arena *arena)
{
    *walk = (struct walk){.arena = arena, .folder = AT_FDCWD};
}

void walk_finish(struct walk *walk)
{
    free(walk->found);
    free(walk->skipped);
    free(walk->walked);
    free(walk->folders);
    free(walk->seen);
    *walk = (struct walk){0};
}

/* Notes what is passed over. path lives in the arena. */
static void skip(struct walk *walk, const char *path, const char *reason)
{
    walk->skipped = mem_grow(walk->skipped, walk->n_skipped,
                             &walk->skipped_capacity, sizeof *walk->skipped);
    walk->skipped[walk->n_skipped++] = (struct skipped){
        .path = path,
        .reason = arena_strdup(walk->arena, reason),
    };
}

static void add_file(struct walk *walk, const char *path, const char *name)
{
    walk->found = mem_grow(walk->found, walk->n_found, &walk->found_capacity,
                           sizeof *walk->found);
    struct found *found = &walk->found[walk->n_found++];
    *found = (struct found){.path = path, .n_root = walk->n_root};
    if (walk->wants_stamps)
        file_stamp_at(walk->folder, name, &found->stamp);
}

static void push_folder(struct walk *walk, const char *path)
{
    walk->folders = mem_grow(walk->folders, walk->n_folders,
                             &walk->folders_capacity, sizeof *walk->folders);
    walk->folders[walk->n_folders++] = path;
}

static void note_walked(struct walk *walk, const char *folder)
{
    walk->walked = mem_grow(walk->walked, walk->n_walked,
                            &walk->walked_capacity, sizeof *walk->walked);
    walk->walked[walk->n_walked++] = folder;
}

/* The row of a folder, or the free one (inode 0) where it would stand. */
static struct file_stamp *seen_row(const struct walk *walk, dev_t device,
                                   ino_t inode)
{
    size_t mask = walk->seen_capacity - 1;
    size_t i = (size_t)(inode * 0x9E3779B97F4A7C15u >> 20 ^ device) & mask;
    while (walk->seen[i].inode &&
           (walk->seen[i].inode != inode || walk->seen[i].device != device))
        i = (i + 1) & mask;
    return &walk->seen[i];
}

static void grow_seen(struct walk *walk)
{
    struct file_stamp *old = walk->seen;
    size_t n_old = walk->seen_capacity;
    walk->seen_capacity = n_old ? n_old * 2 : 64;
    walk->seen = mem_calloc(walk->seen_capacity, sizeof *walk->seen);
    for (size_t i = 0; i < n_old; i++) {
        if (old[i].inode)
            *seen_row(walk, old[i].device, old[i].inode) = old[i];
    }
    free(old);
}

/* True the first time. */
static bool see_folder(struct walk *walk, const struct stat *st)
{
    if (walk->n_seen * 2 >= walk->seen_capacity)
        grow_seen(walk);
    struct file_stamp *row = seen_row(walk, st->st_dev, st->st_ino);
    if (row->inode)
        return false;
    *row = (struct file_stamp){.device = st->st_dev, .inode = st->st_ino};
    walk->n_seen++;
    return true;
}

static bool is_article_name(const char *name)
{
    return str_ends(name, ".md") && strcmp(name, ".md") != 0;
}

/* One name in a folder; type is readdir's, which spares most calls of stat.
 * A folder named like an article is read, but it is none. */
static void add_name(struct walk *walk, const char *path, const char *name,
                     unsigned char type)
{
    bool named = is_article_name(name);
    struct stat st = {.st_mode = type == DT_DIR ? S_IFDIR : S_IFREG};
    if (type != DT_REG && type != DT_DIR && stat(path, &st) != 0) {
        if (named)
            skip(walk, path, strerror(errno));
    } else if (S_ISDIR(st.st_mode)) {
        if (named)
            skip(walk, path, file_type_name(st.st_mode));
        push_folder(walk, path);
    } else if (named && S_ISREG(st.st_mode)) {
        add_file(walk, path, name);
    } else if (named) {
        skip(walk, path, file_type_name(st.st_mode));
    }
}

struct name {
    const char *path;
    unsigned char type;
};

static int by_path(const void *a, const void *b)
{
    return strcmp(((const struct name *)a)->path,
                  ((const struct name *)b)->path);
}

/* The names in an open folder, hidden ones left out, as paths; sorted. */
static struct name *read_names(struct walk *walk, DIR *dir, const char *folder,
                               size_t *n)
{
    struct name *names = NULL;
    size_t capacity = 0;
    *n = 0;
    const char *slash = str_ends(folder, "/") ? "" : "/";
    const struct dirent *dirent;
    while ((dirent = readdir(dir))) {
        bool may_count =
            is_article_name(dirent->d_name) ||
            (dirent->d_type != DT_REG && dirent->d_type != DT_FIFO);
        if (dirent->d_name[0] == '.' || !may_count)
            continue;
        names = mem_grow(names, *n, &capacity, sizeof *names);
        names[(*n)++] = (struct name){
            .path = arena_printf(walk->arena, "%s%s%s", folder, slash,
                                 dirent->d_name),
            .type = dirent->d_type,
        };
    }
    if (*n > 1)
        qsort(names, *n, sizeof *names, by_path);
    return names;
}

static bool may_go_on(struct walk *walk, size_t i)
{
    if (walk->stop && !walk->stopped && i % NAMES_BETWEEN_STOPS == 0)
        walk->stopped = walk->stop(walk->context);
    return !walk->stopped;
}

static void read_folder(struct walk *walk, const char *folder)
{
    struct stat st;
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC);
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    if (!dir || fstat(fd, &st) != 0) {
        skip(walk, folder, strerror(errno));
    } else if (see_folder(walk, &st)) {
        size_t n, first = walk->n_folders;
        note_walked(walk, folder);
        struct name *names = read_names(walk, dir, folder, &n);
        walk->folder = fd;
        for (size_t i = 0; i < n && may_go_on(walk, i); i++)
            add_name(walk, names[i].path, strrchr(names[i].path, '/') + 1,
                     names[i].type);
        walk->folder = AT_FDCWD;
        free(names);
        /* The stack gives them back in the order of their names. */
        for (size_t i = first, j = walk->n_folders; i + 1 < j; i++) {
            const char *swap = walk->folders[i];
            walk->folders[i] = walk->folders[--j];
            walk->folders[j] = swap;
        }
    }
    if (dir)
        closedir(dir);
    else if (fd >= 0)
        close(fd);
}

void walk_root(struct walk *walk, const char *root)
{
    struct stat st;
    if (stat(root, &st) != 0) {
        if (errno != ENOENT)
            skip(walk, root, strerror(errno));
    } else if (S_ISDIR(st.st_mode)) {
        push_folder(walk, root);
    } else if (S_ISREG(st.st_mode)) {
        add_file(walk, root, root);
    } else {
        skip(walk, root, file_type_name(st.st_mode));
    }
    while (walk->n_folders > 0 && !walk->stopped)
        read_folder(walk, walk->folders[--walk->n_folders]);
    walk->n_root++;
}
