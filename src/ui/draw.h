/* Draws text: made safe, clipped by cells, in a style. */
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

/* What drawing needs to know. All views draw on the same canvas. */
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

/* Part of an article's text that is shown in another style. If text_end is
 * NO_TEXT it is whole lines with all that decorates them. */
struct highlight {
    uint32_t text_start, text_end;
    enum theme_style style;
};

/* Makes a string safe and draws it in the first row of an area, cut with "…" if
 * it is longer. Returns the cells used. */
int draw_text(const struct canvas *canvas, struct area area,
              enum theme_style style, const char *text);
/* The same at the right end of the area. */
int draw_text_right(const struct canvas *canvas, struct area area,
                    enum theme_style style, const char *text);

/* Draws a line of spans, clipped to area.cols. Highlights, in order of their
 * offsets, override the styles of spans. */
void draw_line(const struct canvas *canvas, struct area area,
               const struct line *line, const struct highlight *highlights,
               size_t n_highlights);

/* Says what the "!" beside a section means. */
void draw_safety_key(const struct canvas *canvas, struct area area);

/* Fills an area with spaces. */
void draw_fill(const struct canvas *canvas, struct area area,
               enum theme_style style);

/* Draws a thin line over the first row of an area. */
void draw_rule(const struct canvas *canvas, struct area area);

/* The same down the first column. */
void draw_line_down(const struct canvas *canvas, struct area area);

/* Clears the words that an area cuts, and a cell at either side of it. */
void draw_cut_words(const struct canvas *canvas, struct area area);

/* Makes what was drawn in an area quiet, for it lies behind a box. */
void draw_behind(const struct canvas *canvas, struct area area);

/* Draws a frame with a title in its top edge and empties the inside. Returns
 * the inside, less a cell at either side. */
struct area draw_frame(const struct canvas *canvas, struct area area,
                       const char *title);

/* Draws a note at the right of a frame's bottom edge. */
void draw_frame_note(const struct canvas *canvas, struct area frame,
                     const char *text);

/* Sets where the terminal's cursor rests after drawing. */
void draw_cursor(struct canvas *canvas, int row, int col);

/* The cells that a string takes if drawn in full. */
int draw_cells(const struct canvas *canvas, const char *text);

/* An area without its first n rows; one row of it; an area without its first n
 * columns. */
struct area area_below(struct area area, int n_rows);
struct area area_row(struct area area, int row);
struct area area_right_of(struct area area, int n_cols);

#endif
