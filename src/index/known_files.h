/* The files that the index knows, in so little memory that a large library can
 * be looked through beside it: 8 bytes each, made of path and stamp. */
#ifndef MEDFAQ_INDEX_KNOWN_FILES_H
#define MEDFAQ_INDEX_KNOWN_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/file.h"

struct known_files {
    uint64_t *rows; /* a hash table; 0: free, odd: met */
    size_t n, capacity, n_met;
};

void known_files_init(struct known_files *known);
void known_files_finish(struct known_files *known);

/* The device does not count: they are numbered anew at each start of some
 * machines. */
void known_files_add(struct known_files *known, const char *path,
                     const struct file_stamp *stamp);
/* Notes that a file is there; true if it is known and has not changed. */
bool known_files_meet(struct known_files *known, const char *path,
                      const struct file_stamp *stamp);
/* Whether known_files_meet has seen this known file. */
bool known_files_is_met(const struct known_files *known, const char *path,
                        const struct file_stamp *stamp);

#endif
