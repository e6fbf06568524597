/* The files that imports wrote into a folder: one row for each file name, from
 * the list in the folder (.medfaq-import), with what this import does with it.
 *
 * The rows are kept in a temporary database on disk, so a million articles
 * take no more memory than ten. Only one thread may use it at a time. */
#ifndef MEDFAQ_IMPORT_WRITTEN_H
#define MEDFAQ_IMPORT_WRITTEN_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "import/destination.h"

/* How good an article's right to a name is. */
enum claim {
    CLAIM_NONE,   /* the file there is another article */
    CLAIM_FREE,   /* no file is there */
    CLAIM_LIKE,   /* the file there is an older version, to all appearance */
    CLAIM_SAME,   /* it has the same text */
    CLAIM_OWN,    /* it was made of the same source */
    CLAIM_EDITED, /* and edited since: nobody else gets it */
};

struct written_row {
    char name[NAME_MAX + 1];
    /* Kept in the list; 0 if unknown. */
    uint64_t hash;   /* of what was written */
    uint64_t place;  /* of the path that it was made of */
    uint64_t source; /* of the article in that place */

    bool seen;        /* an article of this import has taken the name */
    enum claim claim; /* of that article */
    /* All of its fields except the data. */
    struct destination_article holder;
    bool existed; /* the file existed before this import */
    /* Of that file: what the list and it itself said of its source; its text,
     * NULL where it is still in the folder. */
    uint64_t old_place, old_source;
    const char *old_title, *old_url, *old_number, *old_file;
};

struct written;

/* Returns an empty list, or NULL with err. */
struct written *written_new(struct error *err);
void written_free(struct written *written);

/* Reads a list from a file, which it closes. False if it is none, or lines of
 * it are damaged; their files count as somebody else's. */
bool written_read(struct written *written, int fd);

/* Writes the list; returns false with errno set. */
bool written_write(const struct written *written, int fd);

/* The row of a name, zero but for the name if there is none; strings go to the
 * arena. False with err. */
bool written_get(struct written *written, const char *name, struct arena *arena,
                 struct written_row *row, struct error *err);

/* The name of the file that was made of a source, of several the one with this
 * hash, else the first that is not seen. False if there is none. */
bool written_find(struct written *written, uint64_t source, uint64_t hash,
                  char name[static NAME_MAX + 1]);

/* The name of the only file that was made of a place before this import; false
 * if there were several, or an article of this import has the name. */
bool written_find_only(struct written *written, uint64_t place,
                       char name[static NAME_MAX + 1]);

/* Puts a row in the place of the one of its name; false with err. */
bool written_put(struct written *written, const struct written_row *row,
                 struct error *err);

#endif
