/* Draws the boxes of alerts and of pictures of figures. */
#include "text/border.h"

#include <string.h>

#define BOX_MIN_CELLS 20
#define EDGE_CELLS 5 /* "┌─ " and " ┐" around a title */

/* Offsets from border->lines to the other glyphs of a box. */
enum { UP = 1, TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT };

struct span border_bar(const struct page *page, const struct border *border)
{
    const char *text =
        arena_printf(page->arena, "%s ", page->glyphs[border->lines + UP]);
    return flow_span(text, strlen(text), border->role);
}

bool border_fits(const struct page *page, unsigned title_cells)
{
    unsigned cells = page_cells(page);
    return cells >= BOX_MIN_CELLS && cells >= title_cells + EDGE_CELLS + 1;
}

static struct span edge(const struct page *page, const struct border *border,
                        const char *start, unsigned cells, const char *end)
{
    struct span line = page_repeat(page, border->lines, cells, border->role);
    const char *text = arena_printf(page->arena, "%s%.*s%s", start,
                                    (int)line.n_bytes, line.text, end);
    return flow_span(text, strlen(text), border->role);
}

/* "┏━ EMERGENCY ━━━━┓" */
static void add_top(struct page *page, const struct border *border,
                    const struct line *title)
{
    const char *const *glyphs = page->glyphs + border->lines;
    unsigned cells = page_cells(page);
    struct span *spans =
        arena_alloc(page->arena, (title->n_spans + 2) * sizeof *spans);
    struct line line = {.text_at = title->text_at, .type = (uint8_t)page->type};
    if (!title->n_spans) {
        wrap_line_add(
            &line, spans,
            edge(page, border, glyphs[TOP_LEFT], cells - 2, glyphs[TOP_RIGHT]));
        page_add(page, line);
        return;
    }
    const char *start =
        arena_printf(page->arena, "%s%s ", glyphs[TOP_LEFT], glyphs[0]);
    wrap_line_add(&line, spans, flow_span(start, strlen(start), border->role));
    for (uint32_t i = 0; i < title->n_spans; i++)
        wrap_line_add(&line, spans, title->spans[i]);
    wrap_line_add(&line, spans,
                  edge(page, border, " ", cells - title->cells - EDGE_CELLS,
                       glyphs[TOP_RIGHT]));
    page_add(page, line);
}

void border_open(struct page *page, const struct border *border,
                 const struct line *title)
{
    const char *right =
        arena_printf(page->arena, " %s", page->glyphs[border->lines + UP]);
    struct span bar = border_bar(page, border);
    add_top(page, border, title);
    page_open(page, (struct frame){
                        .first = bar,
                        .rest = bar,
                        .right = flow_span(right, strlen(right), border->role),
                    });
}

void border_close(struct page *page, const struct border *border)
{
    const char *const *glyphs = page->glyphs + border->lines;
    page_close(page);
    page_add_span(page,
                  edge(page, border, glyphs[BOTTOM_LEFT], page_cells(page) - 2,
                       glyphs[BOTTOM_RIGHT]),
                  page->type);
}
