/* The folder that articles are written to.
 *
 * A list of what was written (.medfaq-import) stays in it, so that the next
 * import tells an article that is as it was written, and may be replaced, from
 * one that somebody has edited, and is left alone. Nothing is written outside
 * the folder. Files are synced once, at the end. */
#ifndef MEDFAQ_IMPORT_DESTINATION_H
#define MEDFAQ_IMPORT_DESTINATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

enum put {
    PUT_NEW,
    PUT_CHANGED,
    PUT_SAME,      /* there already, with this content */
    PUT_EDITED,    /* edited by the user since: left as it is */
    PUT_DUPLICATE, /* a second article of this id in one import: left out */
    PUT_FAILED,    /* err says why */
    PUT_COUNT
};

struct destination;

/* Opens the folder, made if need be; with dry_run nothing is ever written.
 * NULL with err. */
struct destination *destination_open(const char *folder, bool dry_run,
                                     struct error *err);

/* Writes an article as ID.md. May be called by several threads at once. */
enum put destination_put(struct destination *destination, const char *id,
                         const char *data, size_t n_bytes, struct error *err);

/* Syncs, writes the list, frees; false with err if what was written may be
 * lost. NULL is fine. */
bool destination_close(struct destination *destination, struct error *err);

#endif
