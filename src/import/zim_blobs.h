/* What the entries of a ZIM file hold, read from its clusters: a process of
 * zimdump for each page would take most of the time of an import.
 * [libarchive]
 *
 * Only the plain case is read: whatever is odd or damaged is left to zimdump,
 * which says what is wrong with it. */
#ifndef MEDFAQ_IMPORT_ZIM_BLOBS_H
#define MEDFAQ_IMPORT_ZIM_BLOBS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct zim_blobs;

struct zim_place {
    uint32_t cluster, blob;
};

/* NULL where the file cannot be read so; fd stays the caller's, and open. */
struct zim_blobs *zim_blobs_new(int fd, uint64_t n_file_bytes);
void zim_blobs_free(struct zim_blobs *blobs);

/* Where the entry of a number and path is; false if it is not there. */
bool zim_blobs_find(const struct zim_blobs *blobs, size_t number,
                    const char *path, struct zim_place *place);

/* Appends what is there. The cluster is kept: reading goes quickly in the order
 * of the places. False if it cannot be read, or is larger than max_bytes. */
bool zim_blobs_read(struct zim_blobs *blobs, const struct zim_place *place,
                    size_t max_bytes, struct buf *out);

#endif
