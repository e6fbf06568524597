/* Quotes with a bar at their side, and alerts in a box with their word. */
#include <string.h>

#include "text/block.h"

#define LEAST_BOX_CELLS 20

/* How an alert is drawn: graver ones in heavy lines. */
struct alert_look {
    enum role role;
    enum glyph box; /* GLYPH_LIGHT or GLYPH_HEAVY; the rest of it follows */
};

static const struct alert_look looks[ALERT_COUNT] = {
    [ALERT_EMERGENCY] = {ROLE_EMERGENCY, GLYPH_HEAVY},
    [ALERT_URGENT] = {ROLE_URGENT, GLYPH_HEAVY},
    [ALERT_SEE_DOCTOR] = {ROLE_URGENT, GLYPH_LIGHT},
    [ALERT_WARNING] = {ROLE_WARNING, GLYPH_LIGHT},
    [ALERT_CAUTION] = {ROLE_WARNING, GLYPH_LIGHT},
    [ALERT_IMPORTANT] = {ROLE_NOTE, GLYPH_LIGHT},
    [ALERT_NOTE] = {ROLE_NOTE, GLYPH_LIGHT},
    [ALERT_TIP] = {ROLE_NOTE, GLYPH_LIGHT},
};

/* From a glyph of lines to others of the same box. */
enum { UP = 1, TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT };

static struct span bar_of(const struct page *page, enum glyph glyph,
                          enum role role)
{
    const char *text = arena_printf(page->arena, "%s ", page->glyphs[glyph]);
    return flow_span(text, strlen(text), role);
}

void quote_add(struct page *page, const struct node *node)
{
    page_announce(page, WORD_QUOTE);
    if (page->options->linear) {
        block_add_children(page, node, false);
        return;
    }
    struct span bar = bar_of(page, GLYPH_LIGHT_UP, ROLE_BORDER);
    page_open(page, (struct frame){.first = bar, .rest = bar});
    block_add_children(page, node, false);
    page_close(page);
}

/* "┏━ EMERGENCY ━━━━┓" */
static void add_top(struct page *page, const struct alert_look *look,
                    struct span label)
{
    const char *const *glyphs = page->glyphs + look->box;
    unsigned cells = page_cells(page);
    const char *start =
        arena_printf(page->arena, "%s%s ", glyphs[TOP_LEFT], glyphs[0]);
    struct span line =
        page_repeat(page, look->box, cells - label.cells - 5, look->role);
    const char *end = arena_printf(page->arena, " %.*s%s", (int)line.n_bytes,
                                   line.text, glyphs[TOP_RIGHT]);
    struct span *spans = arena_alloc(page->arena, 3 * sizeof *spans);
    spans[0] = flow_span(start, strlen(start), look->role);
    spans[1] = label;
    spans[2] = flow_span(end, strlen(end), look->role);
    page_add(page, (struct line){.spans = spans,
                                 .n_spans = 3,
                                 .text_at = NO_TEXT,
                                 .cells = (uint16_t)cells,
                                 .type = LINE_ALERT});
}

static void add_bottom(struct page *page, const struct alert_look *look)
{
    const char *const *glyphs = page->glyphs + look->box;
    struct span line =
        page_repeat(page, look->box, page_cells(page) - 2, look->role);
    const char *text =
        arena_printf(page->arena, "%s%.*s%s", glyphs[BOTTOM_LEFT],
                     (int)line.n_bytes, line.text, glyphs[BOTTOM_RIGHT]);
    page_add_span(page, flow_span(text, strlen(text), look->role), LINE_ALERT);
}

static void add_box(struct page *page, const struct node *node,
                    struct span label)
{
    const struct alert_look *look = &looks[node->alert];
    const char *side =
        arena_printf(page->arena, " %s", page->glyphs[look->box + UP]);
    struct span bar = bar_of(page, look->box + UP, look->role);
    add_top(page, look, label);
    page_open(page, (struct frame){
                        .first = bar,
                        .rest = bar,
                        .right = flow_span(side, strlen(side), look->role),
                    });
    block_add_children(page, node, false);
    page_close(page);
    add_bottom(page, look);
}

/* Where there is no room for a box: a bar, and the word on its own line. */
static void add_barred(struct page *page, const struct node *node,
                       const char *label)
{
    const struct alert_look *look = &looks[node->alert];
    struct span bar = bar_of(page, look->box + UP, look->role);
    page_open(page, (struct frame){.first = bar, .rest = bar});
    struct flow *flow = page_begin_flow(page);
    flow_add_words(flow, label, flow_style(look->role));
    page_end_flow(page);
    block_add_children(page, node, false);
    page_close(page);
}

/* The word in front of the text. */
static void add_linear(struct page *page, const struct node *node,
                       const char *label)
{
    const char *lead = arena_printf(page->arena, "%s: ", label);
    page_lead(page, page_words(page, lead, looks[node->alert].role));
    block_add_children(page, node, false);
    page_flush(page);
}

void quote_add_alert(struct page *page, const struct node *node)
{
    const char *word = alert_label(node->alert, page->article->lang);
    struct span label = page_words(page, word, looks[node->alert].role);
    enum line_type type = page->type;
    page->type = LINE_ALERT;
    if (page->options->linear)
        add_linear(page, node, word);
    else if (page_cells(page) >= LEAST_BOX_CELLS &&
             page_cells(page) >= label.cells + 6u)
        add_box(page, node, label);
    else
        add_barred(page, node, word);
    page->type = type;
}
