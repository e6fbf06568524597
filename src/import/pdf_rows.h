/* The rows of a PDF's pages in the order in which they are read. */
#ifndef MEDFAQ_IMPORT_PDF_ROWS_H
#define MEDFAQ_IMPORT_PDF_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum pdf_role {
    PDF_TEXT,
    PDF_TURNED,   /* by a right angle, amid the text */
    PDF_MARGIN,   /* turned, and beside the text */
    PDF_FURNITURE /* a number of the page, a repeated head */
};

/* Text of one weight; places are in pixels of pdftohtml, from the top left. */
struct pdf_run {
    int top, left, right, height;
    bool bold;
    bool symbol; /* in Adobe's font of Greek letters and signs */
    enum pdf_role role;
    const char *text; /* in texts of struct pdf_rows */
    size_t n_bytes;
};

/* What stands on one line of a column. */
struct pdf_row {
    unsigned page; /* from 1 */
    int top, height, left, right;
    int column_left, column_right; /* of all rows of its column */
    bool begins_column;            /* the row before is elsewhere */
    enum pdf_role role;            /* of its runs */
    size_t first, n;               /* its runs, from left to right */
};

struct pdf_rows {
    struct buf texts;
    struct pdf_run *runs;
    size_t n_runs, runs_capacity;
    struct pdf_row *items;
    size_t n, capacity;
    size_t n_text; /* rows; those after them are furniture or in a margin */
    unsigned n_pages;
};

/* Reads the XML of pdftohtml. */
void pdf_rows_read(struct pdf_rows *rows, const char *xml, size_t n_bytes);
void pdf_rows_finish(struct pdf_rows *rows);

/* Appends the rows of a page's runs that stand in one column. */
void pdf_rows_add(struct pdf_rows *rows, unsigned page, size_t first, size_t n);

/* Appends a row's text, a space where there is a gap, none at its end. */
void pdf_rows_add_text(const struct pdf_rows *rows, const struct pdf_row *row,
                       struct buf *out);

/* Is there room between a run of a row and the one after it? Raised and lowered
 * digits may stand a little apart. */
bool pdf_run_gap(const struct pdf_row *row, const struct pdf_run *run);

/* Is a run so much lower than its row that it may be raised or lowered? */
bool pdf_run_is_small(const struct pdf_row *row, const struct pdf_run *run);

/* Orders runs from top to bottom by their middles, then from left to right. */
int pdf_run_compare_tops(const void *a, const void *b);

#endif
