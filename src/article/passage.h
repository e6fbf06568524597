/* A piece of Markdown for libcmark, with the source offsets of its lines: a
 * part of the body, or what is parsed separately, such as footnotes and cells.
 * [libcmark] */
#ifndef MEDFAQ_ARTICLE_PASSAGE_H
#define MEDFAQ_ARTICLE_PASSAGE_H

#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct passage_line {
    uint32_t start;  /* in the passage */
    uint32_t source; /* of the first byte; a prefix may make it wrap below 0 */
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

/* Appends whole lines unchanged; source is their offset. */
void passage_add(struct passage *passage, const char *text, size_t n_bytes,
                 uint32_t source);

/* Appends prefix, text and a newline; source is the offset of text. */
void passage_add_line(struct passage *passage, const char *prefix,
                      const char *text, size_t n_bytes, uint32_t source);

/* Parses the passage into a tree allocated from the current tree_memory. */
cmark_node *passage_parse(const struct passage *passage);

/* Returns the source offset of libcmark's line and column, both counted from 1,
 * but never one past the end of the line. */
uint32_t passage_offset(const struct passage *passage, int line, int column);

/* Returns the length of the line at text, including its line ending: \n, \r\n
 * or \r. */
size_t passage_line_length(const char *text, size_t n_bytes);

#endif
