/* Lays out block quotes with a bar at their left, and alerts in a box. */
#include <string.h>

#include "text/block.h"
#include "text/border.h"

/* How each alert is drawn: the most serious ones with heavy lines. */
static const struct border alert_borders[ALERT_COUNT] = {
    [ALERT_EMERGENCY] = {ROLE_EMERGENCY, GLYPH_HEAVY},
    [ALERT_URGENT] = {ROLE_URGENT, GLYPH_HEAVY},
    [ALERT_SEE_DOCTOR] = {ROLE_URGENT, GLYPH_LIGHT},
    [ALERT_WARNING] = {ROLE_WARNING, GLYPH_LIGHT},
    [ALERT_CAUTION] = {ROLE_WARNING, GLYPH_LIGHT},
    [ALERT_IMPORTANT] = {ROLE_NOTE, GLYPH_LIGHT},
    [ALERT_NOTE] = {ROLE_NOTE, GLYPH_LIGHT},
    [ALERT_TIP] = {ROLE_NOTE, GLYPH_LIGHT},
};

void quote_add(struct page *page, const struct node *node)
{
    page_announce(page, WORD_QUOTE);
    if (page->options->linear) {
        block_add_children(page, node, false);
        page_announce_end(page, WORD_END_OF_QUOTE);
        return;
    }
    static const struct border light = {ROLE_BORDER, GLYPH_LIGHT};
    struct span bar = border_bar(page, &light);
    page_open(page, (struct frame){.first = bar, .rest = bar});
    block_add_children(page, node, false);
    page_close(page);
}

static void add_box(struct page *page, const struct node *node,
                    struct span label)
{
    const struct border *border = &alert_borders[node->alert];
    struct span *spans = arena_alloc(page->arena, sizeof *spans);
    struct line title = {.text_at = NO_TEXT};
    wrap_line_add(&title, spans, label);
    border_open(page, border, &title);
    block_add_children(page, node, false);
    border_close(page, border);
}

/* Lays out an alert that has no room for a box: with a bar at its left and its
 * label on a line of its own. */
static void add_barred(struct page *page, const struct node *node,
                       const char *label)
{
    const struct border *border = &alert_borders[node->alert];
    struct span bar = border_bar(page, border);
    page_open(page, (struct frame){.first = bar, .rest = bar});
    struct flow *flow = page_begin_flow(page);
    flow_add_words(flow, label, flow_style(border->role));
    page_end_flow(page);
    block_add_children(page, node, false);
    page_close(page);
}

/* Lays out an alert in linear mode: its label before the text, and a line that
 * says where it ends. */
static void add_linear(struct page *page, const struct node *node,
                       const char *label)
{
    const char *lead = arena_printf(page->arena, "%s: ", label);
    page_lead(page, page_words(page, lead, alert_borders[node->alert].role));
    block_add_children(page, node, false);
    page_flush(page);
    const char *end_of = word_in(WORD_END_OF, page->article->lang);
    page_add_remark(page, arena_printf(page->arena, "%s %s", end_of, label),
                    ".");
}

void quote_add_alert(struct page *page, const struct node *node)
{
    const char *word = alert_label(node->alert, page->article->lang);
    struct span label = page_words(page, word, alert_borders[node->alert].role);
    enum line_type type = page->type;
    page->type = LINE_ALERT;
    if (page->options->linear)
        add_linear(page, node, word);
    else if (border_fits(page, label.cells))
        add_box(page, node, label);
    else
        add_barred(page, node, word);
    page->type = type;
}
