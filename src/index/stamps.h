/* The files that the index knows, in so little memory that a large library can
 * be looked through beside it: 8 bytes each, made of path and stamp. */
#ifndef MEDFAQ_INDEX_STAMPS_H
#define MEDFAQ_INDEX_STAMPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/file.h"

struct stamps {
    uint64_t *rows; /* a hash table; 0: free, odd: met */
    size_t n, capacity, n_met;
};

void stamps_init(struct stamps *stamps);
void stamps_finish(struct stamps *stamps);

/* The device does not count: they are numbered anew at each start of some
 * machines. */
void stamps_add(struct stamps *stamps, const char *path,
                const struct file_stamp *stamp);
/* A file is there: true if it is known as it is. */
bool stamps_meet(struct stamps *stamps, const char *path,
                 const struct file_stamp *stamp);
/* Was a known file met? */
bool stamps_is_met(const struct stamps *stamps, const char *path,
                   const struct file_stamp *stamp);

#endif
