/* Known files as numbers of 64 bits. That a changed file gets a number that
 * another one has is less likely than a failing disk. A base/map
 * would hold its keys besides, seven times the memory. */
#include "index/stamps.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define MET ((uint64_t)1)

void stamps_init(struct stamps *stamps)
{
    *stamps = (struct stamps){0};
}

void stamps_finish(struct stamps *stamps)
{
    free(stamps->rows);
    *stamps = (struct stamps){0};
}

/* A step of splitmix64. */
static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * 0xBF58476D1CE4E5B9u;
    return hash ^ hash >> 29;
}

/* Never 0, and even. */
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
static uint64_t *find_row(const struct stamps *stamps, uint64_t number)
{
    size_t mask = stamps->capacity - 1, i = (number >> 20) & mask;
    while (stamps->rows[i] && (stamps->rows[i] & ~MET) != number)
        i = (i + 1) & mask;
    return &stamps->rows[i];
}

static void grow(struct stamps *stamps)
{
    struct stamps old = *stamps;
    stamps->capacity = old.capacity ? 2 * old.capacity : 1024;
    stamps->rows = mem_calloc(stamps->capacity, sizeof *stamps->rows);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.rows[i])
            *find_row(stamps, old.rows[i] & ~MET) = old.rows[i];
    free(old.rows);
}

void stamps_add(struct stamps *stamps, const char *path,
                const struct file_stamp *stamp)
{
    if (stamps->n >= stamps->capacity / 4 * 3)
        grow(stamps);
    uint64_t number = number_of(path, stamp);
    uint64_t *row = find_row(stamps, number);
    stamps->n += !*row;
    *row = number;
}

bool stamps_meet(struct stamps *stamps, const char *path,
                 const struct file_stamp *stamp)
{
    if (!stamps->n)
        return false;
    uint64_t *row = find_row(stamps, number_of(path, stamp));
    if (!*row)
        return false;
    stamps->n_met += !(*row & MET);
    *row |= MET;
    return true;
}

bool stamps_is_met(const struct stamps *stamps, const char *path,
                   const struct file_stamp *stamp)
{
    return stamps->n && *find_row(stamps, number_of(path, stamp)) & MET;
}
