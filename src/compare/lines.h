/* A comparison as lines of styled spans at a width, for the reader and for the
 * command line: columns from 100 cells, one article below the other before. */
#ifndef MEDFAQ_COMPARE_LINES_H
#define MEDFAQ_COMPARE_LINES_H

#include <stddef.h>

#include "compare/compare.h"
#include "text/layout.h"

struct compare_lines;

/* Lays out a comparison, which must outlive the lines. Of the options, cells,
 * charset and linear are used. Free with compare_lines_free. */
struct compare_lines *compare_lines_new(const struct compare_table *comparison,
                                        const struct layout_options *options);
void compare_lines_free(struct compare_lines *lines);

/* All lines; their number goes to *n. They live as long as lines. */
const struct line *compare_lines_get(const struct compare_lines *lines,
                                     size_t *n);

/* The line on which a row of the comparison begins; with i = n_rows, that of
 * what follows the rows. */
size_t compare_lines_of_row(const struct compare_lines *lines, size_t i);

#endif
