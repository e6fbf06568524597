/* Walking folders for articles. */
#ifndef MEDFAQ_LIBRARY_WALK_H
#define MEDFAQ_LIBRARY_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "library/library.h"

/* A file that may be an article. */
struct walk_file {
    const char *path;
    unsigned n_root;         /* of the root that it was found in */
    struct file_stamp stamp; /* given to met only; inode 0: it has gone */
};

/* A folder that was read, and when it last got or lost a name. */
struct walked {
    const char *path;
    int64_t mtime_ns; /* or one of these */
};

#define WALKED_ABSENT (-1)   /* a root that is not there */
#define WALKED_JUST_NOW (-2) /* too late to tell from what came after */

struct walk {
    struct arena *arena; /* owns the strings */
    /* Set by the caller before walking. */
    bool (*stop)(void *); /* asked now and then; true ends it. NULL: never */
    /* Takes each file as it is found, in no order; its path is valid during
     * the call. NULL: files are kept in found. */
    void (*met)(void *, const struct walk_file *);
    void *context; /* of both */
    /* What was found. */
    struct walk_file *found; /* root by root; in each folder by name */
    size_t n_found, found_capacity;
    struct skipped *skipped;
    size_t n_skipped, skipped_capacity;
    struct walked *walked; /* folders */
    size_t n_walked, walked_capacity;
    /* Used while walking. */
    bool stopped;
    unsigned n_root;
    const char **folders; /* still to be read: a stack */
    size_t n_folders, folders_capacity;
    struct map seen; /* folders that were read, by device and inode */
};

void walk_init(struct walk *walk, struct arena *arena);
void walk_finish(struct walk *walk);

/* Walks the next root, a folder or a single file of any name. One that is
 * not there gives nothing. Recursive, without recursion; a folder that was
 * met before, through a link or another root, is not read again. */
void walk_root(struct walk *walk, const char *root);

/* Whether a file or folder that a walk passed over for this reason would be
 * passed over for it again. */
bool walk_is_passed_over_still(const char *path, const char *reason);
#endif
