/* Splits a line of Markdown into its indentation, block quote and list markers,
 * and content. */
#ifndef MEDFAQ_ARTICLE_MARKDOWN_LINE_H
#define MEDFAQ_ARTICLE_MARKDOWN_LINE_H

#include <stdbool.h>
#include <stddef.h>

/* A line, split into its content and what precedes it. */
struct markdown_line {
    const char *text;
    size_t n_bytes;    /* without the line ending */
    size_t content;    /* offset of what follows the markers */
    unsigned indent;   /* columns of white space at the start */
    unsigned column;   /* of content */
    unsigned n_quotes; /* block quote markers */
    unsigned n_items;  /* list markers */
    bool blank;
};

/* Splits a line, given without its line ending. */
void markdown_line_read(struct markdown_line *line, const char *text,
                        size_t n_bytes);

/* Returns the offset after the white space that begins at offset at, and
 * advances *column past it. */
size_t markdown_line_skip_white(const char *text, size_t n_bytes, size_t at,
                                unsigned *column);

/* Counts the bytes at the start of the content that equal byte. */
size_t markdown_line_run(const struct markdown_line *line, char byte);

bool markdown_line_is_heading(const struct markdown_line *line);

/* Returns the offset after a "[label]:" that begins the content, or 0. */
size_t markdown_line_label_end(const struct markdown_line *line);

#endif
