/* Writes nested Markdown blocks: lists, quotes and paragraphs. */
#ifndef MEDFAQ_IMPORT_BLOCKS_H
#define MEDFAQ_IMPORT_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct blocks {
    struct buf *out;
    struct buf first; /* what the next line begins with: "- " */
    struct buf rest;  /* what the lines after it begin with: "  " */
    bool apart;       /* a blank line comes before the next block */
};

void blocks_init(struct blocks *blocks, struct buf *out);
void blocks_finish(struct blocks *blocks);

/* Opens a container: marker ("- ", "> ") begins its first line, rest all
 * others. Returns what blocks_close wants. */
size_t blocks_open(struct blocks *blocks, const char *marker, const char *rest);
void blocks_close(struct blocks *blocks, size_t opened);

/* Begins a line of a new block, after a blank line if one is due. */
void blocks_begin(struct blocks *blocks);
/* Ends a container; a blank line comes before the next block. */
void blocks_end(struct blocks *blocks);
/* Begins another line of the same block. */
void blocks_line(struct blocks *blocks);

/* Is the next block inside a list or a quote? */
bool blocks_are_nested(const struct blocks *blocks);

#endif
