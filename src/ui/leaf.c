/* Paragraphs of styled text, filled into lines by text/wrap. */
#include "ui/leaf.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/grapheme.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/number.h"

#define FIELD_COLUMN 14
#define NARROW_COLUMN 12 /* in a leaf of less than ... */
#define NARROW_CELLS 48  /* ... so many cells */

void leaf_init(struct leaf *leaf, unsigned cells, const struct charset *charset)
{
    *leaf = (struct leaf){.cells = cells ? cells : 1, .item = NO_ITEM};
    arena_init(&leaf->arena);
    flow_init(&leaf->flow, "", charset);
}

void leaf_finish(struct leaf *leaf)
{
    free(leaf->rows);
    wrap_lines_finish(&leaf->lines);
    flow_finish(&leaf->flow);
    arena_finish(&leaf->arena);
}

void leaf_add(struct leaf *leaf, enum theme_style style, const char *text)
{
    struct flow_style look = {
        .role = (uint8_t)style, .link = -1, .reference = -1};
    flow_add_words(&leaf->flow, text, look);
}

unsigned leaf_add_cut(struct leaf *leaf, const struct canvas *canvas,
                      enum theme_style style, const char *text, unsigned cells)
{
    unsigned used = (unsigned)draw_cells(canvas, text);
    if (used <= cells) {
        leaf_add(leaf, style, text);
        return used;
    }
    const char *cut = draw_glyph(canvas, GLYPH_CUT);
    unsigned cut_cells = (unsigned)draw_cells(canvas, cut);
    size_t n_bytes = grapheme_text_fit(
        text, strlen(text), cells > cut_cells ? cells - cut_cells : 0);
    char *start = mem_strndup(text, n_bytes);
    leaf_add(leaf, style, start);
    free(start);
    leaf_add(leaf, style, cut);
    return cells;
}

/* In linear mode columns are told by signs that are spoken: "u: What it is used
 * for". */
static void add_spoken(struct leaf *leaf, const char *sign)
{
    const struct buf *text = &leaf->flow.text;
    if (text->n_bytes && !buf_ends(text, " "))
        leaf_add(leaf, STYLE_TEXT, sign);
}

void leaf_tab(struct leaf *leaf, unsigned column)
{
    const struct buf *text = &leaf->flow.text;
    size_t used = grapheme_text_cells(text->data, text->n_bytes);
    if (leaf->is_linear) {
        add_spoken(leaf, ": ");
        return;
    }
    if (column + 8 > leaf->cells)
        column = leaf->cells > 12 ? 4 : 0;
    leaf_hang(leaf, column);
    if (used && used >= column)
        leaf_add(leaf, STYLE_TEXT, " ");
    for (; used < column; used++)
        leaf_add(leaf, STYLE_TEXT, " ");
}

void leaf_right(struct leaf *leaf, enum theme_style style, const char *text)
{
    const struct buf *flow = &leaf->flow.text;
    size_t used = grapheme_text_cells(flow->data, flow->n_bytes);
    size_t cells = grapheme_text_cells(text, strlen(text));
    if (leaf->is_linear) {
        add_spoken(leaf, ", ");
        leaf_add(leaf, style, text);
        return;
    }
    if (used + 1 + cells > leaf->cells)
        return;
    for (; used + cells < leaf->cells; used++)
        leaf_add(leaf, STYLE_TEXT, " ");
    leaf_add(leaf, style, text);
}

void leaf_hang(struct leaf *leaf, unsigned column)
{
    leaf->flow.hanging = column;
}

int leaf_item(struct leaf *leaf)
{
    return leaf->item = leaf->n_items++;
}

void leaf_item_more(struct leaf *leaf)
{
    leaf->item = leaf->n_items - 1;
}

void leaf_add_safety(struct leaf *leaf)
{
    leaf->has_safety = true;
    leaf_add(leaf, STYLE_SAFETY, leaf->is_linear ? _(", safety") : " !");
}

static void add_row(struct leaf *leaf, struct line line)
{
    leaf->rows =
        mem_grow(leaf->rows, leaf->n_rows, &leaf->capacity, sizeof *leaf->rows);
    leaf->rows[leaf->n_rows++] = (struct leaf_row){line, leaf->item};
}

void leaf_end(struct leaf *leaf)
{
    leaf->lines.n = 0;
    wrap_flow(&leaf->flow, leaf->cells, &leaf->arena, &leaf->lines);
    for (size_t i = 0; i < leaf->lines.n; i++)
        add_row(leaf, leaf->lines.items[i]);
    if (!leaf->lines.n)
        add_row(leaf, (struct line){.type = LINE_BLANK});
    flow_clear(&leaf->flow);
    leaf->item = NO_ITEM;
}

/* Copies the spans of a row of another leaf to the end of a line. */
static void copy_row(struct leaf *leaf, const struct leaf *from, size_t row,
                     struct line *line, struct span *spans)
{
    const struct line *part =
        row < from->n_rows ? &from->rows[row].line : &(struct line){0};
    for (uint32_t i = 0; i < part->n_spans; i++) {
        struct span span = part->spans[i];
        span.text = arena_strndup(&leaf->arena, span.text, span.n_bytes);
        wrap_line_add(line, spans, span);
    }
}

void leaf_add_beside(struct leaf *leaf, const struct leaf *left,
                     const struct leaf *right, unsigned column)
{
    size_t n = number_max(left->n_rows, right->n_rows);
    for (size_t row = 0; row < n; row++) {
        size_t n_spans = 1;
        n_spans += row < left->n_rows ? left->rows[row].line.n_spans : 0;
        n_spans += row < right->n_rows ? right->rows[row].line.n_spans : 0;
        struct span *spans = arena_alloc(&leaf->arena, n_spans * sizeof *spans);
        struct line line = {.text_at = NO_TEXT, .type = LINE_TEXT};
        copy_row(leaf, left, row, &line, spans);
        if (row < right->n_rows && line.cells < column) {
            unsigned cells = column - line.cells;
            wrap_line_add(
                &line, spans,
                flow_span(arena_printf(&leaf->arena, "%*s", (int)cells, ""),
                          cells, ROLE_TEXT));
        }
        copy_row(leaf, right, row, &line, spans);
        add_row(leaf, line);
    }
}

void leaf_line(struct leaf *leaf, enum theme_style style, const char *text)
{
    leaf_add(leaf, style, text);
    leaf_end(leaf);
}

void leaf_heading(struct leaf *leaf, const char *text)
{
    if (leaf->n_rows)
        leaf_end(leaf);
    leaf_line(leaf, STYLE_SUBHEADING, text);
}

void leaf_field(struct leaf *leaf, const char *label, const char *text)
{
    if (!text || !*text)
        return;
    leaf_add(leaf, STYLE_DIM, label);
    leaf_tab(leaf, leaf->cells < NARROW_CELLS ? NARROW_COLUMN : FIELD_COLUMN);
    leaf_add(leaf, STYLE_TEXT, text);
    leaf_end(leaf);
}

void leaf_draw(const struct leaf *leaf, const struct canvas *canvas,
               struct area area)
{
    for (size_t row = 0; row < leaf->n_rows && (int)row < area.rows; row++)
        draw_line(canvas, area_row(area, (int)row), &leaf->rows[row].line, NULL,
                  0);
}

void leaf_draw_more(const struct leaf *leaf, const struct canvas *canvas,
                    struct area frame, size_t end)
{
    struct buf text;
    buf_init(&text);
    if (end < leaf->n_rows)
        buf_printf(
            &text,
            n_(" %zu more line ", " %zu more lines ", leaf->n_rows - end),
            leaf->n_rows - end);
    else
        buf_add(&text, _(" end "));
    draw_frame_note(canvas, frame, text.data);
    buf_finish(&text);
}
