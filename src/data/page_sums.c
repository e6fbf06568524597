/* A VFS that verifies a checksum of every page that it reads. */
#include "data/page_sums.h"

#include <string.h>

#include "data/page_sums_data.h"

#define NAME "medfaq-page-sums"

/* The operation of sqlite3_file_control that page_sums_have_failed uses; those
 * below 100 are reserved for SQLite. */
#define OP_HAVE_FAILED 0x6D656466

static sqlite3_vfs *real_vfs;

static struct summed_file *file_of(sqlite3_file *base)
{
    return (struct summed_file *)base;
}

/* ---- checksums ---- */

static uint64_t rotate(uint64_t word, int n)
{
    return word << n | word >> (64 - n);
}

static uint64_t mix(uint64_t sum, uint64_t word)
{
    return rotate(sum + word * 0xC2B2AE3D27D4EB4Fu, 31) * 0x9E3779B185EBCA87u;
}

/* 0 stands for a page that was not written. Four sums are computed in parallel
 * to keep the processor busy. */
uint64_t page_sum(sqlite3_int64 number, const void *bytes)
{
    uint64_t sums[4], words[4];
    for (unsigned i = 0; i < 4; i++)
        sums[i] = mix(i + 1, (uint64_t)number);
    for (size_t at = 0; at < PAGE_BYTES; at += sizeof words) {
        memcpy(words, (const char *)bytes + at, sizeof words);
        for (unsigned i = 0; i < 4; i++)
            sums[i] = mix(sums[i], words[i]);
    }
    uint64_t sum = mix(mix(mix(sums[0], sums[1]), sums[2]), sums[3]);
    sum ^= sum >> 33;
    return sum ? sum : 1;
}

/* Return the offset of a page in the real file, and that of its checksum. */
static sqlite3_int64 page_offset(sqlite3_int64 page)
{
    return (page + page / GROUP_PAGES + 1) * PAGE_BYTES;
}

static sqlite3_int64 sum_offset(sqlite3_int64 page)
{
    return page / GROUP_PAGES * GROUP_BYTES +
           page % GROUP_PAGES * (sqlite3_int64)sizeof(uint64_t);
}

/* Returns the checksums of a group if they are in memory, or NULL. */
static struct group_sums *find_sums(struct summed_file *file,
                                    sqlite3_int64 group)
{
    struct group_sums *sums = file->groups[group % GROUPS_KEPT];
    return sums && sums->group == group ? sums : NULL;
}

/* Reads the checksums of a group in place of those of another. The rest of a
 * short block is zero. */
static int read_sums(struct summed_file *file, sqlite3_int64 group)
{
    struct group_sums **sums = &file->groups[group % GROUPS_KEPT];
    if (!*sums)
        *sums = sqlite3_malloc(sizeof **sums);
    if (!*sums)
        return SQLITE_NOMEM;
    int code = file->real->pMethods->xRead(
        file->real, (*sums)->sums, sizeof(*sums)->sums, group * GROUP_BYTES);
    bool is_read = code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ;
    (*sums)->group = is_read ? group : -1;
    return is_read ? SQLITE_OK : code;
}

static void forget_sums(struct summed_file *file)
{
    for (int i = 0; i < GROUPS_KEPT; i++) {
        sqlite3_free(file->groups[i]);
        file->groups[i] = NULL;
    }
}

/* Checks the content of a page. Checksums in memory may be older than a page
 * that another connection has written, so only a mismatch with fresh ones
 * counts. */
static int check_page(struct summed_file *file, sqlite3_int64 page,
                      const void *bytes)
{
    uint64_t sum = page_sum(page, bytes);
    sqlite3_int64 group = page / GROUP_PAGES, place = page % GROUP_PAGES;
    const struct group_sums *known = find_sums(file, group);
    if (known && known->sums[place] == sum)
        return SQLITE_OK;
    int code = read_sums(file, group);
    if (code != SQLITE_OK || find_sums(file, group)->sums[place] == sum)
        return code;
    file->has_failed = true;
    return SQLITE_CORRUPT;
}

/* ---- pages ---- */

/* Checks a short read: unless the file ends where the page would begin, it was
 * truncated. */
static int check_end(struct summed_file *file, sqlite3_int64 page)
{
    sqlite3_int64 n_bytes;
    int code = file->real->pMethods->xFileSize(file->real, &n_bytes);
    if (code != SQLITE_OK)
        return code;
    if (n_bytes <= page_offset(page))
        return SQLITE_IOERR_SHORT_READ;
    file->has_failed = true;
    return SQLITE_CORRUPT;
}

static int read_page(struct summed_file *file, sqlite3_int64 page, void *out)
{
    int code = file->real->pMethods->xRead(file->real, out, PAGE_BYTES,
                                           page_offset(page));
    if (code == SQLITE_IOERR_SHORT_READ)
        return check_end(file, page);
    return code == SQLITE_OK ? check_page(file, page, out) : code;
}

/* Reads a part of a page. SQLite reads the beginning of the first page before
 * it has a lock, when another connection may be writing it, so that is not
 * checked; SQLite reads the whole page later. */
static int read_part(struct summed_file *file, void *out, int n_bytes,
                     sqlite3_int64 at)
{
    sqlite3_int64 page = at / PAGE_BYTES;
    int start = (int)(at % PAGE_BYTES);
    char bytes[PAGE_BYTES];
    if (page == 0)
        return file->real->pMethods->xRead(file->real, out, n_bytes,
                                           page_offset(0) + at);
    if (start + n_bytes > PAGE_BYTES)
        return SQLITE_IOERR_READ;
    int code = read_page(file, page, bytes);
    memcpy(out, bytes + start, (size_t)n_bytes);
    return code;
}

static int on_read(sqlite3_file *base, void *out, int n_bytes, sqlite3_int64 at)
{
    struct summed_file *file = file_of(base);
    if (file->is_plain)
        return SQLITE_NOTADB;
    if (file->has_failed)
        return SQLITE_CORRUPT;
    if (n_bytes == PAGE_BYTES && at % PAGE_BYTES == 0)
        return read_page(file, at / PAGE_BYTES, out);
    return read_part(file, out, n_bytes, at);
}

/* SQLite writes whole pages. No connection reads the page meanwhile: the writer
 * has the lock, or readers find the page in the log. */
static int on_write(sqlite3_file *base, const void *bytes, int n_bytes,
                    sqlite3_int64 at)
{
    struct summed_file *file = file_of(base);
    sqlite3_int64 page = at / PAGE_BYTES;
    if (n_bytes != PAGE_BYTES || at % PAGE_BYTES)
        return SQLITE_IOERR_WRITE;
    uint64_t sum = page_sum(page, bytes);
    int code = page_log_begin(file);
    if (code == SQLITE_OK)
        code = file->real->pMethods->xWrite(file->real, bytes, PAGE_BYTES,
                                            page_offset(page));
    if (code == SQLITE_OK)
        code = file->real->pMethods->xWrite(file->real, &sum, sizeof sum,
                                            sum_offset(page));
    struct group_sums *known = find_sums(file, page / GROUP_PAGES);
    if (known)
        known->sums[page % GROUP_PAGES] = sum;
    return code;
}

static int on_truncate(sqlite3_file *base, sqlite3_int64 n_bytes)
{
    struct summed_file *file = file_of(base);
    sqlite3_int64 n_pages = (n_bytes + PAGE_BYTES - 1) / PAGE_BYTES;
    sqlite3_int64 end = n_pages ? page_offset(n_pages - 1) + PAGE_BYTES : 0;
    forget_sums(file);
    int code = page_log_begin(file);
    return code == SQLITE_OK ? file->real->pMethods->xTruncate(file->real, end)
                             : code;
}

static int on_size(sqlite3_file *base, sqlite3_int64 *n_bytes)
{
    struct summed_file *file = file_of(base);
    sqlite3_int64 all;
    int code = file->real->pMethods->xFileSize(file->real, &all);
    if (code != SQLITE_OK)
        return code;
    sqlite3_int64 rest = all % GROUP_BYTES - PAGE_BYTES;
    *n_bytes =
        all / GROUP_BYTES * GROUP_PAGES * PAGE_BYTES + (rest > 0 ? rest : 0);
    return SQLITE_OK;
}

/* ---- passed on ---- */

static int on_close(sqlite3_file *base)
{
    sqlite3_file *real = file_of(base)->real;
    forget_sums(file_of(base));
    return real->pMethods->xClose(real);
}

static int on_sync(sqlite3_file *base, int flags)
{
    struct summed_file *file = file_of(base);
    int code = file->real->pMethods->xSync(file->real, flags);
    return code == SQLITE_OK ? page_log_end(file) : code;
}

static int on_lock(sqlite3_file *base, int lock)
{
    sqlite3_file *real = file_of(base)->real;
    return real->pMethods->xLock(real, lock);
}

static int on_unlock(sqlite3_file *base, int lock)
{
    sqlite3_file *real = file_of(base)->real;
    return real->pMethods->xUnlock(real, lock);
}

static int on_check_lock(sqlite3_file *base, int *is_locked)
{
    sqlite3_file *real = file_of(base)->real;
    return real->pMethods->xCheckReservedLock(real, is_locked);
}

/* Size hints do not count the checksums, and may be ignored. */
static int on_control(sqlite3_file *base, int operation, void *argument)
{
    struct summed_file *file = file_of(base);
    switch (operation) {
    case OP_HAVE_FAILED: *(bool *)argument = file->has_failed; return SQLITE_OK;
    case SQLITE_FCNTL_SIZE_HINT:
    case SQLITE_FCNTL_CHUNK_SIZE: return SQLITE_OK;
    default:
        return file->real->pMethods->xFileControl(file->real, operation,
                                                  argument);
    }
}

static int on_sector_size(sqlite3_file *base)
{
    (void)base;
    return PAGE_BYTES;
}

/* Only declares what still holds: a page and its checksum are not written
 * atomically. */
static int on_characteristics(sqlite3_file *base)
{
    sqlite3_file *real = file_of(base)->real;
    return real->pMethods->xDeviceCharacteristics(real) &
           SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static int on_shm_map(sqlite3_file *base, int region, int n_bytes, int extend,
                      void volatile **out)
{
    sqlite3_file *real = file_of(base)->real;
    return real->pMethods->xShmMap(real, region, n_bytes, extend, out);
}

static int on_shm_lock(sqlite3_file *base, int offset, int n, int flags)
{
    sqlite3_file *real = file_of(base)->real;
    return real->pMethods->xShmLock(real, offset, n, flags);
}

static void on_shm_barrier(sqlite3_file *base)
{
    sqlite3_file *real = file_of(base)->real;
    real->pMethods->xShmBarrier(real);
}

static int on_shm_unmap(sqlite3_file *base, int delete)
{
    sqlite3_file *real = file_of(base)->real;
    return real->pMethods->xShmUnmap(real, delete);
}

/* Version 2, since memory-mapped files, which came with version 3, would not be
 * checked. */
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = on_close,
    .xRead = on_read,
    .xWrite = on_write,
    .xTruncate = on_truncate,
    .xSync = on_sync,
    .xFileSize = on_size,
    .xLock = on_lock,
    .xUnlock = on_unlock,
    .xCheckReservedLock = on_check_lock,
    .xFileControl = on_control,
    .xSectorSize = on_sector_size,
    .xDeviceCharacteristics = on_characteristics,
    .xShmMap = on_shm_map,
    .xShmLock = on_shm_lock,
    .xShmBarrier = on_shm_barrier,
    .xShmUnmap = on_shm_unmap,
};

/* Tells whether a file is a database in an older format, without checksums, or
 * another kind of file. A new file gets a page first, after the room for its
 * checksum. */
static bool has_no_sums(sqlite3_file *real)
{
    static const char magic[16] = "SQLite format 3";
    char start[sizeof magic];
    sqlite3_int64 n_bytes;
    if (real->pMethods->xFileSize(real, &n_bytes) != SQLITE_OK || !n_bytes)
        return false;
    return n_bytes < (sqlite3_int64)2 * PAGE_BYTES ||
           (real->pMethods->xRead(real, start, sizeof start, 0) == SQLITE_OK &&
            !memcmp(start, magic, sizeof magic));
}

static int on_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *base,
                   int flags, int *out_flags)
{
    struct summed_file *file = file_of(base);
    (void)vfs;
    if (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL))
        return page_log_open(real_vfs, name, base, flags, out_flags);
    if (!(flags & SQLITE_OPEN_MAIN_DB))
        return real_vfs->xOpen(real_vfs, name, base, flags, out_flags);
    *file = (struct summed_file){.real = (sqlite3_file *)(file + 1)};
    int code = real_vfs->xOpen(real_vfs, name, file->real, flags, out_flags);
    if (code != SQLITE_OK)
        return code;
    file->base.pMethods = &methods;
    file->is_plain = has_no_sums(file->real);
    file->has_failed = !file->is_plain && !page_log_is_whole(file);
    return SQLITE_OK;
}

const char *page_sums_register(void)
{
    static sqlite3_vfs vfs;
    real_vfs = sqlite3_vfs_find(NULL);
    if (!real_vfs)
        return NULL;
    vfs = *real_vfs; /* its functions use szOsFile and the like of this one */
    vfs.zName = NAME;
    vfs.pNext = NULL;
    vfs.szOsFile += (int)sizeof(struct summed_file);
    vfs.xOpen = on_open;
    return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK ? NAME : NULL;
}

bool page_sums_have_failed(sqlite3 *connection)
{
    bool have = false;
    return sqlite3_file_control(connection, "main", OP_HAVE_FAILED, &have) ==
               SQLITE_OK &&
           have;
}
