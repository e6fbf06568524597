/* A map from names to numbers, by open addressing. */
#include "article/names.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct name_row {
    const char *name; /* NULL: free */
    size_t n_bytes;
    size_t number;
};

/* FNV-1a, stirred, since its low bits are weak, and seeded with an address,
 * so that no file can be written against it. */
static size_t hash_of(const struct names *names, const char *name,
                      size_t n_bytes)
{
    uint64_t hash = 0xcbf29ce484222325u ^ (uintptr_t)names->rows;
    for (size_t i = 0; i < n_bytes; i++)
        hash = (hash ^ (unsigned char)name[i]) * 0x100000001b3u;
    return (size_t)(hash ^ hash >> 29);
}

/* The row of the name, or the free one where it would stand. */
static struct name_row *row_of(const struct names *names, const char *name,
                               size_t n_bytes)
{
    size_t mask = names->capacity - 1;
    size_t i = hash_of(names, name, n_bytes) & mask;
    for (;; i = (i + 1) & mask) {
        struct name_row *row = &names->rows[i];
        if (!row->name ||
            (row->n_bytes == n_bytes && !memcmp(row->name, name, n_bytes)))
            return row;
    }
}

static void grow(struct names *names)
{
    struct names larger = {.n = names->n};
    larger.capacity = names->capacity ? names->capacity * 2 : 64;
    larger.rows = mem_calloc(larger.capacity, sizeof *larger.rows);
    for (size_t i = 0; i < names->capacity; i++) {
        const struct name_row *row = &names->rows[i];
        if (row->name)
            *row_of(&larger, row->name, row->n_bytes) = *row;
    }
    free(names->rows);
    *names = larger;
}

size_t *names_find(const struct names *names, const char *name, size_t n_bytes)
{
    if (!names->n)
        return NULL;
    struct name_row *row = row_of(names, name, n_bytes);
    return row->name ? &row->number : NULL;
}

void names_add(struct names *names, const char *name, size_t n_bytes,
               size_t number)
{
    if (names->n * 2 >= names->capacity)
        grow(names);
    *row_of(names, name, n_bytes) = (struct name_row){name, n_bytes, number};
    names->n++;
}

void names_finish(struct names *names)
{
    free(names->rows);
    *names = (struct names){0};
}
