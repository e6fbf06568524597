/* The clusters of a ZIM file. [libarchive]
 *
 * https://wiki.openzim.org/wiki/ZIM_file_format */
#include "import/zim_blobs.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

#define HEADER_BYTES 80
#define DIRENT_BYTES 16
#define NO_CONTENT 0xFFFDu /* types of redirections and the like begin here */
#define READ_BYTES ((size_t)64 * 1024)
#define CLUSTER_MAX_BYTES ((size_t)64 << 20)
#define MAX_PATH_BYTES 2048
#define EXTENDED 0x10 /* offsets of eight bytes */

enum { PLAIN_OLD = 0, PLAIN = 1, XZ = 4, ZSTD = 5 };

struct zim_blobs {
    int fd;
    uint64_t n_file_bytes;
    uint64_t paths_at; /* pointers to entries, in the order of their paths */
    uint32_t n_entries;
    uint64_t *clusters; /* where each begins */
    uint32_t n_clusters;
    uint64_t marks[6]; /* where something else begins */
    /* The cluster that was read last, without its first byte. */
    bool cached;
    uint32_t cached_cluster;
    struct buf cluster;
    size_t offset_bytes;
};

static uint64_t number_at(const char *bytes, size_t n_bytes)
{
    uint64_t number = 0;
    for (size_t i = n_bytes; i > 0; i--)
        number = number << 8 | (unsigned char)bytes[i - 1];
    return number;
}

static bool read_at(const struct zim_blobs *blobs, uint64_t at, char *out,
                    size_t n_bytes)
{
    if (at > blobs->n_file_bytes || n_bytes > blobs->n_file_bytes - at)
        return false;
    while (n_bytes > 0) {
        ssize_t n = pread(blobs->fd, out, n_bytes, (off_t)at);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        out += n, at += (uint64_t)n, n_bytes -= (size_t)n;
    }
    return true;
}

/* ---- the file ---- */

static bool read_clusters(struct zim_blobs *blobs, uint64_t at)
{
    size_t n_bytes = (size_t)blobs->n_clusters * sizeof *blobs->clusters;
    if (at > blobs->n_file_bytes || n_bytes > blobs->n_file_bytes - at)
        return false;
    char *bytes = mem_alloc(n_bytes + 1);
    bool good = read_at(blobs, at, bytes, n_bytes);
    blobs->clusters =
        mem_calloc((size_t)blobs->n_clusters + 1, sizeof *blobs->clusters);
    for (uint32_t i = 0; good && i < blobs->n_clusters; i++)
        blobs->clusters[i] = number_at(bytes + (size_t)i * 8, 8);
    free(bytes);
    return good;
}

/* Where the first of the entries themselves is. */
static bool find_entries(struct zim_blobs *blobs, uint64_t *first)
{
    char bytes[READ_BYTES];
    *first = blobs->n_file_bytes;
    for (uint32_t i = 0; i < blobs->n_entries;) {
        uint32_t n = blobs->n_entries - i;
        if (n > sizeof bytes / 8)
            n = sizeof bytes / 8;
        if (!read_at(blobs, blobs->paths_at + (uint64_t)i * 8, bytes, 8UL * n))
            return false;
        for (uint32_t j = 0; j < n; j++) {
            uint64_t at = number_at(bytes + 8UL * j, 8);
            *first = at < *first ? at : *first;
        }
        i += n;
    }
    return true;
}

static bool read_header(struct zim_blobs *blobs)
{
    char header[HEADER_BYTES];
    if (!read_at(blobs, 0, header, sizeof header) ||
        memcmp(header, "ZIM\x04", 4) != 0)
        return false;
    blobs->n_entries = (uint32_t)number_at(header + 24, 4);
    blobs->n_clusters = (uint32_t)number_at(header + 28, 4);
    blobs->paths_at = number_at(header + 32, 8);
    blobs->marks[0] = blobs->paths_at;
    blobs->marks[1] = number_at(header + 40, 8); /* titles */
    blobs->marks[2] = number_at(header + 48, 8); /* pointers to clusters */
    blobs->marks[3] = number_at(header + 56, 8); /* types */
    blobs->marks[4] = number_at(header + 72, 8); /* checksum */
    return read_clusters(blobs, blobs->marks[2]) &&
           find_entries(blobs, &blobs->marks[5]);
}

struct zim_blobs *zim_blobs_new(int fd, uint64_t n_file_bytes)
{
    struct zim_blobs *blobs = mem_calloc(1, sizeof *blobs);
    blobs->fd = fd;
    blobs->n_file_bytes = n_file_bytes;
    buf_init(&blobs->cluster);
    if (read_header(blobs))
        return blobs;
    zim_blobs_free(blobs);
    return NULL;
}

void zim_blobs_free(struct zim_blobs *blobs)
{
    if (!blobs)
        return;
    buf_finish(&blobs->cluster);
    free(blobs->clusters);
    free(blobs);
}

bool zim_blobs_find(const struct zim_blobs *blobs, size_t number,
                    const char *path, struct zim_place *place)
{
    char entry[DIRENT_BYTES + MAX_PATH_BYTES], pointer[8];
    size_t n_path = strlen(path) + 1;
    if (number >= blobs->n_entries || n_path > MAX_PATH_BYTES ||
        !read_at(blobs, blobs->paths_at + (uint64_t)number * 8, pointer, 8) ||
        !read_at(blobs, number_at(pointer, 8), entry, DIRENT_BYTES + n_path) ||
        number_at(entry, 2) >= NO_CONTENT ||
        memcmp(entry + DIRENT_BYTES, path, n_path) != 0)
        return false;
    place->cluster = (uint32_t)number_at(entry + 8, 4);
    place->blob = (uint32_t)number_at(entry + 12, 4);
    return true;
}

/* ---- clusters ---- */

/* Where the next thing begins in the file. */
static uint64_t end_of(const struct zim_blobs *blobs, uint32_t cluster)
{
    uint64_t start = blobs->clusters[cluster], end = blobs->n_file_bytes;
    if (cluster + 1 < blobs->n_clusters && blobs->clusters[cluster + 1] > start)
        end = blobs->clusters[cluster + 1];
    for (size_t i = 0; i < sizeof blobs->marks / sizeof *blobs->marks; i++)
        if (blobs->marks[i] > start && blobs->marks[i] < end)
            end = blobs->marks[i];
    return end;
}

struct packed {
    const struct zim_blobs *blobs;
    uint64_t at, end;
    char bytes[READ_BYTES];
};

static la_ssize_t read_packed(struct archive *archive, void *user,
                              const void **bytes)
{
    struct packed *packed = user;
    uint64_t left = packed->end - packed->at;
    size_t n = left < READ_BYTES ? (size_t)left : READ_BYTES;
    *bytes = packed->bytes;
    if (!read_at(packed->blobs, packed->at, packed->bytes, n)) {
        archive_set_error(archive, ARCHIVE_FATAL, "cut short");
        return -1;
    }
    packed->at += n;
    return (la_ssize_t)n;
}

static bool unpack_all(struct archive *archive, struct buf *out)
{
    struct archive_entry *entry;
    la_ssize_t n = 1;
    if (archive_read_next_header(archive, &entry) != ARCHIVE_OK)
        return false;
    while (n > 0 && out->n_bytes <= CLUSTER_MAX_BYTES) {
        buf_reserve(out, READ_BYTES);
        n = archive_read_data(archive, out->data + out->n_bytes, READ_BYTES);
        out->n_bytes += n > 0 ? (size_t)n : 0;
        out->data[out->n_bytes] = '\0';
    }
    return n == 0;
}

static bool unpack(const struct zim_blobs *blobs, uint64_t start, uint64_t end,
                   struct buf *out)
{
    struct archive *archive = archive_read_new();
    struct packed *packed = mem_calloc(1, sizeof *packed);
    *packed = (struct packed){.blobs = blobs, .at = start, .end = end};
    bool good = archive &&
                archive_read_support_filter_zstd(archive) == ARCHIVE_OK &&
                archive_read_support_filter_xz(archive) == ARCHIVE_OK &&
                archive_read_support_format_raw(archive) == ARCHIVE_OK &&
                archive_read_open(archive, packed, NULL, read_packed, NULL) ==
                    ARCHIVE_OK &&
                unpack_all(archive, out);
    archive_read_free(archive);
    free(packed);
    return good;
}

/* One that is not packed is copied. */
static bool read_plain(const struct zim_blobs *blobs, uint64_t start,
                       uint64_t end, struct buf *out)
{
    if (end - start > CLUSTER_MAX_BYTES)
        return false;
    buf_reserve(out, (size_t)(end - start));
    if (!read_at(blobs, start, out->data, (size_t)(end - start)))
        return false;
    out->n_bytes = (size_t)(end - start);
    out->data[out->n_bytes] = '\0';
    return true;
}

/* One that cannot be read is empty, and is not tried again. */
static void read_cluster(struct zim_blobs *blobs, uint32_t cluster)
{
    char info;
    uint64_t start = blobs->clusters[cluster], end = end_of(blobs, cluster);
    blobs->cached = true;
    blobs->cached_cluster = cluster;
    buf_clear(&blobs->cluster);
    bool good = end > start && read_at(blobs, start, &info, 1);
    int packing = good ? info & 0xF : -1;
    blobs->offset_bytes = good && info & EXTENDED ? 8 : 4;
    if (packing == PLAIN || packing == PLAIN_OLD)
        good = read_plain(blobs, start + 1, end, &blobs->cluster);
    else
        good = (packing == XZ || packing == ZSTD) &&
               unpack(blobs, start + 1, end, &blobs->cluster);
    if (!good)
        buf_clear(&blobs->cluster);
}

bool zim_blobs_read(struct zim_blobs *blobs, const struct zim_place *place,
                    size_t max_bytes, struct buf *out)
{
    const struct buf *cluster = &blobs->cluster;
    if (place->cluster >= blobs->n_clusters)
        return false;
    if (!blobs->cached || blobs->cached_cluster != place->cluster)
        read_cluster(blobs, place->cluster);
    /* The offsets come first, one more than there are blobs. */
    size_t n = blobs->offset_bytes, at = (size_t)place->blob * n;
    if (at + 2 * n > cluster->n_bytes)
        return false;
    uint64_t first = number_at(cluster->data, n);
    uint64_t start = number_at(cluster->data + at, n);
    uint64_t end = number_at(cluster->data + at + n, n);
    if (at + 2 * n > first || start < first || end < start ||
        end > cluster->n_bytes || end - start > max_bytes)
        return false;
    buf_add_n(out, cluster->data + start, (size_t)(end - start));
    return true;
}
