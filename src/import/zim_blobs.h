/* Reads the content of the entries of a ZIM file from its clusters: starting
 * zimdump for each page would take most of the time of an import. [libarchive]
 *
 * Only the common case is read here. Anything unusual or damaged is left to
 * zimdump, which reports what is wrong. */
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

/* Returns NULL if the file cannot be read this way. fd stays open and
 * belongs to the caller. */
struct zim_blobs *zim_blobs_new(int fd, uint64_t n_file_bytes);
void zim_blobs_free(struct zim_blobs *blobs);

/* Finds the place of the entry with this number and path; false if there is
 * none. */
bool zim_blobs_find(const struct zim_blobs *blobs, size_t number,
                    const char *path, struct zim_place *place);

/* Appends the content at a place. The cluster is kept for the next call, so
 * reading in the order of the places is fast. Returns false if it cannot be
 * read or is larger than max_bytes. */
bool zim_blobs_read(struct zim_blobs *blobs, const struct zim_place *place,
                    size_t max_bytes, struct buf *out);

#endif
