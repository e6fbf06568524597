/* The inside of a layout, for the files that build it and move in it. */
#ifndef MEDFAQ_TEXT_LAYOUT_DATA_H
#define MEDFAQ_TEXT_LAYOUT_DATA_H

#include "text/cited.h"
#include "text/layout.h"
#include "text/page.h"

struct layout_block {
    const struct node *node; /* NULL for the title and the endings */
    void (*add)(struct page *page, const struct layout *layout); /* for those */
    void (*add_entry)(struct page *page, const struct layout *layout,
                      size_t reference); /* if not NULL: for one of an ending */
    size_t reference;
    /* In article->text; start NO_TEXT for what shows none of it. */
    struct text_range shows;
    struct line *lines; /* NULL: not made yet */
    size_t n_lines;     /* at least 1, once made */
};

struct layout {
    const struct article *article;
    struct layout_options options;
    struct arena arena;
    struct page page;
    struct layout_block *blocks; /* by shows.start */
    size_t n_blocks;
    size_t first_article, end_article; /* in blocks */
    struct cited cited;                /* of a part; its lists NULL: all */
};

#endif
