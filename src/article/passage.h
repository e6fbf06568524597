/* A piece of Markdown for libcmark, and where its lines are in the source:
 * the body, or what is parsed separately (notes, cells). [libcmark] */
#ifndef MEDFAQ_ARTICLE_PASSAGE_H
#define MEDFAQ_ARTICLE_PASSAGE_H

#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct passage_line {
    uint32_t start;  /* in the passage */
    uint32_t source; /* of its first byte; may have wrapped below 0 */
};

struct passage {
    struct buf text;
    struct passage_line *lines;
    size_t n_lines;
    size_t capacity;
};

/* A zeroed struct is not valid: call passage_init first. */
void passage_init(struct passage *passage);
void passage_finish(struct passage *passage);

/* Appends text unchanged; it begins at a line start, at source. */
void passage_add(struct passage *passage, const char *text, size_t n_bytes,
                 uint32_t source);

/* Appends prefix, text and a newline; text comes from source. */
void passage_add_line(struct passage *passage, const char *prefix,
                      const char *text, size_t n_bytes, uint32_t source);

/* Parses it; the tree is allocated from the tree_memory in use. */
cmark_node *passage_parse(const struct passage *passage);

/* The source offset of libcmark's line and column, both from 1; never past
 * the end of the line. */
uint32_t passage_offset(const struct passage *passage, int line, int column);

/* The length of the line at text, including its end: \n, \r\n or \r. */
size_t passage_line_length(const char *text, size_t n_bytes);

#endif
