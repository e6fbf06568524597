/* Documents read, with the caps, and passed to the walker. [libarchive] */
#include "import/source_walk.h"

#include <archive.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"

bool stream_archive_error(struct archive *archive, struct error *err)
{
    const char *reason = archive_error_string(archive);
    return error_set(err, _("the archive is damaged or cut short (%s)"),
                     reason ? reason : "no reason given");
}

bool stream_within_caps(const struct stream *stream, struct error *err)
{
    const struct totals *totals = stream->totals;
    if (stream->n_bytes > SOURCE_MEMBER_BYTES)
        return error_set(err, _("larger than %d MB"),
                         (int)(SOURCE_MEMBER_BYTES >> 20));
    if (totals->n_bytes_out > SOURCE_TOTAL_BYTES)
        return error_set(err, _("the source is larger than %d GB"),
                         (int)(SOURCE_TOTAL_BYTES >> 30));
    if (stream->fd < 0 && totals->n_bytes_out > SOURCE_RATIO_FROM &&
        totals->n_bytes_out / SOURCE_RATIO > totals->n_bytes_in)
        return error_set(err, _("unpacks to more than %d times its size"),
                         SOURCE_RATIO);
    return true;
}

static ssize_t read_file(struct stream *stream, char *out, size_t n_bytes,
                         struct error *err)
{
    ssize_t n;
    do
        n = read(stream->fd, out, n_bytes);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        error_set(err, "%s", strerror(errno));
    else
        stream->totals->n_bytes_in += (uint64_t)n;
    return n;
}

static ssize_t read_member(struct stream *stream, char *out, size_t n_bytes,
                           struct error *err)
{
    ssize_t n = archive_read_data(stream->archive, out, n_bytes);
    stream->totals->n_bytes_in =
        (uint64_t)archive_filter_bytes(stream->totals->archive, -1);
    if (n < 0)
        stream_archive_error(stream->archive, err);
    return n;
}

ssize_t stream_read_more(struct stream *stream, char *out, size_t n_bytes,
                         struct error *err)
{
    ssize_t n = stream->archive ? read_member(stream, out, n_bytes, err)
                                : read_file(stream, out, n_bytes, err);
    if (n > 0) {
        stream->n_bytes += (uint64_t)n;
        stream->totals->n_bytes_out += (uint64_t)n;
    }
    return n;
}

bool stream_read(struct stream *stream, char *out, size_t n_bytes,
                 size_t *n_read, struct error *err)
{
    size_t n_head = stream->head->n_bytes - stream->head_at;
    if (n_head > 0) {
        *n_read = n_head < n_bytes ? n_head : n_bytes;
        memcpy(out, stream->head->data + stream->head_at, *n_read);
        stream->head_at += *n_read;
        return true;
    }
    ssize_t n = stream_read_more(stream, out, n_bytes, err);
    if (n < 0)
        return false;
    *n_read = (size_t)n;
    return stream_within_caps(stream, err);
}

bool document_read_whole(const struct document *document, size_t max_bytes,
                         struct document *whole, struct error *err)
{
    struct buf all;
    size_t n = 0;
    bool good = true;
    *whole = *document;
    if (!document->stream)
        return true;
    buf_init(&all);
    do {
        buf_reserve(&all, SOURCE_READ_BYTES);
        good = stream_read(document->stream, all.data + all.n_bytes,
                           SOURCE_READ_BYTES, &n, err);
        all.n_bytes += good ? n : 0;
        all.data[all.n_bytes] = '\0';
        if (good && all.n_bytes > max_bytes)
            good = error_set(err, _("is larger than %zu MB"), max_bytes >> 20);
    } while (good && n > 0);
    whole->n_bytes = all.n_bytes;
    whole->data = buf_steal(&all);
    whole->stream = NULL;
    return good;
}

void document_free_whole(const struct document *document,
                         struct document *whole)
{
    if (whole->data != document->data)
        free((char *)whole->data);
    *whole = *document;
}

/* Fills the head: to the end of the document, or DOCUMENT_WHOLE_BYTES. */
static bool read_head(struct source_walk *walk, struct stream *stream,
                      bool *whole, struct error *err)
{
    struct buf *head = &walk->head;
    buf_clear(head);
    *whole = false;
    while (head->n_bytes < DOCUMENT_WHOLE_BYTES) {
        buf_reserve(head, SOURCE_READ_BYTES);
        ssize_t n = stream_read_more(stream, head->data + head->n_bytes,
                                     SOURCE_READ_BYTES, err);
        if (n < 0)
            return false;
        if (n == 0) {
            *whole = true;
            return true;
        }
        head->n_bytes += (size_t)n;
        head->data[head->n_bytes] = '\0';
        if (!stream_within_caps(stream, err))
            return false;
    }
    return true;
}

/* ---- the walker ---- */

struct date source_date(time_t seconds)
{
    struct tm time;
    if (seconds <= 0 || !gmtime_r(&seconds, &time))
        return (struct date){0};
    return (struct date){.year = time.tm_year + 1900,
                         .month = time.tm_mon + 1,
                         .day = time.tm_mday};
}

void source_skip(struct source_walk *walk, const char *name, const char *reason)
{
    walk->walker->skip(walk->walker->user, name, reason);
}

/* The head goes along, as every member of the archive fills its own. */
static void pass_nested(struct source_walk *walk, struct stream *stream,
                        const char *name)
{
    struct error err;
    struct buf head = walk->head;
    buf_init(&walk->head);
    stream->head = &head;
    if (!source_walk_nested(walk, stream, name, &err))
        source_skip(walk, name, err.message);
    buf_finish(&walk->head);
    walk->head = head;
    stream->head = &walk->head;
}

void source_pass(struct source_walk *walk, struct stream *stream,
                 const char *name, time_t time)
{
    struct error err;
    bool whole;
    stream->head = &walk->head;
    if (!read_head(walk, stream, &whole, &err)) {
        source_skip(walk, name, err.message);
        return;
    }
    if (stream->archive && source_is_nested(name, &walk->head)) {
        pass_nested(walk, stream, name);
        return;
    }
    struct document document = {
        .name = name,
        .data = walk->head.data,
        .n_bytes = walk->head.n_bytes,
        .stream = whole ? NULL : stream,
        .retrieved = source_date(time),
    };
    if (!walk->walker->document(walk->walker->user, &document))
        walk->stopped = true;
}

void source_progress(struct source_walk *walk, const struct totals *totals)
{
    if (!walk->walker->progress(walk->walker->user,
                                walk->n_bytes_before + totals->n_bytes_in))
        walk->stopped = true;
}
