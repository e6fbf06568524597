/* The blocks of text that has lost its structure, and what each of them was. */
#ifndef MEDFAQ_IMPORT_PROSE_BLOCKS_H
#define MEDFAQ_IMPORT_PROSE_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>

enum prose_role {
    PROSE_TEXT,
    PROSE_ITEM,
    PROSE_HEADING,
    PROSE_POINT, /* the heading of a key point, above other headings */
};

struct prose_block {
    const char *text;
    size_t n_bytes;
    unsigned gap; /* spaces before it */
    bool dashed;  /* a dash, which is no part of it, made it an item */
    enum prose_role role;
};

struct prose_blocks {
    struct prose_block *items;
    size_t n, capacity;
};

/* Cuts a text into blocks, which point into it; the caller frees items. */
void prose_split(const char *text, size_t n_bytes, struct prose_blocks *blocks);

/* Gives each block its role. */
void prose_find_roles(struct prose_blocks *blocks);

#endif
