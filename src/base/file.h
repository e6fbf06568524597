/* Reads files that may be hostile, and writes files that must not be lost
 * (CONTRIBUTING.md, "Files"). */
#ifndef MEDFAQ_BASE_FILE_H
#define MEDFAQ_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

#include "base/buf.h"
#include "base/error.h"

/* Identifies a version of a file: if the stamps are equal, it has not
 * changed. */
struct file_stamp {
    dev_t device;
    ino_t inode;
    int64_t size_bytes;
    int64_t mtime_ns;
};

/* Appends a whole regular file of at most max_bytes (0: no limit) to out.
 * Rejects FIFOs, devices and folders without waiting for them. stamp may be
 * NULL. On failure, returns false with path and reason in err, and leaves out
 * unchanged. */
bool file_read(const char *path, size_t max_bytes, struct buf *out,
               struct file_stamp *stamp, struct error *err);

/* Like file_read, but reads only the first max_bytes of a longer file. */
bool file_read_head(const char *path, size_t max_bytes, struct buf *out,
                    struct file_stamp *stamp, struct error *err);

/* Appends everything that can be read from a descriptor, such as a pipe or
 * standard input. More than max_bytes (0: no limit) is an error. */
bool file_read_fd(int fd, size_t max_bytes, struct buf *out, struct error *err);

/* Writes all of data, even if the descriptor is non-blocking. Returns false and
 * sets errno on failure. */
bool file_write_fd(int fd, const char *data, size_t n_bytes);

/* Describes a file that is not regular: "is a folder". */
const char *file_type_name(mode_t mode);

/* Tells whether a path is a folder, following symbolic links. */
bool file_is_folder(const char *path);

/* Gets the stamp of a file, following links. Returns false if there is none. */
bool file_stamp_get(const char *path, struct file_stamp *stamp);
/* Gets the stamp of a name in an open folder, which is faster. */
bool file_stamp_at(int folder, const char *name, struct file_stamp *stamp);
bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b);

/* Creates or replaces a file atomically and durably: temporary file, fsync,
 * rename, fsync of the folder. Keeps the mode of the file that it replaces; a
 * new one gets 0666 minus the umask. Rejects symbolic links. */
bool file_write(const char *path, const char *data, size_t n_bytes,
                struct error *err);

/* Like file_write, but fails if the file exists. */
bool file_write_new(const char *path, const char *data, size_t n_bytes,
                    struct error *err);

/* Opens a new, unnamed file in paths_temporary, which is gone when it is
 * closed; tmpfile would always use /tmp. Returns NULL and sets errno on
 * failure. */
FILE *file_open_temporary(void);

/* Creates a folder and its missing parents with mode 0700. Returns true also if
 * it exists. */
bool file_make_folder(const char *path, struct error *err);

/* Returns folder + "/" + name, which the caller frees. */
char *file_join(const char *folder, const char *name);

/* Returns the path without links, "." and "..", which the caller frees. Returns
 * NULL and sets errno if there is no such file. */
char *file_real_path(const char *path);

/* Resolves name relative to the folder of the file path: "a/b.md" beside
 * "c/d.md" is "c/a/b.md". The caller frees the result. */
char *file_beside(const char *path, const char *name);

#endif
