/* Wrapping paragraphs of styled runs. */
#include "ui/leaf.h"

#include <stdlib.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/linebreak.h"
#include "base/mem.h"
#include "base/safe.h"

#define FIELD_COLUMN 14

void leaf_init(struct leaf *leaf, unsigned cells, const struct charset *charset)
{
    *leaf = (struct leaf){.cells = cells ? cells : 1, .charset = charset};
    arena_init(&leaf->arena);
    buf_init(&leaf->text);
    leaf->item = NO_ITEM;
}

void leaf_finish(struct leaf *leaf)
{
    free(leaf->rows);
    buf_finish(&leaf->text);
    arena_finish(&leaf->arena);
}

void leaf_add(struct leaf *leaf, enum style style, const char *text)
{
    size_t max = sizeof(leaf->runs) / sizeof *leaf->runs;
    if (leaf->n_runs < max)
        leaf->runs[leaf->n_runs++] =
            (struct leaf_run){leaf->text.n_bytes, style};
    safe_text(text, strlen(text), leaf->charset, &leaf->text);
}

void leaf_tab(struct leaf *leaf, unsigned column)
{
    size_t used = text_cells(leaf->text.data, leaf->text.n_bytes);
    if (column + 8 > leaf->cells)
        column = leaf->cells > 12 ? 4 : 0;
    leaf_add(leaf, STYLE_TEXT, used ? " " : "");
    for (used += used > 0; used < column; used++)
        buf_add_char(&leaf->text, ' ');
    leaf->hanging = column;
}

int leaf_item(struct leaf *leaf)
{
    return leaf->item = leaf->n_items++;
}

static enum style style_at(const struct leaf *leaf, size_t offset, size_t *end)
{
    enum style style = STYLE_TEXT;
    *end = leaf->text.n_bytes;
    for (size_t i = 0; i < leaf->n_runs; i++) {
        if (leaf->runs[i].start > offset) {
            *end = leaf->runs[i].start;
            break;
        }
        style = leaf->runs[i].style;
    }
    return style;
}

static struct span *add_span(struct leaf *leaf, struct span *spans,
                             uint32_t *n_spans, struct span span)
{
    struct span *grown =
        arena_alloc(&leaf->arena, (*n_spans + 1) * sizeof *grown);
    if (*n_spans)
        memcpy(grown, spans, *n_spans * sizeof *grown);
    span.cells = (uint16_t)text_cells(span.text, span.n_bytes);
    span.text_end = span.n_bytes; /* so that highlights reach it */
    span.link = span.reference = -1;
    grown[(*n_spans)++] = span;
    return grown;
}

static void add_row(struct leaf *leaf, size_t start, size_t end,
                    unsigned indent)
{
    struct line line = {.type = LINE_TEXT};
    struct span *spans = NULL;
    char *spaces = arena_alloc(&leaf->arena, indent + 1);
    memset(spaces, ' ', indent);
    if (indent)
        spans = add_span(leaf, spans, &line.n_spans,
                         (struct span){.text = spaces, .n_bytes = indent});
    while (start < end) {
        size_t until;
        enum style style = style_at(leaf, start, &until);
        until = until < end ? until : end;
        struct span span = {
            .text = arena_strndup(&leaf->arena, leaf->text.data + start,
                                  until - start),
            .n_bytes = (uint32_t)(until - start),
            .role = (uint8_t)style,
        };
        spans = add_span(leaf, spans, &line.n_spans, span);
        start = until;
    }
    line.spans = spans;
    leaf->rows =
        mem_grow(leaf->rows, leaf->n_rows, &leaf->capacity, sizeof *leaf->rows);
    leaf->rows[leaf->n_rows++] = (struct leaf_row){line, leaf->item};
}

/* What is longer than a row breaks behind a sign that addresses have, if there
 * is one in the second half of the row. */
static size_t forced_end(const struct leaf *leaf, size_t start, size_t fits)
{
    const char *text = leaf->text.data;
    for (size_t end = fits; end > start + (fits - start) / 2; end--)
        if (strchr("/?&=-_.", text[end - 1]))
            return end;
    if (fits > start)
        return fits;
    return start + grapheme_next(text + start, leaf->text.n_bytes - start);
}

/* Where the row that begins at start ends, within cells. */
static size_t row_end(const struct leaf *leaf, const char *breaks, size_t start,
                      size_t cells)
{
    const struct buf *text = &leaf->text;
    size_t fits =
        start + text_fit(text->data + start, text->n_bytes - start, cells);
    if (fits == text->n_bytes)
        return fits;
    size_t end = fits;
    while (end < text->n_bytes && text->data[end] == ' ')
        end++;
    while (end > start && breaks[end] == LINE_BREAK_NO)
        end--;
    return end > start ? end : forced_end(leaf, start, fits);
}

static size_t trimmed(const char *text, size_t start, size_t end)
{
    while (end > start && text[end - 1] == ' ')
        end--;
    return end;
}

static void wrap(struct leaf *leaf)
{
    const struct buf *text = &leaf->text;
    char *breaks = mem_calloc(text->n_bytes + 1, 1);
    unsigned indent = 0;
    line_breaks(text->data, text->n_bytes, breaks);
    for (size_t start = 0; start < text->n_bytes;) {
        size_t end = row_end(leaf, breaks, start, leaf->cells - indent);
        add_row(leaf, start, trimmed(text->data, start, end), indent);
        start = end;
        indent = leaf->hanging < leaf->cells ? leaf->hanging : 0;
    }
    free(breaks);
}

void leaf_end(struct leaf *leaf)
{
    if (leaf->text.n_bytes)
        wrap(leaf);
    else
        add_row(leaf, 0, 0, 0);
    buf_clear(&leaf->text);
    leaf->n_runs = 0;
    leaf->hanging = 0;
    leaf->item = NO_ITEM;
}

void leaf_line(struct leaf *leaf, enum style style, const char *text)
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
    leaf_tab(leaf, FIELD_COLUMN);
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
        buf_printf(&text, " %zu more ", leaf->n_rows - end);
    else
        buf_add(&text, " end ");
    draw_frame_note(canvas, frame, text.data);
    buf_finish(&text);
}
