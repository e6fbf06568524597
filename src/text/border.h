/* A box with a title in its top edge. */
#ifndef MEDFAQ_TEXT_BORDER_H
#define MEDFAQ_TEXT_BORDER_H

#include "text/page.h"

struct border {
    enum role role;
    enum glyph lines; /* GLYPH_LIGHT or GLYPH_HEAVY */
};

/* Returns the left side of a box alone, "│ ". */
struct span border_bar(const struct page *page, const struct border *border);

/* Tells whether a box with a title of title_cells fits on the page. */
bool border_fits(const struct page *page, unsigned title_cells);

/* Draws a box around what is added until border_close; check border_fits first.
 * The spans of the title live in the page's arena; without any, the top edge is
 * a plain line. */
void border_open(struct page *page, const struct border *border,
                 const struct line *title);
void border_close(struct page *page, const struct border *border);

#endif
