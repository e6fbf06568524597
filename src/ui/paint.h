/* Safe text as cells of curses, in the style that is set. */
#ifndef MEDFAQ_UI_PAINT_H
#define MEDFAQ_UI_PAINT_H

#include <stddef.h>

#include "ui/draw.h"

/* Draws what fits in the first row of an area; returns the cells drawn. */
int paint_text(struct area area, const char *text, size_t n_bytes);
/* The same struck out, by U+0336 over each cluster. */
int paint_struck(struct area area, const char *text, size_t n_bytes);

/* Whether flags or emoji that terminals join have been drawn since this was
 * asked last. */
bool paint_has_joined(void);

#endif
