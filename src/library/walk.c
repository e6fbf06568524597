/* Walks folders for Markdown files. Unreadable or odd files are skipped with a
 * reason. */
#include "library/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/strs.h"

#define NAMES_BETWEEN_STOPS 256
#define NS_PER_SECOND INT64_C(1000000000)
#define STEP_NS (NS_PER_SECOND / 10)

void walk_init(struct walk *walk, struct arena *arena)
{
    *walk = (struct walk){.arena = arena};
}

void walk_finish(struct walk *walk)
{
    free(walk->found);
    free(walk->skipped);
    free(walk->walked);
    free(walk->folders);
    map_finish(&walk->seen);
    *walk = (struct walk){0};
}

static void skip(struct walk *walk, const char *path, const char *reason)
{
    walk->skipped = mem_grow(walk->skipped, walk->n_skipped,
                             &walk->skipped_capacity, sizeof *walk->skipped);
    walk->skipped[walk->n_skipped++] = (struct skipped){
        .path = arena_strdup(walk->arena, path),
        .reason = arena_strdup(walk->arena, reason),
    };
}

/* Stamps a file relative to its open folder, which is faster than by path. */
static void add_file(struct walk *walk, int folder, const char *name,
                     const char *path)
{
    struct walk_file found = {.path = path, .n_root = walk->n_root};
    if (walk->on_file) {
        if (!file_stamp_at(folder, name, &found.stamp) && errno != ENOENT)
            skip(walk, path, strerror(errno));
        walk->on_file(walk->context, &found);
        return;
    }
    walk->found = mem_grow(walk->found, walk->n_found, &walk->found_capacity,
                           sizeof *walk->found);
    found.path = arena_strdup(walk->arena, path);
    walk->found[walk->n_found++] = found;
}

static void push_folder(struct walk *walk, const char *path)
{
    walk->folders = mem_grow(walk->folders, walk->n_folders,
                             &walk->folders_capacity, sizeof *walk->folders);
    walk->folders[walk->n_folders++] = arena_strdup(walk->arena, path);
}

/* Returns the folder's mtime if it is certain. File times advance in steps: a
 * name added within the same step as the last change leaves the mtime as it
 * was. */
static int64_t certain_mtime_ns(const struct stat *st)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    int64_t at =
        (int64_t)st->st_mtim.tv_sec * NS_PER_SECOND + st->st_mtim.tv_nsec;
    int64_t now_ns = (int64_t)now.tv_sec * NS_PER_SECOND + now.tv_nsec;
    return at < now_ns - STEP_NS ? at : WALKED_JUST_NOW;
}

static void record_walked(struct walk *walk, const char *folder,
                          int64_t mtime_ns)
{
    walk->walked = mem_grow(walk->walked, walk->n_walked,
                            &walk->walked_capacity, sizeof *walk->walked);
    walk->walked[walk->n_walked++] = (struct walked){folder, mtime_ns};
}

/* Records a root that does not exist, once even if it is given twice. */
static void record_absent(struct walk *walk, const char *root)
{
    for (size_t i = 0; i < walk->n_walked; i++)
        if (!strcmp(walk->walked[i].path, root))
            return;
    record_walked(walk, root, WALKED_ABSENT);
}

/* Records a folder by device and inode; returns false if it was already
 * read. */
static bool record_folder(struct walk *walk, const struct stat *st)
{
    const uint64_t id[2] = {(uint64_t)st->st_dev, (uint64_t)st->st_ino};
    size_t n_before = walk->seen.n;
    struct map_entry *entry = map_put(&walk->seen, (const char *)id, sizeof id);
    if (walk->seen.n == n_before)
        return false;
    entry->key = arena_strndup(walk->arena, (const char *)id, sizeof id);
    return true;
}

static bool is_article_name(const char *name)
{
    return str_ends(name, ".md") && strcmp(name, ".md") != 0;
}

struct walk_name {
    const char *text;
    unsigned char type;
};

/* Handles a name in a folder. Its type comes from readdir, which saves most
 * calls of stat. A folder named like an article is reported as skipped, but
 * still walked. */
static void add_name(struct walk *walk, int folder,
                     const struct walk_name *name, const char *path)
{
    bool named_article = is_article_name(name->text);
    struct stat st = {.st_mode = name->type == DT_DIR ? S_IFDIR : S_IFREG};
    if (name->type != DT_REG && name->type != DT_DIR && stat(path, &st) != 0) {
        if (named_article)
            skip(walk, path, strerror(errno));
    } else if (S_ISDIR(st.st_mode)) {
        if (named_article)
            skip(walk, path, file_type_name(st.st_mode));
        push_folder(walk, path);
    } else if (named_article && S_ISREG(st.st_mode)) {
        add_file(walk, folder, name->text, path);
    } else if (named_article) {
        skip(walk, path, file_type_name(st.st_mode));
    }
}

/* Reads the next name that may be an article or a folder and is not hidden.
 * Returns false at the end, with errno 0, or on an error. */
static bool read_name(DIR *dir, struct walk_name *name)
{
    const struct dirent *dirent;
    while ((errno = 0, dirent = readdir(dir))) {
        bool may_count =
            is_article_name(dirent->d_name) ||
            (dirent->d_type != DT_REG && dirent->d_type != DT_FIFO);
        if (dirent->d_name[0] == '.' || !may_count)
            continue;
        *name = (struct walk_name){dirent->d_name, dirent->d_type};
        return true;
    }
    return false;
}

static bool may_continue(struct walk *walk, size_t i)
{
    if (walk->stop && !walk->stopped && i % NAMES_BETWEEN_STOPS == 0)
        walk->stopped = walk->stop(walk->context);
    return !walk->stopped;
}

/* Sets path to the path of a name; its first n_folder bytes are the folder. */
static void append_name(struct buf *path, size_t n_folder, const char *name)
{
    buf_truncate(path, n_folder);
    buf_add(path, name);
}

/* Adds the names in directory order. Returns 0 or the error that ended it. */
static int add_names(struct walk *walk, DIR *dir, struct buf *path)
{
    size_t n_folder = path->n_bytes;
    struct walk_name name;
    for (size_t i = 0; may_continue(walk, i); i++) {
        if (!read_name(dir, &name))
            return errno;
        append_name(path, n_folder, name.text);
        add_name(walk, dirfd(dir), &name, path->data);
    }
    return 0;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(((const struct walk_name *)a)->text,
                  ((const struct walk_name *)b)->text);
}

static int add_names_sorted(struct walk *walk, DIR *dir, struct buf *path)
{
    struct arena arena;
    struct walk_name *names = NULL, name;
    size_t n = 0, capacity = 0, n_folder = path->n_bytes;
    arena_init(&arena);
    while (read_name(dir, &name)) {
        names = mem_grow(names, n, &capacity, sizeof *names);
        name.text = arena_strdup(&arena, name.text);
        names[n++] = name;
    }
    int error = errno;
    if (n > 1)
        qsort(names, n, sizeof *names, by_text);
    for (size_t i = 0; i < n && may_continue(walk, i); i++) {
        append_name(path, n_folder, names[i].text);
        add_name(walk, dirfd(dir), &names[i], path->data);
    }
    free(names);
    arena_finish(&arena);
    return error;
}

static int by_path_backwards(const void *a, const void *b)
{
    return strcmp(*(const char *const *)b, *(const char *const *)a);
}

/* Reads the names in a folder, and sorts its subfolders so that the stack
 * returns them by name. */
static void read_names(struct walk *walk, DIR *dir, const char *folder)
{
    struct buf path;
    size_t first = walk->n_folders;
    buf_init(&path);
    buf_add(&path, folder);
    if (!str_ends(folder, "/"))
        buf_add_char(&path, '/');
    int error = walk->on_file ? add_names(walk, dir, &path)
                              : add_names_sorted(walk, dir, &path);
    if (error)
        skip(walk, folder, strerror(error));
    if (walk->n_folders > first + 1)
        qsort(walk->folders + first, walk->n_folders - first,
              sizeof *walk->folders, by_path_backwards);
    buf_finish(&path);
}

static void read_folder(struct walk *walk, const char *folder)
{
    struct stat st;
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC);
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    if (!dir || fstat(fd, &st) != 0) {
        skip(walk, folder, strerror(errno));
    } else if (record_folder(walk, &st)) {
        record_walked(walk, folder, certain_mtime_ns(&st));
        read_names(walk, dir, folder);
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
        if (errno == ENOENT)
            record_absent(walk, root);
        else
            skip(walk, root, strerror(errno));
    } else if (S_ISDIR(st.st_mode)) {
        push_folder(walk, root);
    } else if (S_ISREG(st.st_mode)) {
        add_file(walk, AT_FDCWD, root, root);
    } else {
        skip(walk, root, file_type_name(st.st_mode));
    }
    while (walk->n_folders > 0 && !walk->stopped)
        read_folder(walk, walk->folders[--walk->n_folders]);
    walk->n_root++;
}

/* Returns the reason for which a walk would skip a path now, or NULL. */
static const char *reason_of(const char *path)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return strerror(errno);
    if (S_ISREG(st.st_mode))
        return NULL;
    return file_type_name(st.st_mode);
}

static bool is_unreadable_folder(const char *path, const char *reason)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return !strcmp(strerror(errno), reason);
    close(fd);
    return false;
}

/* A folder may have two reasons to be skipped: it is named like an article, or
 * it cannot be read. */
bool walk_still_skips(const char *path, const char *reason)
{
    const char *now = reason_of(path);
    return now && (!strcmp(now, reason) || is_unreadable_folder(path, reason));
}
