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
    PUT_BESIDE, /* new, and an article of an earlier import has its id */
    PUT_CHANGED,
    PUT_SAME,      /* there already, with this content */
    PUT_EDITED,    /* edited by the user since: left as it is */
    PUT_DUPLICATE, /* the same article a second time in one import */
    PUT_FAILED,    /* err says why */
    PUT_COUNT
};

struct destination;

/* Opens the folder, made if need be; with dry_run nothing is ever written.
 * NULL with err. */
struct destination *destination_open(const char *folder, bool dry_run,
                                     struct error *err);

/* Was the list of earlier imports damaged? What it does not say counts as
 * edited, and is left alone. */
bool destination_is_damaged(const struct destination *destination);

#define DESTINATION_ID_BYTES 256

struct destination_article {
    const char *id;
    const char *key;    /* what tells it from others of this id, always */
    const char *folder; /* where its source stands; "" for nowhere */
    const char *path;   /* of the source, in full; "" if unknown */
    const char *title;
    const char *url, *number; /* of its origin; NULL: not known */
    const char *data;         /* the file */
    size_t n_bytes;
};

/* Writes an article as ID.md; the id that it got goes to id. May be called by
 * several threads at once. */
enum put destination_put(struct destination *destination,
                         const struct destination_article *article,
                         char id[static DESTINATION_ID_BYTES],
                         struct error *err);

/* Syncs, writes the list, frees; false with err if what was written may be
 * lost. NULL is fine. */
bool destination_close(struct destination *destination, struct error *err);

#endif
