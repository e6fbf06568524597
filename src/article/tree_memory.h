/* An arena for libcmark's trees: memory is allocated in large chunks and freed
 * at once, since libcmark would spend half its time in malloc and free. Its
 * allocator has no context argument, so the current arena is in a thread-local
 * variable. */
#ifndef MEDFAQ_ARTICLE_TREE_MEMORY_H
#define MEDFAQ_ARTICLE_TREE_MEMORY_H

#include <stddef.h>

struct cmark_mem;
struct tree_chunk;
struct tree_block;

struct tree_memory {
    struct tree_memory *outer; /* the thread's arena before this one */
    struct tree_chunk *newest; /* the largest; NULL if there is none yet */
    struct tree_block *last;   /* the last allocation in newest, or NULL */
    size_t n_bytes;            /* used, in newest */
};

/* Between begin and end, tree_allocator allocates from memory on this thread.
 * clear frees all of it but keeps one chunk for reuse; end frees everything. */
void tree_memory_begin(struct tree_memory *memory);
void tree_memory_clear(struct tree_memory *memory);
void tree_memory_end(struct tree_memory *memory);

/* For cmark_parser_new_with_mem. */
extern struct cmark_mem tree_allocator;

#endif
