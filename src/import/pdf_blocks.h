/* Rows of a PDF put together: paragraphs, items of lists, headings. */
#ifndef MEDFAQ_IMPORT_PDF_BLOCKS_H
#define MEDFAQ_IMPORT_PDF_BLOCKS_H

#include "import/pdf_rows.h"

enum pdf_block_type {
    BLOCK_TEXT,
    BLOCK_ITEM,
    BLOCK_HEADING,
    BLOCK_TITLE,
    BLOCK_TABLE
};

struct pdf_block {
    enum pdf_block_type type;
    bool plain;               /* weight says nothing in it */
    size_t first, n;          /* rows */
    unsigned number, depth;   /* "4.2": 2 at depth 2; 0: none */
    int mark_left, text_left; /* of an item */
    unsigned level;           /* of a heading */
};

struct pdf_blocks {
    const struct pdf_rows *rows;
    int spacing; /* from row to row within a paragraph */
    struct pdf_block *items;
    size_t n, capacity;
};

/* Puts the rows from first up to end together. */
void pdf_blocks_find(struct pdf_blocks *blocks, const struct pdf_rows *rows,
                     size_t first, size_t end);
void pdf_blocks_finish(struct pdf_blocks *blocks);

/* The mark of a list that a row begins with, in bytes of its first run; 0 for
 * none. */
size_t pdf_row_mark(const struct pdf_rows *rows, const struct pdf_row *row);

bool pdf_row_is_bold(const struct pdf_rows *rows, const struct pdf_row *row);

/* Does a text begin as words go on: with no capital of ASCII, no digit? */
bool pdf_text_goes_on(const char *text);

#endif
