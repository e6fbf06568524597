/* Draws safe text as curses cells. */
#include "ui/draw.h"

#include <assert.h>
#include <curses.h>
#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/i18n.h"
#include "base/safe.h"
#include "base/utf8.h"
#include "ui/paint.h"

const char *draw_glyph(const struct canvas *canvas, enum draw_glyph glyph)
{
    static const struct {
        const char *utf8, *console, *ascii;
    } glyphs[] = {
        [GLYPH_POINTER] = {"▸", "►", ">"},
        [GLYPH_DOT] = {"·", "·", "-"},
        [GLYPH_CUT] = {"…", "...", "..."},
        [GLYPH_DASH] = {"–", "-", "-"},
        [GLYPH_HORIZONTAL] = {"─", "─", "-"},
        [GLYPH_VERTICAL] = {"│", "│", "|"},
        [GLYPH_TOP_LEFT] = {"┌", "┌", "+"},
        [GLYPH_TOP_RIGHT] = {"┐", "┐", "+"},
        [GLYPH_BOTTOM_LEFT] = {"└", "└", "+"},
        [GLYPH_BOTTOM_RIGHT] = {"┘", "┘", "+"},
    };
    static_assert(sizeof(glyphs) / sizeof *glyphs == GLYPH_COUNT,
                  "every glyph has a row");
    if (canvas->charset)
        return glyphs[glyph].ascii;
    return canvas->few_glyphs ? glyphs[glyph].console : glyphs[glyph].utf8;
}

int draw_cells(const struct canvas *canvas, const char *text)
{
    char *safe = safe_string(text, canvas->charset);
    int cells = (int)grapheme_text_cells(safe, strlen(safe));
    free(safe);
    return cells;
}

int draw_text(const struct canvas *canvas, struct area area,
              enum theme_style style, const char *text)
{
    if (area.cols <= 0 || area.rows <= 0)
        return 0;
    char *safe = safe_string(text, canvas->charset);
    size_t n_bytes = strlen(safe);
    theme_set_style(canvas->theme, style, 0);
    int used;
    if (grapheme_text_cells(safe, n_bytes) <= (size_t)area.cols) {
        used = paint_text(area, safe, n_bytes);
    } else {
        const char *sign = draw_glyph(canvas, GLYPH_CUT);
        struct area cut = area;
        cut.cols -= draw_cells(canvas, sign);
        used = paint_text(cut, safe, n_bytes);
        used += paint_text(area_right_of(area, used), sign, strlen(sign));
    }
    free(safe);
    return used;
}

int draw_text_right(const struct canvas *canvas, struct area area,
                    enum theme_style style, const char *text)
{
    int cells = draw_cells(canvas, text);
    if (cells < area.cols)
        area = area_right_of(area, area.cols - cells);
    return draw_text(canvas, area, style, text);
}

/* The last start of a cluster at or before end, from at, which is one. */
static size_t cluster_floor(const struct span *span, size_t at, size_t end)
{
    size_t next = at;
    while (next < end) {
        at = next;
        next += grapheme_next(span->text + at, span->n_bytes - at);
    }
    return next == end ? end : at;
}

/* The end of the cluster before end, from at, which is the start of one. */
static size_t cluster_ceil(const struct span *span, size_t at, size_t end)
{
    while (at < end)
        at += grapheme_next(span->text + at, span->n_bytes - at);
    return at;
}

/* The end of the piece of a span from an offset that has one style; what
 * highlights a part of a cluster highlights all of it. */
static size_t piece(const struct span *span, size_t at,
                    const struct highlight *highlights, size_t n_highlights,
                    enum theme_style *highlight)
{
    *highlight = STYLE_NONE;
    if (n_highlights && highlights->text_end == NO_TEXT)
        *highlight = highlights->style;
    if (span->text_start == NO_TEXT || *highlight != STYLE_NONE)
        return span->n_bytes;
    bool parallel = span->n_bytes == span->text_end - span->text_start;
    uint32_t start = span->text_start + (parallel ? (uint32_t)at : 0);
    for (size_t i = 0; i < n_highlights; i++) {
        const struct highlight *one = &highlights[i];
        if (one->text_start >= span->text_end)
            break;
        if (one->text_end <= start)
            continue;
        if (parallel && one->text_start > start) {
            size_t end =
                cluster_floor(span, at, one->text_start - span->text_start);
            if (end > at)
                return end;
        }
        *highlight = one->style;
        if (parallel && one->text_end < span->text_end)
            return cluster_ceil(span, at, one->text_end - span->text_start);
        break;
    }
    return span->n_bytes;
}

static unsigned extra_of(const struct span *span)
{
    return (span->attributes & SPAN_BOLD ? LOOK_BOLD : 0u) |
           (span->attributes & SPAN_ITALIC ? LOOK_ITALIC : 0u);
}

/* A term keeps the style of its text, and gets the theme's underline. */
static void set_style(const struct canvas *canvas, const struct span *span,
                      enum theme_style highlight)
{
    enum theme_style own = (enum theme_style)span->role;
    unsigned extra = extra_of(span);
    /* Many terminals turn bold black into grey. */
    if (highlight == STYLE_MATCH || highlight == STYLE_MATCH_HERE ||
        ((highlight == STYLE_HIGHLIGHT || highlight == STYLE_CHOSEN) &&
         canvas->theme->colors))
        extra &= ~(unsigned)LOOK_BOLD;
    if (highlight == STYLE_TERM)
        extra |= own == STYLE_TEXT ? canvas->theme->looks[STYLE_TERM].attributes
                                   : LOOK_UNDERLINE;
    theme_set_style(
        canvas->theme,
        highlight == STYLE_NONE || highlight == STYLE_TERM ? own : highlight,
        extra);
}

void draw_line(const struct canvas *canvas, struct area area,
               const struct line *line, const struct highlight *highlights,
               size_t n_highlights)
{
    for (uint32_t i = 0; i < line->n_spans && area.cols > 0; i++) {
        const struct span *span = &line->spans[i];
        for (size_t at = 0; at < span->n_bytes;) {
            enum theme_style highlight;
            size_t end = piece(span, at, highlights, n_highlights, &highlight);
            set_style(canvas, span, highlight);
            int used = span->attributes & SPAN_STRUCK
                           ? paint_struck(area, span->text + at, end - at)
                           : paint_text(area, span->text + at, end - at);
            area = area_right_of(area, used);
            at = end;
        }
    }
}

void draw_safety_key(const struct canvas *canvas, struct area area)
{
    int used = draw_text(canvas, area, STYLE_SAFETY, " ! ");
    draw_text(canvas, area_right_of(area, used), STYLE_DIM, _("about safety "));
}

void draw_fill(const struct canvas *canvas, struct area area,
               enum theme_style style)
{
    theme_set_style(canvas->theme, style, 0);
    for (int row = 0; row < area.rows && area.cols > 0; row++)
        mvhline(area.row + row, area.col, ' ', area.cols);
}

void draw_rule(const struct canvas *canvas, struct area area)
{
    const char *dash = draw_glyph(canvas, GLYPH_HORIZONTAL);
    wchar_t text[2] = {0};
    uint32_t code_point;
    attr_t attributes;
    short pair;
    cchar_t cell;
    utf8_decode(dash, strlen(dash), &code_point);
    text[0] = (wchar_t)code_point;
    theme_set_style(canvas->theme, STYLE_FRAME, 0);
    attr_get(&attributes, &pair, NULL);
    if (area.cols > 0 && setcchar(&cell, text, attributes, pair, NULL) == OK)
        mvhline_set(area.row, area.col, &cell, area.cols);
}

void draw_line_down(const struct canvas *canvas, struct area area)
{
    const char *bar = draw_glyph(canvas, GLYPH_VERTICAL);
    theme_set_style(canvas->theme, STYLE_FRAME, 0);
    for (int row = 0; row < area.rows; row++)
        paint_text((struct area){area.row + row, area.col, 1, 1}, bar,
                   strlen(bar));
}

/* Whether a cell beside an area has nothing of a word in it. */
static bool is_between_words(int row, int col)
{
    cchar_t cell;
    wchar_t text[CCHARW_MAX + 1] = {0};
    attr_t attributes;
    short pair;
    if (col < 0 || col >= COLS || mvin_wch(row, col, &cell) != OK)
        return true;
    getcchar(&cell, text, &attributes, &pair, NULL);
    return text[0] == L' ' || text[0] == L'\0';
}

void draw_cut_words(const struct canvas *canvas, struct area area)
{
    for (int row = area.row; row < area.row + area.rows; row++) {
        int start = area.col - 1, end = area.col + area.cols;
        while (!is_between_words(row, start))
            start--;
        while (!is_between_words(row, end))
            end++;
        start = start < 0 ? 0 : start;
        end = end < COLS ? end + 1 : COLS;
        draw_fill(canvas, (struct area){row, start, 1, end - start},
                  STYLE_TEXT);
    }
}

void draw_behind(const struct canvas *canvas, struct area area)
{
    attr_t attributes;
    short pair;
    theme_set_style(canvas->theme, STYLE_BEHIND, 0);
    attr_get(&attributes, &pair, NULL);
    for (int row = 0; row < area.rows; row++)
        mvchgat(area.row + row, area.col, area.cols, attributes, pair, NULL);
}

static void draw_edge(const struct canvas *canvas, struct area area,
                      enum draw_glyph left, enum draw_glyph right)
{
    struct area rule = area_right_of(area, 1);
    rule.cols--;
    draw_text(canvas, area, STYLE_FRAME, draw_glyph(canvas, left));
    draw_rule(canvas, rule);
    draw_text(canvas, area_right_of(area, area.cols - 1), STYLE_FRAME,
              draw_glyph(canvas, right));
}

struct area draw_frame(const struct canvas *canvas, struct area area,
                       const char *title)
{
    draw_fill(canvas, area, STYLE_TEXT);
    draw_edge(canvas, area, GLYPH_TOP_LEFT, GLYPH_TOP_RIGHT);
    if (*title) {
        struct area place = {area.row, area.col + 2, 1, area.cols - 4};
        struct buf padded;
        buf_init(&padded);
        buf_printf(&padded, " %s ", title);
        draw_text(canvas, place, STYLE_TITLE, padded.data);
        buf_finish(&padded);
    }
    struct area sides = area_below(area, 1);
    sides.rows--;
    draw_line_down(canvas, sides);
    draw_line_down(canvas, area_right_of(sides, area.cols - 1));
    draw_edge(canvas, area_row(area, area.rows - 1), GLYPH_BOTTOM_LEFT,
              GLYPH_BOTTOM_RIGHT);
    return (struct area){area.row + 1, area.col + 2, area.rows - 2,
                         area.cols - 4};
}

void draw_frame_note(const struct canvas *canvas, struct area frame,
                     const char *text)
{
    struct area edge = area_row(frame, frame.rows - 1);
    edge.cols -= 2;
    draw_text_right(canvas, edge, STYLE_DIM, text);
}

void draw_cursor(struct canvas *canvas, int row, int col)
{
    canvas->cursor_row = row;
    canvas->cursor_col = col;
}

struct area area_below(struct area area, int n_rows)
{
    area.row += n_rows;
    area.rows -= n_rows;
    return area;
}

struct area area_row(struct area area, int row)
{
    area.row += row;
    area.rows = 1;
    return area;
}

struct area area_right_of(struct area area, int n_cols)
{
    area.col += n_cols;
    area.cols -= n_cols;
    return area;
}
