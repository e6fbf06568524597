/* Reads files safely, whatever they are; stamps files and joins paths. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"

#define READ_STEP_BYTES ((size_t)64 * 1024)

static bool fail(struct error *err, const char *path)
{
    return error_set(err, "%s: %s", path, strerror(errno));
}

const char *file_type_name(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFDIR: return _("is a folder");
    case S_IFIFO: return _("is a FIFO");
    case S_IFSOCK: return _("is a socket");
    case S_IFLNK: return _("is a symbolic link");
    default: return _("is a device");
    }
}

static struct file_stamp stamp_of(const struct stat *st)
{
    return (struct file_stamp){
        .device = st->st_dev,
        .inode = st->st_ino,
        .size_bytes = st->st_size,
        .mtime_ns =
            (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec,
    };
}

/* Opens a regular file, or returns -1 and sets err. Without O_NONBLOCK, opening
 * a FIFO would wait for a writer; without O_NOCTTY, a terminal could become our
 * controlling terminal. */
static int open_regular(const char *path, struct stat *st, struct error *err)
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0) {
        fail(err, path);
        return -1;
    }
    bool known = fstat(fd, st) == 0;
    if (known && S_ISREG(st->st_mode))
        return fd;
    if (known)
        error_set(err, "%s: %s", path, file_type_name(st->st_mode));
    else
        fail(err, path);
    close(fd);
    return -1;
}

/* Tells whether to try again after a failed read. A regular file never makes a
 * reader wait, except special files of the kernel (/proc/kmsg), which have no
 * end. */
static bool may_read_again(int fd)
{
    struct stat st;
    if (errno == EINTR)
        return true;
    if (errno != EAGAIN)
        return false;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)) {
        errno = EAGAIN;
        return false;
    }
    /* Another process may have made our standard input non-blocking. */
    struct pollfd readable = {.fd = fd, .events = POLLIN};
    return poll(&readable, 1, -1) >= 0 || errno == EINTR;
}

/* Appends what a descriptor has, up to its end or max_bytes. Returns false and
 * sets errno on failure. */
static bool read_up_to(int fd, size_t max_bytes, size_t expected_bytes,
                       struct buf *out)
{
    size_t n_bytes = 0;
    size_t step = expected_bytes + 1; /* one more, to see the end */
    while (n_bytes < max_bytes) {
        if (step > max_bytes - n_bytes)
            step = max_bytes - n_bytes;
        buf_reserve(out, step);
        ssize_t n = read(fd, out->data + out->n_bytes, step);
        if (n == 0)
            break;
        if (n < 0 && !may_read_again(fd))
            return false;
        if (n > 0) {
            n_bytes += (size_t)n;
            out->n_bytes += (size_t)n;
            out->data[out->n_bytes] = '\0';
            step -= (size_t)n;
        }
        if (!step)
            step = READ_STEP_BYTES;
    }
    return true;
}

static bool fail_too_large(size_t max_bytes, struct error *err)
{
    return error_set(err, _("larger than %zu bytes"), max_bytes);
}

/* Reads to the end. More than max_bytes (0: no limit) is an error. */
static bool read_whole(int fd, size_t max_bytes, size_t expected_bytes,
                       struct buf *out, struct error *err)
{
    size_t start = out->n_bytes;
    size_t read_max = max_bytes ? max_bytes + 1 : SIZE_MAX;
    bool read_all = read_up_to(fd, read_max, expected_bytes, out);
    if (!read_all)
        error_set(err, "%s", strerror(errno));
    else if (max_bytes && out->n_bytes - start > max_bytes)
        read_all = fail_too_large(max_bytes, err);
    if (!read_all)
        buf_truncate(out, start);
    return read_all;
}

bool file_read(const char *path, size_t max_bytes, struct buf *out,
               struct file_stamp *stamp, struct error *err)
{
    struct stat st = {0};
    int fd = open_regular(path, &st, err);
    if (fd < 0)
        return false;
    size_t n_bytes = (size_t)st.st_size;
    bool ok = max_bytes && n_bytes > max_bytes
                  ? fail_too_large(max_bytes, err)
                  : read_whole(fd, max_bytes, n_bytes, out, err);
    if (!ok)
        error_prefix(err, "%s: ", path);
    close(fd);
    if (ok && stamp)
        *stamp = stamp_of(&st);
    return ok;
}

bool file_read_head(const char *path, size_t max_bytes, struct buf *out,
                    struct file_stamp *stamp, struct error *err)
{
    struct stat st = {0};
    int fd = open_regular(path, &st, err);
    if (fd < 0)
        return false;
    size_t start = out->n_bytes;
    bool ok = read_up_to(fd, max_bytes, (size_t)st.st_size, out);
    if (!ok) {
        fail(err, path);
        buf_truncate(out, start);
    }
    close(fd);
    if (ok && stamp)
        *stamp = stamp_of(&st);
    return ok;
}

bool file_read_fd(int fd, size_t max_bytes, struct buf *out, struct error *err)
{
    return read_whole(fd, max_bytes, READ_STEP_BYTES, out, err);
}

bool file_is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool file_stamp_get(const char *path, struct file_stamp *stamp)
{
    return file_stamp_at(AT_FDCWD, path, stamp);
}

bool file_stamp_at(int folder, const char *name, struct file_stamp *stamp)
{
    struct stat st;
    if (fstatat(folder, name, &st, 0) < 0)
        return false;
    *stamp = stamp_of(&st);
    return true;
}

bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b)
{
    return a->device == b->device && a->inode == b->inode &&
           a->size_bytes == b->size_bytes && a->mtime_ns == b->mtime_ns;
}

char *file_join(const char *folder, const char *name)
{
    struct buf path;
    buf_init(&path);
    buf_add(&path, folder);
    if (path.n_bytes && !str_ends(folder, "/"))
        buf_add_char(&path, '/');
    buf_add(&path, name);
    return buf_steal(&path);
}

char *file_beside(const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');
    struct buf beside;
    buf_init(&beside);
    if (slash && name[0] != '/')
        buf_add_n(&beside, path, (size_t)(slash - path) + 1);
    buf_add(&beside, name);
    return buf_steal(&beside);
}

char *file_real_path(const char *path)
{
    char *real = realpath(path, NULL);
    if (!real && errno == ENOMEM)
        mem_exhausted();
    return real;
}
