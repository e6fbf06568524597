/* A set of the files in the index. It takes 8 bytes for each, made of path and
 * stamp, so that a large library can be compared with its folders in little
 * memory. */
#ifndef MEDFAQ_INDEX_KNOWN_FILES_H
#define MEDFAQ_INDEX_KNOWN_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/file.h"

struct known_files {
    uint64_t *rows; /* a hash table of hashes; 0: free, odd: seen */
    size_t n, capacity, n_seen;
};

void known_files_init(struct known_files *known);
void known_files_finish(struct known_files *known);

/* Adds a file. Its device number is ignored, as some machines renumber devices
 * at each start. */
void known_files_add(struct known_files *known, const char *path,
                     const struct file_stamp *stamp);
/* Marks a file as seen. Returns true if it is known and unchanged. */
bool known_files_mark_seen(struct known_files *known, const char *path,
                           const struct file_stamp *stamp);
/* Returns whether a known file has been marked as seen. */
bool known_files_is_seen(const struct known_files *known, const char *path,
                         const struct file_stamp *stamp);

#endif
