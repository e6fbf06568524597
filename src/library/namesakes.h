/* Gives files with the same name in a library different ids. */
#ifndef MEDFAQ_LIBRARY_NAMESAKES_H
#define MEDFAQ_LIBRARY_NAMESAKES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct namesake {
    const char *base; /* the id that the file name gives */
    const char *lang;
    const char *path;   /* relative to its root */
    unsigned n_root;    /* index of its root */
    size_t place;       /* for the caller */
    const char *id;     /* the result; equals base if no other file has it */
    const char *folder; /* used while naming */
};

/* Tells whether a file of this root has this base, or one of a later root,
 * which must not be shadowed by chance. */
typedef bool namesakes_taken(void *context, const char *id, unsigned n_root);

/* Sets the ids of files, allocated in arena, and sorts the files, which must
 * include all that share a base with one of them. In each root, the file with
 * the shortest path keeps the base, and so do its translations in the same
 * folder; the ids of the others begin with the names of their folders. Files
 * that differ only in language share an id, also if they are in folders such as
 * en/ and vi/: they are translations. */
void namesakes_name(struct namesake *files, size_t n, struct arena *arena,
                    namesakes_taken *taken, void *context);

/* Returns the part of a path below its root. */
const char *namesakes_below(const char *root, const char *path);

#endif
