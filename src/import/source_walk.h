/* A walk from inside: what reading, archives and folders share. [libarchive]
 *
 * source_walk owns the struct source_walk, and with it the head, which one
 * document after another fills. A file's or an archive's totals live as long as
 * it is open, in whoever opened it, and so do its descriptor and its struct
 * archive; a stream, one for each document, owns nothing. */
#ifndef MEDFAQ_IMPORT_SOURCE_WALK_H
#define MEDFAQ_IMPORT_SOURCE_WALK_H

#include <sys/types.h>
#include <time.h>

#include "base/buf.h"
#include "import/source.h"

#define SOURCE_READ_BYTES ((size_t)64 * 1024) /* at once */

struct archive;

/* What all of one source has cost. */
struct totals {
    uint64_t n_bytes_in;     /* read from the disk */
    uint64_t n_bytes_out;    /* that came out */
    struct archive *archive; /* the outermost one, which reads; NULL: none */
};

/* A document's bytes: those read already, then the rest. */
struct stream {
    const struct buf *head;
    size_t head_at;
    int fd; /* a file; -1: a member of archive, or of a ZIM file */
    struct archive *archive; /* NULL: a file */
    uint64_t n_bytes;        /* of this document, read so far */
    struct totals *totals;
};

struct source_walk {
    const struct source_walker *walker;
    struct buf head;         /* of the document, or all of it */
    uint64_t n_bytes_before; /* sources that are done */
    unsigned depth;          /* of archives, one in another */
    bool stopped;
};

/* Reads and counts what comes after the head: how many bytes, 0 at the end,
 * negative with err. Whether they are within the caps is the caller's to ask.
 */
ssize_t stream_read_more(struct stream *stream, char *out, size_t n_bytes,
                         struct error *err);

/* False with err past a cap. */
bool stream_within_caps(const struct stream *stream, struct error *err);

/* Always false: err says what libarchive complains of. */
bool stream_archive_error(struct archive *archive, struct error *err);

/* Passes a document to the walker, or says why it is skipped. time is when it
 * was retrieved. */
void source_pass(struct source_walk *walk, struct stream *stream,
                 const char *name, time_t time);

/* The day of a time in UTC; {0} for none. */
struct date source_date(time_t seconds);

/* Tells the walker of a skipped document. */
void source_skip(struct source_walk *walk, const char *name,
                 const char *reason);

/* Tells the walker how far the walk has come. */
void source_progress(struct source_walk *walk, const struct totals *totals);

/* Does a file that begins so hold an archive? */
bool source_is_archive(const char *head, size_t n_bytes);

/* Is a member an archive that is gone through as well? Bulk files of labels are
 * zips of zips; what only is a zip inside, as an EPUB is, is a document. */
bool source_is_nested(const char *name, const struct buf *head);

/* Goes through an archive that is a member of another one; its head was read,
 * and is the stream's. */
bool source_walk_nested(struct source_walk *walk, struct stream *stream,
                        const char *name, struct error *err);

/* Goes through an archive; fd stays the caller's, path is what the names of its
 * members begin with. False with err if it is damaged or past a cap. */
bool source_walk_archive(struct source_walk *walk, int fd, const char *path,
                         struct error *err);

/* Goes through the pages of a ZIM file; fd stays the caller's. False with err
 * if zimdump cannot list them. */
bool source_walk_zim(struct source_walk *walk, int fd, const char *path,
                     struct error *err);

#endif
