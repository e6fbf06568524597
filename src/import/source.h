/* Reads documents from files, folders and archives, one after another.
 * [libarchive]
 *
 * Limits guard against archive bombs: SOURCE_MEMBER_BYTES for a member,
 * SOURCE_TOTAL_BYTES for a source, and SOURCE_RATIO once a source has
 * produced SOURCE_RATIO_FROM bytes. */
#ifndef MEDFAQ_IMPORT_SOURCE_H
#define MEDFAQ_IMPORT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "import/importer.h"

#define SOURCE_MEMBER_BYTES ((uint64_t)256 << 20)
#define SOURCE_TOTAL_BYTES ((uint64_t)8 << 30)
#define SOURCE_MAX_DEPTH 2 /* archives within the first one */
#define SOURCE_RATIO 200
#define SOURCE_RATIO_FROM ((uint64_t)16 << 20)

/* The callbacks of a walk. Each may stop it by returning false. */
struct source_walker {
    void *user;
    /* A document; its data and stream are valid during the call. */
    bool (*document)(void *user, const struct document *document);
    /* Something was skipped or failed; the walk goes on. */
    void (*skip)(void *user, const char *name, const char *reason);
    /* How many bytes of the sources have been read, now and then. */
    bool (*progress)(void *user, uint64_t n_bytes);
};

/* Goes through a file, a folder (recursively, hidden names left out, links to
 * folders not followed) or an archive. False if path itself cannot be read, or
 * the walker stopped; err is set then. */
bool source_walk(const char *path, const struct source_walker *walker,
                 struct error *err);

/* Size in bytes of what source_walk would read, for progress; 0 if unknown. */
uint64_t source_size(const char *path);

/* Reads the next bytes of a large document, at most n_bytes; the count goes to
 * *n_read, 0 at the end. False with err past a cap or on an error. */
bool stream_read(struct stream *stream, char *out, size_t n_bytes,
                 size_t *n_read, struct error *err);

/* All of a document in *whole, which document_free_whole frees, and may be
 * called whatever came of it. False with err past max_bytes, or on an error. */
bool document_read_whole(const struct document *document, size_t max_bytes,
                         struct document *whole, struct error *err);
void document_free_whole(const struct document *document,
                         struct document *whole);

#endif
