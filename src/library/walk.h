/* Folders walked for articles. */
#ifndef MEDFAQ_LIBRARY_WALK_H
#define MEDFAQ_LIBRARY_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "library/library.h"

/* A file that may be an article. */
struct found {
    const char *path;
    unsigned n_root;         /* of the root that it was found in */
    struct file_stamp stamp; /* for met alone; inode 0: it has gone */
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
    /* To be set before walking. */
    bool (*stop)(void *); /* asked now and then; true ends it. NULL: never */
    /* Takes each file as it is met, in no order; its path lives as long as the
     * call. NULL: they are kept in found. */
    void (*met)(void *, const struct found *);
    void *context; /* of both */
    /* What was met. */
    struct found *found; /* root by root; in each folder by name */
    size_t n_found, found_capacity;
    struct skipped *skipped;
    size_t n_skipped, skipped_capacity;
    struct walked *walked; /* folders */
    size_t n_walked, walked_capacity;
    /* What is needed while walking. */
    bool stopped;
    unsigned n_root;
    const char **folders; /* still to be read: a stack */
    size_t n_folders, folders_capacity;
    struct file_stamp *seen; /* folders: a hash table, by device and inode */
    size_t n_seen, seen_capacity;
};

void walk_init(struct walk *walk, struct arena *arena);
void walk_finish(struct walk *walk);

/* Walks the next root, a folder or a single file of any name. One that is
 * not there gives nothing. Recursive, without recursion; a folder that was
 * met before, through a link or another root, is not read again. */
void walk_root(struct walk *walk, const char *root);
#endif
