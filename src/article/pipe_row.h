/* The cells of one line of a table. */
#ifndef MEDFAQ_ARTICLE_PIPE_ROW_H
#define MEDFAQ_ARTICLE_PIPE_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "article/node.h"

/* The rest of a line, and the last cell taken, without white space around it.
 */
struct pipe_row {
    const char *at, *end;
    const char *cell;
    size_t n_bytes;
};

/* Begins a row: text without the line's end. */
struct pipe_row pipe_row_of(const char *text, size_t n_bytes);

/* Takes the next cell; false when there is none. */
bool pipe_row_next(struct pipe_row *row);

/* Takes the rest as one cell, including its bars. */
bool pipe_row_rest(struct pipe_row *row);

size_t pipe_row_count(struct pipe_row row);

/* Reads a delimiter cell such as ":--:"; false if it is none. */
bool pipe_row_align(const struct pipe_row *row, enum align *align);

#endif
