/* An arena: chunks of doubling size, freed all at once. */
#include "base/arena.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define FIRST_CHUNK_BYTES ((size_t)4096)
#define CHUNK_MAX_BYTES ((size_t)8 << 20)

struct arena_chunk {
    struct arena_chunk *older;
    size_t n_bytes;
    size_t capacity;
    max_align_t data[];
};

struct arena_adopted {
    struct arena_adopted *next;
    void *memory;
};

void arena_init(struct arena *arena)
{
    *arena = (struct arena){0};
}

void arena_finish(struct arena *arena)
{
    if (!arena)
        return;
    for (struct arena_adopted *at = arena->adopted; at; at = at->next)
        free(at->memory);
    for (struct arena_chunk *chunk = arena->newest; chunk;) {
        struct arena_chunk *older = chunk->older;
        free(chunk);
        chunk = older;
    }
    *arena = (struct arena){0};
}

static void add_chunk(struct arena *arena, size_t n_bytes)
{
    size_t capacity = FIRST_CHUNK_BYTES;
    if (arena->newest && arena->newest->capacity < CHUNK_MAX_BYTES)
        capacity = arena->newest->capacity * 2;
    else if (arena->newest)
        capacity = CHUNK_MAX_BYTES;
    if (capacity < n_bytes)
        capacity = n_bytes;
    struct arena_chunk *chunk = mem_alloc(sizeof *chunk + capacity);
    *chunk = (struct arena_chunk){.older = arena->newest, .capacity = capacity};
    arena->newest = chunk;
}

/* Returns uninitialised memory, for callers that overwrite it at once. */
static void *allocate(struct arena *arena, size_t n_bytes)
{
    if (n_bytes > SIZE_MAX / 2)
        mem_exhausted(); /* rounding up and adding the header would overflow */
    size_t align = sizeof(max_align_t);
    size_t rounded = (n_bytes + align - 1) / align * align;
    struct arena_chunk *chunk = arena->newest;
    if (!chunk || chunk->capacity - chunk->n_bytes < rounded) {
        add_chunk(arena, rounded);
        chunk = arena->newest;
    }
    void *memory = (char *)chunk->data + chunk->n_bytes;
    chunk->n_bytes += rounded;
    arena->n_bytes += n_bytes;
    return memory;
}

void *arena_alloc(struct arena *arena, size_t n_bytes)
{
    return memset(allocate(arena, n_bytes), 0, n_bytes);
}

void *arena_adopt(struct arena *arena, void *memory)
{
    struct arena_adopted *adopted = arena_alloc(arena, sizeof *adopted);
    *adopted = (struct arena_adopted){arena->adopted, memory};
    arena->adopted = adopted;
    return memory;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

char *arena_strndup(struct arena *arena, const char *text, size_t n_bytes)
{
    char *copy = allocate(arena, n_bytes + 1);
    memcpy(copy, text, n_bytes);
    copy[n_bytes] = '\0';
    return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    size_t n_bytes = n > 0 ? (size_t)n : 0;
    char *text = allocate(arena, n_bytes + 1);
    vsnprintf(text, n_bytes + 1, format, again);
    va_end(again);
    return text;
}
