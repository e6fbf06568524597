/* An arena for libcmark's trees. */
#include "article/tree_memory.h"

#define CMARK_NO_SHORT_NAMES
#include <cmark.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define FIRST_CHUNK_BYTES ((size_t)1 << 16)

struct tree_chunk {
    struct tree_chunk *older;
    size_t capacity;
    max_align_t data[];
};

struct tree_block {
    struct tree_block *before; /* the previous one in the chunk, or NULL */
    size_t n_bytes;
    max_align_t data[];
};

/* libcmark's allocator has no context argument: this is the only way to pass
 * one. */
static _Thread_local struct tree_memory *current;

static void free_chunks(struct tree_chunk *chunk)
{
    while (chunk) {
        struct tree_chunk *older = chunk->older;
        free(chunk);
        chunk = older;
    }
}

void tree_memory_begin(struct tree_memory *memory)
{
    *memory = (struct tree_memory){.outer = current};
    current = memory;
}

void tree_memory_clear(struct tree_memory *memory)
{
    if (!memory->newest)
        return;
    free_chunks(memory->newest->older);
    memory->newest->older = NULL;
    memory->last = NULL;
    memory->n_bytes = 0;
}

void tree_memory_end(struct tree_memory *memory)
{
    current = memory->outer;
    free_chunks(memory->newest);
    *memory = (struct tree_memory){0};
}

static size_t size_of_block(size_t n_bytes)
{
    size_t align = sizeof(max_align_t);
    return sizeof(struct tree_block) + (n_bytes + align - 1) / align * align;
}

static void add_chunk(struct tree_memory *memory, size_t n_bytes)
{
    struct tree_chunk *older = memory->newest;
    size_t capacity = older ? older->capacity * 2 : FIRST_CHUNK_BYTES;
    if (capacity < n_bytes)
        capacity = n_bytes;
    struct tree_chunk *chunk = mem_alloc(sizeof *chunk + capacity);
    *chunk = (struct tree_chunk){.older = older, .capacity = capacity};
    memory->newest = chunk;
    memory->last = NULL;
    memory->n_bytes = 0;
}

static struct tree_block *allocate(struct tree_memory *memory, size_t n_bytes)
{
    size_t n_all = size_of_block(n_bytes);
    if (!memory->newest || memory->newest->capacity - memory->n_bytes < n_all)
        add_chunk(memory, n_all);
    struct tree_block *block =
        (struct tree_block *)((char *)memory->newest->data + memory->n_bytes);
    block->before = memory->last;
    block->n_bytes = n_bytes;
    memory->last = block;
    memory->n_bytes += n_all;
    return block;
}

static struct tree_block *block_of(void *data)
{
    return (struct tree_block *)((char *)data -
                                 offsetof(struct tree_block, data));
}

static void *tree_calloc(size_t count, size_t n_bytes)
{
    struct tree_block *block = allocate(current, count * n_bytes);
    return memset(block->data, 0, count * n_bytes);
}

/* Only the last allocation can be freed, which covers most of what libcmark
 * frees early. */
static void tree_free(void *data)
{
    struct tree_memory *memory = current;
    if (!data || block_of(data) != memory->last)
        return;
    memory->n_bytes -= size_of_block(memory->last->n_bytes);
    memory->last = memory->last->before;
}

static void *tree_realloc(void *data, size_t n_bytes)
{
    struct tree_block *old = data ? block_of(data) : NULL;
    size_t n_old = old ? old->n_bytes : 0;
    tree_free(data); /* so that the last allocation grows in place */
    struct tree_block *block = allocate(current, n_bytes);
    if (block != old && n_old)
        memcpy(block->data, data, n_old < n_bytes ? n_old : n_bytes);
    return block->data;
}

struct cmark_mem tree_allocator = {
    .calloc = tree_calloc,
    .realloc = tree_realloc,
    .free = tree_free,
};
