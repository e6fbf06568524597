/* Files that may be hostile, and files that must not be lost. */
#ifndef MEDFAQ_BASE_FILE_H
#define MEDFAQ_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buf.h"
#include "base/error.h"

/* What tells that a file is still the one that was read. */
struct file_stamp {
    dev_t device;
    ino_t inode;
    int64_t size_bytes;
    int64_t mtime_ns;
};

/* Reads a regular file whole, at most max_bytes (0: no limit), and appends it
 * to out. Opens with O_NONBLOCK|O_CLOEXEC, then looks what it is: a FIFO, a
 * device, a folder is refused and never waited for. stamp may be NULL. False,
 * with the path and the reason in err, and out as it was. */
bool file_read(const char *path, size_t max_bytes, struct buf *out,
               struct file_stamp *stamp, struct error *err);

/* Reads at most max_bytes from the start; the rest is not an error. */
bool file_read_head(const char *path, size_t max_bytes, struct buf *out,
                    struct file_stamp *stamp, struct error *err);

/* Reads a descriptor to its end (a pipe, standard input); a file larger than
 * max_bytes (0: no limit) is an error. */
bool file_read_fd(int fd, size_t max_bytes, struct buf *out, struct error *err);

/* Writes it all, to a pipe or a terminal that does not wait too; false with
 * errno. */
bool file_write_fd(int fd, const char *data, size_t n_bytes);

/* What a file is that is no regular one, in words: "is a folder". */
const char *file_type_name(mode_t mode);

/* Is it a folder, perhaps through a link? */
bool file_is_folder(const char *path);

/* Stamp of a path (following links); false when it is not there. */
bool file_stamp_get(const char *path, struct file_stamp *stamp);
/* The same of a name in an open folder, which is quicker. */
bool file_stamp_at(int folder, const char *name, struct file_stamp *stamp);
bool file_stamp_equal(const struct file_stamp *a, const struct file_stamp *b);

/* Writes a new file or replaces one: temporary file beside it, fsync, rename.
 * The mode is that of the file that was there, otherwise 0666 less umask.
 * Refuses to go through a symbolic link. */
bool file_write(const char *path, const char *data, size_t n_bytes,
                struct error *err);

/* Like file_write, but fails when something is there already. */
bool file_write_new(const char *path, const char *data, size_t n_bytes,
                    struct error *err);

/* Makes the folder and its parents, each 0700; true if it is there already. */
bool file_make_folder(const char *path, struct error *err);

/* folder + "/" + name; the caller frees. */
char *file_join(const char *folder, const char *name);

/* The path that name means in the file path: a/b.md beside c/d.md is c/a/b.md.
 * The caller frees. */
char *file_beside(const char *path, const char *name);

/* A path that a person typed: "~" and "~/x" are below $HOME. The caller
 * frees. */
char *file_expand_home(const char *path);

/* "~/x" for a path below $HOME, otherwise a copy; the caller frees. */
char *file_shorten_home(const char *path);

#endif
