/* Where documents come from: files, folders and archives. */
#include "import/source.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/number.h"
#include "base/strs.h"
#include "import/converter.h"
#include "import/format.h"
#include "import/source_walk.h"

#define HEAD_BYTES ((size_t)512)
#define END_BYTES 65536

/* An office document is a zip archive, whose list of members stands at its
 * end. Is a file such a one that is converted as a whole? False with err: it
 * is one that cannot be. */
static bool look_at_archive(int fd, const char *head, const struct stat *info,
                            bool *is_whole, struct error *err)
{
    size_t n = info->st_size < END_BYTES ? (size_t)info->st_size : END_BYTES;
    char *end = mem_alloc(n);
    ssize_t n_read = pread(fd, end, n, info->st_size - (off_t)n);
    size_t n_end = n_read > 0 ? (size_t)n_read : 0;
    size_t n_head = number_min(HEAD_BYTES, (size_t)info->st_size);
    *is_whole = converter_find_zip(head, n_head, end, n_end);
    bool may =
        *is_whole || format_may_be_archive(head, n_head, end, n_end, err);
    free(end);
    return may;
}

static bool walk_file(struct source_walk *walk, int fd, const char *path,
                      const struct stat *info, struct error *err)
{
    char head[HEAD_BYTES] = {0};
    ssize_t n = pread(fd, head, sizeof head, 0);
    if (n < 0)
        return error_set(err, "%s", strerror(errno));
    if (n >= 4 && memcmp(head, "ZIM\x04", 4) == 0)
        return source_walk_zim(walk, fd, path, err);
    bool archive = source_is_archive(head, (size_t)n), is_whole = false;
    if (archive && !look_at_archive(fd, head, info, &is_whole, err))
        return false;
    if (archive && !is_whole)
        return source_walk_archive(walk, fd, path, err);
    struct totals totals = {0};
    struct stream stream = {.fd = fd, .totals = &totals};
    source_pass(walk, &stream, path, info->st_mtime);
    source_progress(walk, &totals);
    walk->n_bytes_before += (uint64_t)info->st_size;
    return true;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Puts the folder's names on the stack, so that the first is on top. */
static bool push_folder(struct strs *stack, int fd, const char *path,
                        struct error *err)
{
    DIR *folder = fdopendir(fd);
    if (!folder) {
        close(fd);
        return error_set(err, "%s", strerror(errno));
    }
    struct strs names;
    strs_init(&names);
    const struct dirent *entry;
    while ((entry = readdir(folder)))
        if (entry->d_name[0] != '.')
            strs_add(&names, entry->d_name);
    closedir(folder);
    if (names.n > 0)
        qsort(names.items, names.n, sizeof *names.items, compare_names);
    for (size_t i = names.n; i > 0; i--) {
        char *full = file_join(path, names.items[i - 1]);
        strs_add(stack, full);
        free(full);
    }
    strs_finish(&names);
    return true;
}

static bool walk_one(struct source_walk *walk, struct strs *stack,
                     const char *path, bool is_root, struct error *err)
{
    int flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC |
                (is_root ? 0 : O_NOFOLLOW);
    int fd = open(path, flags);
    if (fd < 0)
        return error_set(
            err, "%s", errno == ELOOP ? "is a symbolic link" : strerror(errno));
    struct stat info;
    bool good = false;
    if (fstat(fd, &info) != 0)
        error_set(err, "%s", strerror(errno));
    else if (S_ISDIR(info.st_mode))
        return push_folder(stack, fd, path, err);
    else if (S_ISREG(info.st_mode))
        good = walk_file(walk, fd, path, &info, err);
    else
        error_set(err, _("not a regular file, folder or archive"));
    close(fd);
    return good;
}

bool source_walk(const char *path, const struct source_walker *walker,
                 struct error *err)
{
    struct source_walk walk = {.walker = walker};
    struct strs stack;
    buf_init(&walk.head);
    strs_init(&stack);
    bool good = walk_one(&walk, &stack, path, true, err);
    while (good && stack.n > 0 && !walk.stopped) {
        char *next = stack.items[--stack.n];
        struct error reason;
        if (!walk_one(&walk, &stack, next, false, &reason))
            source_skip(&walk, next, reason.message);
        free(next);
    }
    if (good && walk.stopped)
        good = error_set(err, _("stopped"));
    strs_finish(&stack);
    buf_finish(&walk.head);
    return good;
}

uint64_t source_size(const char *path)
{
    struct stat info;
    if (stat(path, &info) != 0 || !S_ISREG(info.st_mode))
        return 0;
    return (uint64_t)info.st_size;
}
