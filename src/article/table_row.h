/* The cells of one line of a table. */
#ifndef MEDFAQ_ARTICLE_TABLE_ROW_H
#define MEDFAQ_ARTICLE_TABLE_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "article/node.h"

/* The rest of a line, and the last cell taken, without white space around it.
 */
struct table_row {
    const char *at, *end;
    const char *cell;
    size_t n_bytes;
};

/* Begins a row: text without the line's end. */
struct table_row table_row_of(const char *text, size_t n_bytes);

/* Takes the next cell; false when there is none. */
bool table_row_next(struct table_row *row);

/* Takes the rest as one cell, including its bars. */
bool table_row_rest(struct table_row *row);

size_t table_row_count(struct table_row row);

/* Reads a delimiter cell such as ":--:"; false if it is none. */
bool table_row_align(const struct table_row *row, enum align *align);

#endif
