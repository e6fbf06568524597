/* A set of files, each represented by a hash of 64 bits. That the hash of a
 * changed file equals that of a known one is less likely than a disk failure. A
 * base/map would store its keys, too, and take seven times the memory. */
#include "index/known_files.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define SEEN ((uint64_t)1)

void known_files_init(struct known_files *known)
{
    *known = (struct known_files){0};
}

void known_files_finish(struct known_files *known)
{
    free(known->rows);
    *known = (struct known_files){0};
}

/* One step of splitmix64. */
static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * 0xBF58476D1CE4E5B9u;
    return hash ^ hash >> 29;
}

/* Returns the hash of a file, which is even and never 0. */
static uint64_t hash_file(const char *path, const struct file_stamp *stamp)
{
    uint64_t hash = 0x9E3779B97F4A7C15u, word;
    size_t n = strlen(path);
    for (; n >= sizeof word; path += sizeof word, n -= sizeof word) {
        memcpy(&word, path, sizeof word);
        hash = mix(hash, word);
    }
    word = 0;
    memcpy(&word, path, n);
    hash = mix(hash, word ^ (uint64_t)n << 56);
    hash = mix(hash, stamp->inode);
    hash = mix(hash, (uint64_t)stamp->size_bytes);
    hash = mix(hash, (uint64_t)stamp->mtime_ns);
    hash &= ~SEEN;
    return hash ? hash : 2;
}

/* Returns the row of a hash, or the free row where it would be added. */
static uint64_t *find_row(const struct known_files *known, uint64_t hash)
{
    size_t mask = known->capacity - 1, i = (hash >> 20) & mask;
    while (known->rows[i] && (known->rows[i] & ~SEEN) != hash)
        i = (i + 1) & mask;
    return &known->rows[i];
}

static void grow(struct known_files *known)
{
    struct known_files old = *known;
    known->capacity = old.capacity ? 2 * old.capacity : 1024;
    known->rows = mem_calloc(known->capacity, sizeof *known->rows);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.rows[i])
            *find_row(known, old.rows[i] & ~SEEN) = old.rows[i];
    free(old.rows);
}

void known_files_add(struct known_files *known, const char *path,
                     const struct file_stamp *stamp)
{
    if (known->n >= known->capacity / 4 * 3)
        grow(known);
    uint64_t hash = hash_file(path, stamp);
    uint64_t *row = find_row(known, hash);
    known->n += !*row;
    *row = hash;
}

bool known_files_mark_seen(struct known_files *known, const char *path,
                           const struct file_stamp *stamp)
{
    if (!known->n)
        return false;
    uint64_t *row = find_row(known, hash_file(path, stamp));
    if (!*row)
        return false;
    known->n_seen += !(*row & SEEN);
    *row |= SEEN;
    return true;
}

bool known_files_is_seen(const struct known_files *known, const char *path,
                         const struct file_stamp *stamp)
{
    return known->n && *find_row(known, hash_file(path, stamp)) & SEEN;
}
