/* Splits a line of a table into cells. */
#ifndef MEDFAQ_ARTICLE_PIPE_ROW_H
#define MEDFAQ_ARTICLE_PIPE_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "article/node.h"

/* The current cell, without the white space around it, and the rest of the
 * line. */
struct pipe_row {
    const char *at, *end;
    const char *cell;
    size_t n_bytes;
};

/* Begins a row; a line ending is ignored. */
struct pipe_row pipe_row_of(const char *text, size_t n_bytes);

/* Moves to the next cell; returns false if there is none. */
bool pipe_row_next(struct pipe_row *row);

/* Takes the rest of the line as one cell, with the bars in it. */
bool pipe_row_rest(struct pipe_row *row);

size_t pipe_row_count(struct pipe_row row);

/* Reads the current cell as one of a delimiter row, such as ":--:"; returns
 * false if it is not one. */
bool pipe_row_align(const struct pipe_row *row, enum align *align);

#endif
