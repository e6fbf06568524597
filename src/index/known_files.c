/* Known files as numbers of 64 bits. That a changed file gets a number that
 * another one has is less likely than a failing disk. A base/map
 * would hold its keys besides, seven times the memory. */
#include "index/known_files.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define MET ((uint64_t)1)

void known_files_init(struct known_files *known)
{
    *known = (struct known_files){0};
}

void known_files_finish(struct known_files *known)
{
    free(known->rows);
    *known = (struct known_files){0};
}

/* A step of splitmix64. */
static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * 0xBF58476D1CE4E5B9u;
    return hash ^ hash >> 29;
}

/* The number that stands for a file: even, and never 0. */
static uint64_t number_of(const char *path, const struct file_stamp *stamp)
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
    hash &= ~MET;
    return hash ? hash : 2;
}

/* The row of a number, or the free one where it would stand. */
static uint64_t *find_row(const struct known_files *known, uint64_t number)
{
    size_t mask = known->capacity - 1, i = (number >> 20) & mask;
    while (known->rows[i] && (known->rows[i] & ~MET) != number)
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
            *find_row(known, old.rows[i] & ~MET) = old.rows[i];
    free(old.rows);
}

void known_files_add(struct known_files *known, const char *path,
                     const struct file_stamp *stamp)
{
    if (known->n >= known->capacity / 4 * 3)
        grow(known);
    uint64_t number = number_of(path, stamp);
    uint64_t *row = find_row(known, number);
    known->n += !*row;
    *row = number;
}

bool known_files_meet(struct known_files *known, const char *path,
                      const struct file_stamp *stamp)
{
    if (!known->n)
        return false;
    uint64_t *row = find_row(known, number_of(path, stamp));
    if (!*row)
        return false;
    known->n_met += !(*row & MET);
    *row |= MET;
    return true;
}

bool known_files_is_met(const struct known_files *known, const char *path,
                        const struct file_stamp *stamp)
{
    return known->n && *find_row(known, number_of(path, stamp)) & MET;
}
