/* Ties a database to its write-ahead log. SQLite trusts any log that is
 * consistent in itself, so one restored from another time would replace pages
 * of the database with older ones. Therefore the database stores a mark
 * (log_mark) of the log that belongs to it, and of the last frame of that log
 * that was copied into it.
 *
 * This relies on the following: a checkpoint syncs the log, reads each frame
 * before it writes its page, and syncs the database at the end if it has copied
 * all frames; the header of a log is only read to recover the log. */
#include "data/page_sums_data.h"

#include <stddef.h>
#include <string.h>

#define MARK_OFFSET (PAGE_BYTES - MARK_BYTES)
#define MARK_TRIES 5
#define LOG_HEADER_BYTES 32
#define FRAME_HEADER_BYTES 24
#define FRAME_BYTES (FRAME_HEADER_BYTES + PAGE_BYTES)

/* Offsets in the headers: sqlite.org/fileformat2.html, 4.1. */
enum { HEADER_PAGE_SIZE = 8, HEADER_SALTS = 16, HEADER_SUMS = 24 };
enum { FRAME_COMMIT = 4, FRAME_SALTS = 8, FRAME_SUMS = 16 };

/* ---- the mark ---- */

static uint64_t check_of(const struct log_mark *mark)
{
    char page[PAGE_BYTES] = {0};
    memcpy(page, mark, offsetof(struct log_mark, check));
    return page_sum(0, page);
}

static bool is_set(const struct log_mark *mark)
{
    return mark->check != 0;
}

static bool is_valid(const struct log_mark *mark)
{
    static const struct log_mark none;
    return !memcmp(mark, &none, sizeof none) || mark->check == check_of(mark);
}

/* Reads the mark. If it is damaged, the file has failed, unless another process
 * was just writing the mark, so that reading it again helps. */
static int read_mark(struct summed_file *file, struct log_mark *mark)
{
    for (int i = 0; i < MARK_TRIES; i++) {
        *mark = (struct log_mark){0};
        int code = file->real->pMethods->xRead(file->real, mark, sizeof *mark,
                                               MARK_OFFSET);
        if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
            return code;
        if (is_valid(mark))
            return SQLITE_OK;
    }
    file->has_failed = true;
    return SQLITE_CORRUPT;
}

static int write_mark(struct summed_file *file, struct log_mark *mark)
{
    mark->check = check_of(mark);
    return file->real->pMethods->xWrite(file->real, mark, sizeof *mark,
                                        MARK_OFFSET);
}

/* Computes the root: a checksum over the checksums of all pages. */
static int find_root(struct summed_file *file, uint64_t *root)
{
    sqlite3_file *real = file->real;
    sqlite3_int64 n_bytes;
    char block[PAGE_BYTES];
    int code = real->pMethods->xFileSize(real, &n_bytes);
    *root = 0;
    for (sqlite3_int64 i = 0; code == SQLITE_OK && i * GROUP_BYTES < n_bytes;
         i++) {
        code = real->pMethods->xRead(real, block, PAGE_BYTES, i * GROUP_BYTES);
        if (code == SQLITE_IOERR_SHORT_READ)
            code = SQLITE_OK;
        memset(block + MARK_OFFSET, 0, MARK_BYTES);
        *root ^= page_sum(i, block);
    }
    return code;
}

/* A root that differs proves damage only if the mark has not changed since:
 * another connection may be writing. */
bool page_log_is_whole(struct summed_file *file)
{
    struct log_mark before, after;
    uint64_t root;
    if (read_mark(file, &before) != SQLITE_OK)
        return !file->has_failed;
    if (!is_set(&before) || before.is_open ||
        find_root(file, &root) != SQLITE_OK || root == before.root)
        return true;
    return read_mark(file, &after) != SQLITE_OK ||
           memcmp(&before, &after, sizeof after) != 0;
}

/* ---- frames ---- */

static int read_log(const struct log_file *log, void *out, int n_bytes,
                    sqlite3_int64 at)
{
    return log->real->pMethods->xRead(log->real, out, n_bytes, at);
}

static sqlite3_int64 frame_offset(uint32_t frame)
{
    return LOG_HEADER_BYTES + (sqlite3_int64)(frame - 1) * FRAME_BYTES;
}

/* Marks a frame as copied into the database, unless a later one is marked. */
static int mark_frame(struct log_mark *mark, const struct log_file *log)
{
    unsigned char header[FRAME_HEADER_BYTES];
    int code = read_log(log, header, sizeof header, frame_offset(log->frame));
    if (code != SQLITE_OK)
        return code;
    bool is_same =
        !memcmp(mark->salts, header + FRAME_SALTS, sizeof mark->salts);
    if (is_same && mark->frame >= log->frame)
        return SQLITE_OK;
    memcpy(mark->salts, header + FRAME_SALTS, sizeof mark->salts);
    memcpy(mark->sums, header + FRAME_SUMS, sizeof mark->sums);
    mark->frame = log->frame;
    return SQLITE_OK;
}

/* Opens the mark before a page is written. A new file without a log has no mark
 * yet, and gets none here. */
int page_log_begin(struct summed_file *file)
{
    const struct log_file *log = file->log;
    struct log_mark *mark = &file->mark;
    bool has_frame = log && log->frame;
    if (file->is_changing && (!has_frame || log->frame <= mark->frame))
        return SQLITE_OK;
    int code = file->is_changing ? SQLITE_OK : read_mark(file, mark);
    if (code == SQLITE_OK && has_frame)
        code = mark_frame(mark, log);
    if (code != SQLITE_OK || (!is_set(mark) && !log))
        return code;
    file->is_changing = true;
    mark->is_open = 1;
    return write_mark(file, mark);
}

int page_log_end(struct summed_file *file)
{
    struct log_mark mark;
    sqlite3_int64 n_bytes;
    int code = file->real->pMethods->xFileSize(file->real, &n_bytes);
    file->is_changing = false;
    if (code != SQLITE_OK || n_bytes < 2 * PAGE_BYTES)
        return code;
    code = read_mark(file, &mark);
    if (code != SQLITE_OK || (is_set(&mark) && !mark.is_open))
        return code;
    code = find_root(file, &mark.root);
    mark.is_open = 0;
    return code == SQLITE_OK ? write_mark(file, &mark) : code;
}

/* ---- recovery ---- */

static uint32_t big_endian(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 |
           (uint32_t)bytes[2] << 8 | bytes[3];
}

static uint32_t little_endian(const unsigned char *bytes)
{
    return (uint32_t)bytes[3] << 24 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[1] << 8 | bytes[0];
}

/* The log's own checksum, which is cumulative over its frames. */
struct log_sum {
    uint32_t (*word)(const unsigned char *bytes);
    uint32_t sums[2];
};

static void add_to_sum(struct log_sum *sum, const unsigned char *bytes,
                       size_t n_bytes)
{
    for (size_t at = 0; at < n_bytes; at += 8) {
        sum->sums[0] += sum->word(bytes + at) + sum->sums[1];
        sum->sums[1] += sum->word(bytes + at + 4) + sum->sums[0];
    }
}

static bool is_sum(const struct log_sum *sum, const unsigned char *sums)
{
    return big_endian(sums) == sum->sums[0] &&
           big_endian(sums + 4) == sum->sums[1];
}

/* Tells whether the frames are valid up to the marked one and on to the end of
 * its transaction. SQLite would ignore all frames from the first invalid one
 * on. */
static bool has_marked_frame(const struct log_file *log,
                             const struct log_mark *mark, struct log_sum *sum)
{
    unsigned char frame[FRAME_BYTES];
    for (uint32_t i = 1;; i++) {
        if (read_log(log, frame, sizeof frame, frame_offset(i)) != SQLITE_OK)
            return false;
        add_to_sum(sum, frame, FRAME_SALTS);
        add_to_sum(sum, frame + FRAME_HEADER_BYTES, PAGE_BYTES);
        if (memcmp(frame + FRAME_SALTS, mark->salts, sizeof mark->salts) ||
            !is_sum(sum, frame + FRAME_SUMS))
            return false;
        if (i == mark->frame &&
            memcmp(frame + FRAME_SUMS, mark->sums, sizeof mark->sums))
            return false;
        if (i >= mark->frame && big_endian(frame + FRAME_COMMIT))
            return true;
    }
}

/* Tells whether a log belongs to the database, and the database has no page
 * from a later one. */
static bool is_log_of(const struct log_file *log, const struct log_mark *mark,
                      const unsigned char *header)
{
    struct log_sum sum = {.word = header[3] & 1 ? big_endian : little_endian};
    add_to_sum(&sum, header, HEADER_SUMS);
    return is_sum(&sum, header + HEADER_SUMS) &&
           big_endian(header + HEADER_PAGE_SIZE) == PAGE_BYTES &&
           !memcmp(header + HEADER_SALTS, mark->salts, sizeof mark->salts) &&
           (!mark->frame || has_marked_frame(log, mark, &sum));
}

static int fail(struct summed_file *file)
{
    file->has_failed = true;
    return SQLITE_CORRUPT;
}

/* ---- the log as SQLite sees it ---- */

static struct log_file *log_of(sqlite3_file *base)
{
    return (struct log_file *)base;
}

static int on_close(sqlite3_file *base)
{
    struct log_file *log = log_of(base);
    log->database->log = NULL;
    return log->real->pMethods->xClose(log->real);
}

static int on_read(sqlite3_file *base, void *out, int n_bytes, sqlite3_int64 at)
{
    struct log_file *log = log_of(base);
    struct log_mark mark;
    int code = read_log(log, out, n_bytes, at);
    if (code != SQLITE_OK)
        return code;
    if (n_bytes == PAGE_BYTES)
        log->frame = (uint32_t)((at - LOG_HEADER_BYTES) / FRAME_BYTES + 1);
    if (at != 0 || n_bytes != LOG_HEADER_BYTES)
        return SQLITE_OK;
    code = read_mark(log->database, &mark);
    if (code != SQLITE_OK || is_log_of(log, &mark, out))
        return code;
    return fail(log->database);
}

static int on_write(sqlite3_file *base, const void *bytes, int n_bytes,
                    sqlite3_int64 at)
{
    struct log_file *log = log_of(base);
    struct log_mark mark;
    const unsigned char *header = bytes;
    int code = SQLITE_OK;
    if (at == 0 && n_bytes == LOG_HEADER_BYTES) {
        code = read_mark(log->database, &mark);
        memcpy(mark.salts, header + HEADER_SALTS, sizeof mark.salts);
        mark.frame = 0;
        if (code == SQLITE_OK)
            code = write_mark(log->database, &mark);
    }
    return code == SQLITE_OK
               ? log->real->pMethods->xWrite(log->real, bytes, n_bytes, at)
               : code;
}

static int on_truncate(sqlite3_file *base, sqlite3_int64 n_bytes)
{
    sqlite3_file *real = log_of(base)->real;
    return real->pMethods->xTruncate(real, n_bytes);
}

/* A checkpoint syncs the log before it writes pages. Forgets what is known of
 * the mark, since another connection may have written to the database since the
 * last checkpoint. */
static int on_sync(sqlite3_file *base, int flags)
{
    struct log_file *log = log_of(base);
    log->database->is_changing = false;
    log->frame = 0;
    return log->real->pMethods->xSync(log->real, flags);
}

/* SQLite asks for the size to recover the log. Without frames, the database
 * must be complete by itself. */
static int on_size(sqlite3_file *base, sqlite3_int64 *n_bytes)
{
    struct log_file *log = log_of(base);
    struct log_mark mark;
    int code = log->real->pMethods->xFileSize(log->real, n_bytes);
    if (code != SQLITE_OK || *n_bytes > LOG_HEADER_BYTES)
        return code;
    code = read_mark(log->database, &mark);
    return code == SQLITE_OK && mark.is_open ? fail(log->database) : code;
}

static int on_control(sqlite3_file *base, int operation, void *argument)
{
    sqlite3_file *real = log_of(base)->real;
    return real->pMethods->xFileControl(real, operation, argument);
}

static int on_sector_size(sqlite3_file *base)
{
    sqlite3_file *real = log_of(base)->real;
    return real->pMethods->xSectorSize(real);
}

static int on_characteristics(sqlite3_file *base)
{
    sqlite3_file *real = log_of(base)->real;
    return real->pMethods->xDeviceCharacteristics(real);
}

/* A log is never locked, so the methods for locks are absent. */
static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = on_close,
    .xRead = on_read,
    .xWrite = on_write,
    .xTruncate = on_truncate,
    .xSync = on_sync,
    .xFileSize = on_size,
    .xFileControl = on_control,
    .xSectorSize = on_sector_size,
    .xDeviceCharacteristics = on_characteristics,
};

static int open_log(sqlite3_vfs *real_vfs, const char *name,
                    struct log_file *log, int flags, int *out_flags)
{
    struct summed_file *database = log->database;
    log->real = (sqlite3_file *)(log + 1);
    int code = real_vfs->xOpen(real_vfs, name, log->real, flags, out_flags);
    if (code != SQLITE_OK)
        return code;
    log->base.pMethods = &methods;
    database->log = log;
    return SQLITE_OK;
}

/* Opens a log or a rollback journal. A database that has a log never has a
 * rollback journal: one that exists is from another time. */
int page_log_open(sqlite3_vfs *real_vfs, const char *name, sqlite3_file *base,
                  int flags, int *out_flags)
{
    struct summed_file *database =
        (struct summed_file *)sqlite3_database_file_object(name);
    struct log_mark mark;
    if (flags & SQLITE_OPEN_WAL) {
        *log_of(base) = (struct log_file){.database = database};
        return open_log(real_vfs, name, log_of(base), flags, out_flags);
    }
    base->pMethods = NULL;
    int code = read_mark(database, &mark);
    if (code == SQLITE_OK && (mark.salts[0] || mark.salts[1]))
        code = fail(database);
    return code == SQLITE_OK
               ? real_vfs->xOpen(real_vfs, name, base, flags, out_flags)
               : code;
}
