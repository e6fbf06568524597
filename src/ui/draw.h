/* Text on the screen: safe, clipped by cells, in a style. */
#ifndef MEDFAQ_UI_DRAW_H
#define MEDFAQ_UI_DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/charset.h"
#include "text/layout.h"
#include "ui/theme.h"

/* A rectangle of the screen, in cells. */
struct area {
    int row, col, rows, cols;
};

/* What drawing needs to know; the views draw on one canvas in turn. */
struct canvas {
    const struct theme *theme;
    const struct charset *charset; /* NULL: UTF-8 */
    bool few_glyphs;               /* the Linux console */
    int cursor_row, cursor_col;    /* of the focused item */
};

/* medfaq's own signs. */
enum draw_glyph {
    GLYPH_POINTER,
    GLYPH_DOT,
    GLYPH_CUT,
    GLYPH_DASH,
    GLYPH_HORIZONTAL,
    GLYPH_VERTICAL,
    GLYPH_TOP_LEFT,
    GLYPH_TOP_RIGHT,
    GLYPH_BOTTOM_LEFT,
    GLYPH_BOTTOM_RIGHT,
    GLYPH_COUNT
};

const char *draw_glyph(const struct canvas *canvas, enum draw_glyph glyph);

/* Part of an article's text that is shown in another style. */
struct highlight {
    uint32_t text_start, text_end;
    enum theme_style style;
};

/* Draws one string in at most area.cols cells of area's first row, cut with
 * "…" when it is longer. Returns the cells used. Makes it safe. */
int draw_text(const struct canvas *canvas, struct area area,
              enum theme_style style, const char *text);
/* The same at the right end of the area. */
int draw_text_right(const struct canvas *canvas, struct area area,
                    enum theme_style style, const char *text);

/* Draws a line of spans, clipped to area.cols; what lies in highlights, which
 * are in order, takes their style. */
void draw_line(const struct canvas *canvas, struct area area,
               const struct line *line, const struct highlight *highlights,
               size_t n_highlights);
/* Draws a line of spans in one style in place of their own. */
void draw_line_in(const struct canvas *canvas, struct area area,
                  const struct line *line, enum theme_style style);

/* Spaces. */
void draw_fill(const struct canvas *canvas, struct area area,
               enum theme_style style);

/* A frame with a title in its top edge; the inside is emptied. Returns the
 * inside, with a cell of space at either side. */
struct area draw_frame(const struct canvas *canvas, struct area area,
                       const char *title);

/* A word in the bottom edge of a frame, at the right: how much lies below. */
void draw_frame_note(const struct canvas *canvas, struct area frame,
                     const char *text);

/* Where the terminal's cursor rests after drawing. */
void draw_cursor(struct canvas *canvas, int row, int col);

/* The cells that a string takes when it is drawn whole. */
int draw_cells(const struct canvas *canvas, const char *text);

/* area without n rows at its top; its first row; and the like. */
struct area area_below(struct area area, int n_rows);
struct area area_row(struct area area, int row);
struct area area_right_of(struct area area, int n_cols);

#endif
