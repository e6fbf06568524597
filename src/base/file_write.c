/* Writes files so that a crash leaves either the old or the new content. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/paths.h"

#define TEMPORARY_NAMES_MAX 100

static bool fail(struct error *err, const char *path)
{
    return error_set(err, "%s: %s", path, strerror(errno));
}

/* Tells whether to try again after a failed write. */
static bool may_write_again(int fd)
{
    if (errno == EINTR)
        return true;
    if (errno != EAGAIN)
        return false;
    /* Another process may have made our standard output non-blocking. */
    struct pollfd writable = {.fd = fd, .events = POLLOUT};
    return poll(&writable, 1, -1) >= 0 || errno == EINTR;
}

bool file_write_fd(int fd, const char *data, size_t n_bytes)
{
    while (n_bytes > 0) {
        ssize_t n = write(fd, data, n_bytes);
        if (n < 0 && !may_write_again(fd))
            return false;
        if (n > 0) {
            data += n;
            n_bytes -= (size_t)n;
        }
    }
    return true;
}

/* Returns the folder of a path, "." if it has none; the caller frees it. */
static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return mem_strdup(".");
    return mem_strndup(path, slash == path ? 1 : (size_t)(slash - path));
}

/* Creates an empty file with an unused, hidden name in folder; no library lists
 * hidden files. Returns its descriptor and its path, which the caller frees; or
 * -1. */
static int open_temporary(const char *folder, mode_t mode, char **path)
{
    for (unsigned i = 0; i < TEMPORARY_NAMES_MAX; i++) {
        char name[64];
        snprintf(name, sizeof name, ".medfaq-%ld-%u", (long)getpid(), i);
        *path = file_join(folder, name);
        int fd = open(*path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (fd >= 0 || errno != EEXIST)
            return fd;
        free(*path);
    }
    *path = NULL;
    return -1;
}

/* Makes the new name durable as well. Some network file systems cannot sync
 * folders, which does not make the write fail. */
static void sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

/* Writes, syncs and closes a new file. Sets the mode (unless it is 0) first, so
 * that nobody can meanwhile read what they may not. Returns false and sets
 * errno on failure. */
static bool write_and_sync(int fd, mode_t mode, const char *data,
                           size_t n_bytes)
{
    bool ok = (!mode || fchmod(fd, mode) == 0) &&
              file_write_fd(fd, data, n_bytes) && fsync(fd) == 0;
    int saved_errno = errno;
    if (close(fd) == 0)
        errno = saved_errno;
    else
        ok = false;
    return ok;
}

/* Writes a temporary file and renames it to path. Returns false and sets errno
 * on failure. */
static bool replace(const char *path, mode_t mode, const char *data,
                    size_t n_bytes)
{
    char *folder = folder_of(path);
    char *temporary;
    int fd = open_temporary(folder, mode ? 0600 : 0666, &temporary);
    bool ok = fd >= 0 && write_and_sync(fd, mode, data, n_bytes) &&
              rename(temporary, path) == 0;
    int saved_errno = errno;
    if (ok)
        sync_folder(folder);
    else if (fd >= 0)
        unlink(temporary);
    free(temporary);
    free(folder);
    errno = saved_errno;
    return ok;
}

bool file_write(const char *path, const char *data, size_t n_bytes,
                struct error *err)
{
    struct stat st;
    mode_t mode = 0;
    if (lstat(path, &st) == 0) {
        if (!S_ISREG(st.st_mode))
            return error_set(err, "%s: %s", path, file_type_name(st.st_mode));
        mode = st.st_mode & 0777;
    }
    return replace(path, mode, data, n_bytes) || fail(err, path);
}

/* Reserves the name with an empty file, which is then replaced. */
bool file_write_new(const char *path, const char *data, size_t n_bytes,
                    struct error *err)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0)
        return fail(err, path);
    close(fd);
    bool ok = file_write(path, data, n_bytes, err);
    if (!ok)
        unlink(path);
    return ok;
}

static bool make_folder(const char *path, struct error *err)
{
    if (mkdir(path, 0700) == 0)
        return true;
    if (errno != EEXIST)
        return fail(err, path);
    return file_is_folder(path) ||
           error_set(err, _("%s: is not a folder"), path);
}

bool file_make_folder(const char *path, struct error *err)
{
    char *partial = mem_strdup(path);
    bool ok = true;
    for (char *slash = strchr(partial + (*partial == '/'), '/'); ok && slash;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        ok = make_folder(partial, err);
        *slash = '/';
    }
    ok = ok && make_folder(partial, err);
    free(partial);
    return ok;
}

FILE *file_open_temporary(void)
{
    char *path = file_join(paths_temporary(), "medfaq-XXXXXX");
    int fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0)
        unlink(path);
    free(path);
    FILE *file = fd >= 0 ? fdopen(fd, "w+") : NULL;
    if (fd >= 0 && !file)
        close(fd);
    return file;
}
