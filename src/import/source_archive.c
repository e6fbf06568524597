/* Archives, member by member. [libarchive] */
#include "import/source_walk.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strs.h"

bool source_is_archive(const char *head, size_t n_bytes)
{
    static const struct {
        const char *magic;
        size_t n_bytes, at;
    } kinds[] = {
        {"PK\003\004", 4, 0},
        {"PK\005\006", 4, 0},
        {"\xFD"
         "7zXZ\0",
         6, 0},
        {"\x1F\x8B", 2, 0},
        {"BZh", 3, 0},
        {"\x28\xB5\x2F\xFD", 4, 0},
        {"ustar", 5, 257},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (n_bytes >= kinds[i].at + kinds[i].n_bytes &&
            memcmp(head + kinds[i].at, kinds[i].magic, kinds[i].n_bytes) == 0)
            return true;
    return false;
}

/* Only formats that libarchive reads by itself: some of its filters start
 * other programs. */
static struct archive *archive_new(struct error *err)
{
    struct archive *archive = archive_read_new();
    if (!archive) {
        error_set(err, _("not enough memory to read an archive"));
        return NULL;
    }
    archive_read_support_filter_xz(archive);
    archive_read_support_filter_gzip(archive);
    archive_read_support_filter_bzip2(archive);
    archive_read_support_filter_zstd(archive);
    archive_read_support_format_tar(archive);
    archive_read_support_format_zip(archive);
    return archive;
}

/* Reads the rest of a member, which libarchive would unpack all the same to
 * get to the next one: here it counts. Past the caps of a source, the walk of
 * the archive ends; a member that is too large alone is told. */
static void drain(struct source_walk *walk, struct stream *stream,
                  const char *name)
{
    char bytes[4096]; /* mostly for nothing but the end */
    struct error err;
    bool told = stream->n_bytes > SOURCE_MEMBER_BYTES;
    ssize_t n = 1;
    while (n > 0) {
        n = stream_read_more(stream, bytes, sizeof bytes, &err);
        if (n <= 0)
            break;
        struct stream whole = {
            .fd = -1, .archive = stream->archive, .totals = stream->totals};
        if (!stream_within_caps(&whole, &err))
            return; /* source_walk_archive tells it */
        if (!told && !stream_within_caps(stream, &err)) {
            source_skip(walk, name, err.message);
            told = true;
        }
    }
}

static bool is_outside(const char *path)
{
    if (path[0] == '/')
        return true;
    for (const char *at = path; at; at = strchr(at, '/')) {
        at += *at == '/';
        if (strncmp(at, "..", 2) == 0 && (at[2] == '/' || at[2] == '\0'))
            return true;
    }
    return false;
}

static bool is_hidden(const char *path)
{
    const char *slash = strrchr(path, '/');
    return (slash ? slash[1] : path[0]) == '.';
}

static void pass_member(struct source_walk *walk, struct archive *archive,
                        struct archive_entry *entry, const char *name,
                        struct totals *totals)
{
    const char *path = archive_entry_pathname(entry);
    unsigned type = archive_entry_filetype(entry);
    if (type == AE_IFDIR || (path && is_hidden(path)))
        return;
    struct buf full;
    buf_init(&full);
    buf_printf(&full, "%s: %s", name, path ? path : _("(no name)"));
    if (!path || is_outside(path)) {
        source_skip(walk, full.data, _("its path leads out of the archive"));
    } else if (type != AE_IFREG) {
        source_skip(walk, full.data, _("not a regular file"));
    } else {
        struct stream stream = {.fd = -1, .archive = archive, .totals = totals};
        source_pass(walk, &stream, full.data, archive_entry_mtime(entry));
        if (!walk->stopped)
            drain(walk, &stream, full.data);
    }
    buf_finish(&full);
}

static bool walk_members(struct source_walk *walk, struct archive *archive,
                         struct totals *totals, const char *path,
                         struct error *err)
{
    struct archive_entry *entry;
    int result = ARCHIVE_OK;
    bool capped = false;
    while (!walk->stopped && !capped &&
           (result = archive_read_next_header(archive, &entry)) >=
               ARCHIVE_WARN &&
           result != ARCHIVE_EOF) {
        pass_member(walk, archive, entry, path, totals);
        totals->n_bytes_in =
            (uint64_t)archive_filter_bytes(totals->archive, -1);
        source_progress(walk, totals);
        /* What is past a cap is not read on, not even to be passed over. */
        struct stream whole = {.fd = -1, .archive = archive, .totals = totals};
        capped = !stream_within_caps(&whole, err);
    }
    bool good = !capped && result == ARCHIVE_EOF;
    if (!good && !capped && !walk->stopped)
        stream_archive_error(archive, err);
    return good || walk->stopped;
}

bool source_walk_archive(struct source_walk *walk, int fd, const char *path,
                         struct error *err)
{
    struct archive *archive = archive_new(err);
    struct totals totals = {.archive = archive};
    if (!archive)
        return false;
    bool good =
        archive_read_open_fd(archive, fd, SOURCE_READ_BYTES) == ARCHIVE_OK ||
        stream_archive_error(archive, err);
    good = good && walk_members(walk, archive, &totals, path, err);
    walk->n_bytes_before += totals.n_bytes_in;
    archive_read_free(archive);
    return good;
}

/* ---- one in another ---- */

struct nested {
    struct stream *stream;
    char bytes[SOURCE_READ_BYTES];
};

static la_ssize_t read_nested(struct archive *archive, void *user,
                              const void **bytes)
{
    struct nested *nested = user;
    struct error err;
    size_t n;
    if (!stream_read(nested->stream, nested->bytes, sizeof nested->bytes, &n,
                     &err)) {
        archive_set_error(archive, ARCHIVE_FATAL, "%s", err.message);
        return -1;
    }
    *bytes = nested->bytes;
    return (la_ssize_t)n;
}

bool source_is_nested(const char *name, const struct buf *head)
{
    static const char *const endings[] = {".zip", ".tar", ".tgz", ".tar.gz",
                                          ".tar.xz"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_ends(name, endings[i]))
            return source_is_archive(head->data, head->n_bytes);
    return false;
}

bool source_walk_nested(struct source_walk *walk, struct stream *stream,
                        const char *name, struct error *err)
{
    if (walk->depth == SOURCE_MAX_DEPTH)
        return error_set(err, _("an archive within more than %d others"),
                         SOURCE_MAX_DEPTH);
    struct archive *archive = archive_new(err);
    struct nested *nested = mem_calloc(1, sizeof *nested);
    nested->stream = stream;
    bool good = archive &&
                (archive_read_open(archive, nested, NULL, read_nested, NULL) ==
                     ARCHIVE_OK ||
                 stream_archive_error(archive, err));
    walk->depth++;
    good = good && walk_members(walk, archive, stream->totals, name, err);
    walk->depth--;
    archive_read_free(archive);
    free(nested);
    return good;
}
