/* Memory for libcmark's trees: taken in large pieces, dropped at once.
 *
 * libcmark spends half its time on malloc and free. Its allocator takes no
 * context, so the memory that is in use is known by thread. */
#ifndef MEDFAQ_ARTICLE_TREE_MEMORY_H
#define MEDFAQ_ARTICLE_TREE_MEMORY_H

#include <stddef.h>

struct cmark_mem;
struct tree_chunk;
struct tree_block;

struct tree_memory {
    struct tree_memory *outer; /* that was in use on this thread before */
    struct tree_chunk *newest; /* the largest; NULL: none yet */
    struct tree_block *last;   /* handed out, in newest; NULL: none */
    size_t n_bytes;            /* of newest, in use */
};

/* From begin to end, tree_allocator takes from memory on this thread. What it
 * gave is gone after clear, which keeps some for what comes, and after end. */
void tree_memory_begin(struct tree_memory *memory);
void tree_memory_clear(struct tree_memory *memory);
void tree_memory_end(struct tree_memory *memory);

/* For cmark_parser_new_with_mem. */
extern struct cmark_mem tree_allocator;

#endif
