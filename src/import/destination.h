/* The folder that articles are written to.
 *
 * A list of what was written (.medfaq-import) stays in it, so that the next
 * import tells an article that is as it was written, and may be replaced, from
 * one that somebody has edited, and is left alone. Nothing is written outside
 * the folder. Files are synced once, at the end.
 *
 * Two articles of one id are both kept. The id is that of the article which
 * had it in an earlier import, else of the one whose key comes first, whatever
 * the order of the sources; the other's has the name of its folder behind it,
 * or a number made of its key.
 *
 * An article replaces an older version of itself alone: one that was made of
 * the same path, or states the same address, or, where neither is known, has
 * much of the same text. A file that is called otherwise today has the name of
 * the one article that it gave before. What is uncertain is kept beside. */
#ifndef MEDFAQ_IMPORT_DESTINATION_H
#define MEDFAQ_IMPORT_DESTINATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

enum put {
    PUT_NEW,
    PUT_BESIDE, /* new; an article of an earlier import already has its id */
    PUT_CHANGED,
    PUT_SAME,      /* exists already with this content */
    PUT_EDITED,    /* edited by the user since the import, and left alone */
    PUT_DUPLICATE, /* the same article came twice in one import */
    PUT_FAILED,    /* err says why */
    PUT_COUNT
};

struct destination;

/* Opens the folder, creating it if necessary; with dry_run nothing is ever
 * written. Returns NULL with err. */
struct destination *destination_open(const char *folder, bool dry_run,
                                     struct error *err);

/* Was the list of earlier imports damaged? Files that it does not name count
 * as edited and are left alone. */
bool destination_is_damaged(const struct destination *destination);

#define DESTINATION_ID_BYTES 256

struct destination_article {
    const char *id;
    const char *key;    /* always tells it apart from others with this id */
    const char *folder; /* folder of its source, or "" */
    const char *path;   /* full path of the source, or "" */
    const char *title;
    const char *url, *number; /* of its origin; NULL if unknown */
    const char *data;         /* the content of the file */
    size_t n_bytes;
};

/* Writes an article as ID.md and stores the id that it was given in id. May
 * be called by several threads at once. */
enum put destination_put(struct destination *destination,
                         const struct destination_article *article,
                         char id[static DESTINATION_ID_BYTES],
                         struct error *err);

/* Syncs the files, writes the list, and frees the destination, which may be
 * NULL. Returns false with err if what was written may be lost. */
bool destination_close(struct destination *destination, struct error *err);

#endif
