/* Lays out a comparison as lines of styled spans, for the reader and the
 * command line: in columns from 100 cells on, otherwise with one article below
 * the other. */
#ifndef MEDFAQ_COMPARE_LINES_H
#define MEDFAQ_COMPARE_LINES_H

#include <stddef.h>

#include "compare/compare.h"
#include "text/layout.h"

struct compare_lines;

/* Lays out a comparison, which must outlive the lines. Only cells, charset and
 * linear of the options are used. Free with compare_lines_free. */
struct compare_lines *compare_lines_new(const struct compare_table *comparison,
                                        const struct layout_options *options);
void compare_lines_free(struct compare_lines *lines);

/* Returns all lines, which live as long as lines, and sets *n to their
 * number. */
const struct line *compare_lines_get(const struct compare_lines *lines,
                                     size_t *n);

/* Returns the line on which row i begins; for i = n_rows, the line after the
 * rows. */
size_t compare_lines_of_row(const struct compare_lines *lines, size_t i);

#endif
