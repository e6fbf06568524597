/* The private data of a layout, for the files that build it and move in it. */
#ifndef MEDFAQ_TEXT_LAYOUT_DATA_H
#define MEDFAQ_TEXT_LAYOUT_DATA_H

#include "text/cited.h"
#include "text/layout.h"
#include "text/page.h"

struct layout_block {
    const struct node *node; /* NULL for the title and the back matter */
    /* Lays out the title or a part of the back matter. */
    void (*add)(struct page *page, const struct layout *layout);
    void (*add_entry)(struct page *page, const struct layout *layout,
                      /* If not NULL, lays out one entry of a list in the back
                         matter. */
                      size_t reference);
    size_t reference;
    /* In article->text; start is NO_TEXT if the block shows none of it. */
    struct text_range shows;
    struct line *lines; /* NULL: not laid out yet */
    size_t n_lines;     /* at least 1 when laid out */
};

struct layout {
    const struct article *article;
    struct layout_options options;
    struct arena arena;
    struct page page;
    struct layout_block *blocks; /* sorted by shows.start */
    size_t n_blocks;
    size_t first_article, end_article; /* indices in blocks */
    struct cited cited; /* for a part; its lists are NULL for a whole article */
};

#endif
