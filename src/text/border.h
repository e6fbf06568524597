/* A box around what follows, its title in the top edge. */
#ifndef MEDFAQ_TEXT_BORDER_H
#define MEDFAQ_TEXT_BORDER_H

#include "text/page.h"

struct border {
    enum role role;
    enum glyph lines; /* GLYPH_LIGHT or GLYPH_HEAVY */
};

/* "│ ", the left side alone. */
struct span border_bar(const struct page *page, const struct border *border);

/* Is there room for a box with a title of so many cells? */
bool border_fits(const struct page *page, unsigned title_cells);

/* Surrounds what follows, until border_close; the box must fit. Title's spans
 * live in the page's arena; without any the edge is a line. */
void border_open(struct page *page, const struct border *border,
                 const struct line *title);
void border_close(struct page *page, const struct border *border);

#endif
