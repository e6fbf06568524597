/* Walks folders for articles. */
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
    unsigned n_root;         /* index of the root in which it was found */
    struct file_stamp stamp; /* only for on_file; inode 0: it is gone */
};

/* A folder that was read, and when its list of names last changed. */
struct walked {
    const char *path;
    int64_t mtime_ns; /* or one of the values below */
};

#define WALKED_ABSENT (-1)   /* a root that does not exist */
#define WALKED_JUST_NOW (-2) /* so recent that a later change may not show */

struct walk {
    struct arena *arena; /* owns the strings */
    /* Set by the caller before walking: */
    /* Called now and then; true ends the walk. May be NULL. */
    bool (*stop)(void *);
    /* Called for each file as it is found, in no particular order; the path is
       only valid during the call. NULL: files are stored in found. */
    void (*on_file)(void *, const struct walk_file *);
    void *context; /* passed to both */
    /* Results: */
    struct walk_file *found; /* by root, then by name in each folder */
    size_t n_found, found_capacity;
    struct skipped *skipped;
    size_t n_skipped, skipped_capacity;
    struct walked *walked;
    size_t n_walked, walked_capacity;
    /* Used while walking: */
    bool stopped;
    unsigned n_root;
    const char **folders; /* a stack of those still to be read */
    size_t n_folders, folders_capacity;
    struct map seen; /* folders that were read: device and inode */
};

void walk_init(struct walk *walk, struct arena *arena);
void walk_finish(struct walk *walk);

/* Walks the next root, a folder or a single file of any name. A root that does
 * not exist gives nothing. Uses a stack instead of recursion. A folder that was
 * already read, through a link or another root, is not read again. */
void walk_root(struct walk *walk, const char *root);

/* Tells whether a file or folder that a walk skipped for this reason would
 * still be skipped for it. */
bool walk_still_skips(const char *path, const char *reason);
#endif
