/* What lies over the text of an article on the screen. */
#ifndef MEDFAQ_UI_ARTICLE_OVERLAY_H
#define MEDFAQ_UI_ARTICLE_OVERLAY_H

#include "ui/article_view.h"

struct article_overlay {
    struct highlight *items; /* in order of text_start */
    size_t n, capacity;
};

/* Parts of the text on the screen that are drawn in another style. The caller
 * frees items. */
struct article_overlay article_overlay_new(struct article_view *view,
                                           struct app *app);

/* Draws the signs of what was kept beside a line of the text, and in linear
 * mode words behind it. */
void article_overlay_draw(const struct article_view *view, struct app *app,
                          struct area row, const struct line *line);

#endif
