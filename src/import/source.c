/* Where documents come from: files, folders and archives. [libarchive] */
#include "import/source.h"

#include <archive.h>
#include <archive_entry.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/strs.h"

#define READ_BYTES ((size_t)64 * 1024)
#define HEAD_BYTES ((size_t)512)

/* A document's bytes: those read already, then the rest. */
struct stream {
    const struct buf *head;
    size_t head_at;
    int fd;                  /* a file; -1: a member of archive */
    struct archive *archive; /* NULL: a file */
    uint64_t n_bytes;        /* of this document, read so far */
    struct totals *totals;
};

/* What all of one source has cost. */
struct totals {
    uint64_t n_bytes_in;  /* read from the disk */
    uint64_t n_bytes_out; /* that came out */
};

struct walk {
    const struct source_walker *walker;
    struct buf head;         /* of the document, or all of it */
    uint64_t n_bytes_before; /* sources that are done */
    bool stopped;
};

static struct date date_of(time_t seconds)
{
    struct tm time;
    if (seconds <= 0 || !gmtime_r(&seconds, &time))
        return (struct date){0};
    return (struct date){.year = time.tm_year + 1900,
                         .month = time.tm_mon + 1,
                         .day = time.tm_mday};
}

static bool set_archive_error(struct archive *archive, struct error *err)
{
    const char *reason = archive_error_string(archive);
    return error_set(err, "the archive is damaged or cut short (%s)",
                     reason ? reason : "no reason given");
}

/* ---- reading, with the caps ---- */

static bool within_caps(const struct stream *stream, struct error *err)
{
    const struct totals *totals = stream->totals;
    if (stream->n_bytes > SOURCE_MEMBER_BYTES)
        return error_set(err, "larger than %d MB",
                         (int)(SOURCE_MEMBER_BYTES >> 20));
    if (totals->n_bytes_out > SOURCE_TOTAL_BYTES)
        return error_set(err, "the source is larger than %d GB",
                         (int)(SOURCE_TOTAL_BYTES >> 30));
    if (stream->archive && totals->n_bytes_out > SOURCE_RATIO_FROM &&
        totals->n_bytes_out / SOURCE_RATIO > totals->n_bytes_in)
        return error_set(err, "unpacks to more than %d times its size",
                         SOURCE_RATIO);
    return true;
}

static ssize_t read_more(struct stream *stream, char *out, size_t n_bytes,
                         struct error *err)
{
    ssize_t n;
    if (stream->archive) {
        n = archive_read_data(stream->archive, out, n_bytes);
        stream->totals->n_bytes_in =
            (uint64_t)archive_filter_bytes(stream->archive, -1);
        if (n < 0)
            set_archive_error(stream->archive, err);
        return n;
    }
    do
        n = read(stream->fd, out, n_bytes);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        error_set(err, "%s", strerror(errno));
    else
        stream->totals->n_bytes_in += (uint64_t)n;
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
    ssize_t n = read_more(stream, out, n_bytes, err);
    if (n < 0)
        return false;
    *n_read = (size_t)n;
    stream->n_bytes += (uint64_t)n;
    stream->totals->n_bytes_out += (uint64_t)n;
    return within_caps(stream, err);
}

/* Fills the head: to the end of the document, or DOCUMENT_WHOLE_BYTES. */
static bool read_head(struct walk *walk, struct stream *stream, bool *whole,
                      struct error *err)
{
    struct buf *head = &walk->head;
    buf_clear(head);
    *whole = false;
    while (head->n_bytes < DOCUMENT_WHOLE_BYTES) {
        buf_reserve(head, READ_BYTES);
        ssize_t n =
            read_more(stream, head->data + head->n_bytes, READ_BYTES, err);
        if (n < 0)
            return false;
        if (n == 0) {
            *whole = true;
            return true;
        }
        head->n_bytes += (size_t)n;
        head->data[head->n_bytes] = '\0';
        stream->n_bytes += (uint64_t)n;
        stream->totals->n_bytes_out += (uint64_t)n;
        if (!within_caps(stream, err))
            return false;
    }
    return true;
}

/* Tells the walker of a skipped document. */
static void skip(struct walk *walk, const char *name, const char *reason)
{
    walk->walker->skip(walk->walker->user, name, reason);
}

static void pass_document(struct walk *walk, struct stream *stream,
                          const char *name, time_t time)
{
    struct error err;
    bool whole;
    stream->head = &walk->head;
    if (!read_head(walk, stream, &whole, &err)) {
        skip(walk, name, err.message);
        return;
    }
    struct document document = {
        .name = name,
        .data = walk->head.data,
        .n_bytes = walk->head.n_bytes,
        .stream = whole ? NULL : stream,
        .retrieved = date_of(time),
    };
    if (!walk->walker->document(walk->walker->user, &document))
        walk->stopped = true;
}

static void report_progress(struct walk *walk, const struct totals *totals)
{
    if (!walk->walker->progress(walk->walker->user,
                                walk->n_bytes_before + totals->n_bytes_in))
        walk->stopped = true;
}

/* ---- archives ---- */

static bool is_archive(const char *head, size_t n_bytes)
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
static struct archive *archive_new(int fd, struct error *err)
{
    struct archive *archive = archive_read_new();
    if (!archive) {
        error_set(err, "no memory for reading an archive");
        return NULL;
    }
    archive_read_support_filter_xz(archive);
    archive_read_support_filter_gzip(archive);
    archive_read_support_filter_bzip2(archive);
    archive_read_support_filter_zstd(archive);
    archive_read_support_format_tar(archive);
    archive_read_support_format_zip(archive);
    if (archive_read_open_fd(archive, fd, READ_BYTES) != ARCHIVE_OK) {
        set_archive_error(archive, err);
        archive_read_free(archive);
        return NULL;
    }
    return archive;
}

/* Reads the rest of a member, which libarchive would unpack all the same to
 * get to the next one: here it counts. Past the caps of a source, the walk of
 * the archive ends; a member that is too large alone is told. */
static void drain(struct walk *walk, struct stream *stream, const char *name)
{
    char bytes[READ_BYTES];
    struct error err;
    bool told = stream->n_bytes > SOURCE_MEMBER_BYTES;
    ssize_t n = 1;
    while (n > 0) {
        n = read_more(stream, bytes, sizeof bytes, &err);
        if (n <= 0)
            break;
        stream->n_bytes += (uint64_t)n;
        stream->totals->n_bytes_out += (uint64_t)n;
        struct stream whole = {.archive = stream->archive,
                               .totals = stream->totals};
        if (!within_caps(&whole, &err))
            return; /* walk_archive tells it */
        if (!told && !within_caps(stream, &err)) {
            skip(walk, name, err.message);
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

static void pass_member(struct walk *walk, struct archive *archive,
                        struct archive_entry *entry, const char *name,
                        struct totals *totals)
{
    const char *path = archive_entry_pathname(entry);
    unsigned type = archive_entry_filetype(entry);
    if (type == AE_IFDIR || (path && is_hidden(path)))
        return;
    struct buf full;
    buf_init(&full);
    buf_printf(&full, "%s: %s", name, path ? path : "(no name)");
    if (!path || is_outside(path)) {
        skip(walk, full.data, "its path leads out of the archive");
    } else if (type != AE_IFREG) {
        skip(walk, full.data, "is not a regular file");
    } else {
        struct stream stream = {.fd = -1, .archive = archive, .totals = totals};
        pass_document(walk, &stream, full.data, archive_entry_mtime(entry));
        if (!walk->stopped)
            drain(walk, &stream, full.data);
    }
    buf_finish(&full);
}

static bool walk_archive(struct walk *walk, int fd, const char *path,
                         struct error *err)
{
    struct archive *archive = archive_new(fd, err);
    if (!archive)
        return false;
    struct totals totals = {0};
    struct archive_entry *entry;
    int result = ARCHIVE_OK;
    bool capped = false;
    while (!walk->stopped && !capped &&
           (result = archive_read_next_header(archive, &entry)) >=
               ARCHIVE_WARN &&
           result != ARCHIVE_EOF) {
        pass_member(walk, archive, entry, path, &totals);
        totals.n_bytes_in = (uint64_t)archive_filter_bytes(archive, -1);
        report_progress(walk, &totals);
        /* What is past a cap is not read on, not even to be passed over. */
        struct stream whole = {.archive = archive, .totals = &totals};
        capped = !within_caps(&whole, err);
    }
    bool good = !capped && result == ARCHIVE_EOF;
    if (!good && !capped && !walk->stopped)
        set_archive_error(archive, err);
    walk->n_bytes_before += totals.n_bytes_in;
    archive_read_free(archive);
    return good || walk->stopped;
}

/* ---- files and folders ---- */

static bool walk_file(struct walk *walk, int fd, const char *path,
                      const struct stat *info, struct error *err)
{
    char head[HEAD_BYTES];
    ssize_t n = pread(fd, head, sizeof head, 0);
    if (n < 0)
        return error_set(err, "%s", strerror(errno));
    if (is_archive(head, (size_t)n))
        return walk_archive(walk, fd, path, err);
    struct totals totals = {0};
    struct stream stream = {.fd = fd, .totals = &totals};
    pass_document(walk, &stream, path, info->st_mtime);
    report_progress(walk, &totals);
    walk->n_bytes_before += (uint64_t)info->st_size;
    return true;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Puts the folder's names on the stack, so that the first is on top. */
static bool push_folder(struct strs *stack, int fd, const char *path,
                        struct error *err)
{
    DIR *folder = fdopendir(fd);
    if (!folder) {
        close(fd);
        return error_set(err, "%s", strerror(errno));
    }
    struct strs names;
    strs_init(&names);
    const struct dirent *entry;
    while ((entry = readdir(folder)))
        if (entry->d_name[0] != '.')
            strs_add(&names, entry->d_name);
    closedir(folder);
    if (names.n > 0)
        qsort(names.items, names.n, sizeof *names.items, compare_names);
    for (size_t i = names.n; i > 0; i--) {
        char *full = file_join(path, names.items[i - 1]);
        strs_add(stack, full);
        free(full);
    }
    strs_finish(&names);
    return true;
}

static bool walk_one(struct walk *walk, struct strs *stack, const char *path,
                     bool is_root, struct error *err)
{
    int flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC |
                (is_root ? 0 : O_NOFOLLOW);
    int fd = open(path, flags);
    if (fd < 0)
        return error_set(
            err, "%s", errno == ELOOP ? "is a symbolic link" : strerror(errno));
    struct stat info;
    bool good = false;
    if (fstat(fd, &info) != 0)
        error_set(err, "%s", strerror(errno));
    else if (S_ISDIR(info.st_mode))
        return push_folder(stack, fd, path, err);
    else if (S_ISREG(info.st_mode))
        good = walk_file(walk, fd, path, &info, err);
    else
        error_set(err, "is not a regular file, folder or archive");
    close(fd);
    return good;
}

bool source_walk(const char *path, const struct source_walker *walker,
                 struct error *err)
{
    struct walk walk = {.walker = walker};
    struct strs stack;
    buf_init(&walk.head);
    strs_init(&stack);
    bool good = walk_one(&walk, &stack, path, true, err);
    while (good && stack.n > 0 && !walk.stopped) {
        char *next = stack.items[--stack.n];
        struct error reason;
        if (!walk_one(&walk, &stack, next, false, &reason))
            skip(&walk, next, reason.message);
        free(next);
    }
    if (good && walk.stopped)
        good = error_set(err, "stopped");
    strs_finish(&stack);
    buf_finish(&walk.head);
    return good;
}

uint64_t source_size(const char *path)
{
    struct stat info;
    if (stat(path, &info) != 0 || !S_ISREG(info.st_mode))
        return 0;
    return (uint64_t)info.st_size;
}
