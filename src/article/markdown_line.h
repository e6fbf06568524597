/* Lines of Markdown: indentation and markers before the content, and how it
 * begins. */
#ifndef MEDFAQ_ARTICLE_MARKDOWN_LINE_H
#define MEDFAQ_ARTICLE_MARKDOWN_LINE_H

#include <stdbool.h>
#include <stddef.h>

/* A line, split into what precedes its content and the content. */
struct markdown_line {
    const char *text;
    size_t n_bytes;    /* without its end */
    size_t content;    /* offset of what follows white space and markers */
    unsigned indent;   /* columns of white space at the start */
    unsigned column;   /* of content */
    unsigned n_quotes; /* markers of quotes */
    unsigned n_items;  /* markers of list items */
    bool blank;
};

/* Splits a line of n_bytes, without its end. */
void markdown_line_read(struct markdown_line *line, const char *text,
                        size_t n_bytes);

/* Skips white space from at on and counts its columns. */
size_t markdown_line_skip_white(const char *text, size_t n_bytes, size_t at,
                                unsigned *column);

/* How many times the content begins with byte. */
size_t markdown_line_run(const struct markdown_line *line, char byte);

bool markdown_line_is_heading(const struct markdown_line *line);

/* Offset after "[label]:" at the content; 0 if there is none. */
size_t markdown_line_label_end(const struct markdown_line *line);

#endif
