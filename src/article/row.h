/* The cells of one line of a table. */
#ifndef MEDFAQ_ARTICLE_ROW_H
#define MEDFAQ_ARTICLE_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "article/node.h"

/* What is left of a line, and the cell taken last, without white space. */
struct row {
    const char *at, *end;
    const char *cell;
    size_t n_bytes;
};

/* Begins a row: text without the line's end. */
struct row row_of(const char *text, size_t n_bytes);

/* Takes the next cell; false when there is none. */
bool row_next(struct row *row);

/* Takes all that is left as one cell, with its bars. */
bool row_rest(struct row *row);

size_t row_count(struct row row);

/* Reads a delimiter cell such as ":--:"; false if it is none. */
bool row_align(const struct row *row, enum align *align);

#endif
