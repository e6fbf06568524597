/* Files of one name in one library: each gets an id of its own. */
#ifndef MEDFAQ_LIBRARY_NAMESAKES_H
#define MEDFAQ_LIBRARY_NAMESAKES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct namesake {
    const char *base; /* the id that the file's own name gives */
    const char *lang;
    const char *path;   /* below its root */
    unsigned n_root;    /* roots in their order */
    size_t place;       /* the caller's own */
    const char *id;     /* the result: base where nobody else has it */
    const char *folder; /* used while naming */
};

/* Whether a file of this root, or of a later one, which must not be hidden by
 * chance, has this base. */
typedef bool namesakes_taken(void *context, const char *id, unsigned n_root);

/* Sets the ids of files, in arena, and sorts them. files must have all that
 * share a base with one of them. Of those in one root the file with the
 * shortest path keeps the base, with the translations beside it; the others get
 * the name of their folder in front. Files that differ in language alone, in
 * folders such as en/ and vi/ as well, share an id: they are translations. */
void namesakes_name(struct namesake *files, size_t n, struct arena *arena,
                    namesakes_taken *taken, void *context);

/* The part of a path below its root. */
const char *namesakes_below(const char *root, const char *path);

#endif
