/* Lays out blocks. Quotes, tables and risk blocks have files of their own. */
#include "text/block.h"

#include <string.h>
#include <stdio.h>

#include "base/grapheme.h"
#include "text/details.h"
#include "text/empty.h"
#include "text/inline.h"

#define TAB_CELLS 4 /* the tab stops of CommonMark */
#define LABEL_GAP_CELLS 2u

static void add_paragraph(struct page *page, const struct node *node)
{
    page_begin_flow(page);
    inline_add(page, node, flow_style(ROLE_TEXT));
    page_end_flow(page);
}

static void add_notice(struct page *page, const struct node *node)
{
    struct flow *flow = page_begin_flow(page);
    flow_add(flow, (struct text_range){node->text_start, node->text_end},
             flow_style(ROLE_DIM));
    page_end_flow(page);
}

bool block_is_section(const struct article *article, const struct node *node)
{
    if (node->type != NODE_HEADING)
        return false;
    size_t section = article->headings[node->heading.index].section;
    return section < article->n_sections &&
           article->sections[section].heading == node->heading.index;
}

/* Returns the label of the heading's kind, or NULL if labels are not shown or
 * the heading already says it. */
static const char *label_of(const struct page *page, const struct node *node)
{
    const struct article *article = page->article;
    const struct heading *heading = &article->headings[node->heading.index];
    if (!page->options->kind_labels || heading->kind == KIND_NONE)
        return NULL;
    const char *label = article_kind_label(article, heading->kind);
    return kind_heading_says(heading->title, label) ? NULL : label;
}

/* Puts the label at the right end of the heading's last line, if it fits. */
static void add_label(struct page *page, const char *label)
{
    if (!label || !page->pieces.n || page->rtl)
        return;
    struct line *line = &page->pieces.items[page->pieces.n - 1];
    struct span span = page_words(page, label, ROLE_KIND);
    unsigned cells = page_cells(page);
    if (line->cells + LABEL_GAP_CELLS + span.cells > cells)
        return;
    struct span *spans =
        arena_alloc(page->arena, (line->n_spans + 2) * sizeof *spans);
    memcpy(spans, line->spans, line->n_spans * sizeof *spans);
    wrap_line_add(line, spans,
                  page_spaces(page, cells - line->cells - span.cells));
    wrap_line_add(line, spans, span);
}

static void add_linear_label(struct flow *flow, const char *label)
{
    if (!label)
        return;
    flow_add_words(flow, " (", flow_style(ROLE_KIND));
    flow_add_words(flow, label, flow_style(ROLE_KIND));
    flow_add_words(flow, ")", flow_style(ROLE_KIND));
}

static void add_empty_remark(struct page *page, size_t heading)
{
    const char *words = empty_section_words(page->article, heading);
    if (!words)
        return;
    bool warns = empty_section_warns(page->article, heading);
    page_add_blank(page);
    flow_add_words(page_begin_flow(page), words,
                   flow_style(warns ? ROLE_WARNING : ROLE_DIM));
    page_end_flow(page);
}

static void add_heading(struct page *page, const struct node *node)
{
    bool section = block_is_section(page->article, node);
    struct flow_style style =
        flow_style(section ? ROLE_HEADING : ROLE_SUBHEADING);
    const char *label = label_of(page, node);
    struct flow *flow = page_begin_flow(page);
    if (page->options->linear) {
        flow_add_words(flow,
                       word_in(section ? WORD_SECTION : WORD_SUBSECTION,
                               page->article->lang),
                       flow_style(ROLE_DIM));
        flow_add_words(flow, ": ", flow_style(ROLE_DIM));
    }
    inline_add(page, node, style);
    if (page->options->linear)
        add_linear_label(flow, label);
    page_wrap(page);
    if (!page->options->linear)
        add_label(page, label);
    if (page->pieces.n)
        page->pieces.items[0].type = section ? LINE_HEADING : LINE_SUBHEADING;
    page_add_pieces(page);
    add_empty_remark(page, node->heading.index);
}

static void add_rule(struct page *page)
{
    unsigned cells = page_cells(page);
    if (page->options->linear && cells > 3)
        cells = 3;
    page_add_span(page, page_repeat(page, GLYPH_LIGHT, cells, ROLE_BORDER),
                  page->type);
}

/* Returns the line with its indentation limited to half of the width. */
static struct text_range limit_indentation(const struct page *page,
                                           struct text_range line)
{
    uint32_t max_spaces = page_cells(page) / 2, n_spaces = 0;
    while (line.start + n_spaces < line.end &&
           page->article->text[line.start + n_spaces] == ' ')
        n_spaces++;
    if (n_spaces > max_spaces)
        line.start += n_spaces - max_spaces;
    return line;
}

/* Fills the flow with a line as it is, but with its tabs expanded. */
static void fill_verbatim(struct flow *flow, struct text_range line)
{
    struct flow_style style = flow_style(ROLE_CODE);
    size_t cells = 0;
    flow->keep_spaces = true;
    while (line.start < line.end) {
        const char *text = flow->source + line.start;
        const char *tab = memchr(text, '\t', line.end - line.start);
        uint32_t end = tab ? line.start + (uint32_t)(tab - text) : line.end;
        size_t n_before = flow->text.n_bytes;
        flow_add(flow, (struct text_range){line.start, end}, style);
        cells += grapheme_text_cells(flow->text.data + n_before,
                                     flow->text.n_bytes - n_before);
        line.start = end;
        if (tab) {
            flow_add_replacement(flow, (struct text_range){end, end + 1},
                                 &"    "[cells % TAB_CELLS], style);
            cells += TAB_CELLS - cells % TAB_CELLS;
            line.start++;
        }
    }
}

static void add_verbatim_line(struct page *page, struct text_range line)
{
    struct flow *flow = page_begin_flow(page);
    fill_verbatim(flow, limit_indentation(page, line));
    if (flow->text.n_bytes)
        page_end_flow(page);
    else
        page_add(page, (struct line){.text_at = line.end,
                                     .type = (uint8_t)page->type});
}

void block_add_verbatim(struct page *page, struct text_range shows)
{
    const char *text = page->article->text;
    struct text_range line = shows;
    while (line.start < shows.end) {
        const char *newline =
            memchr(text + line.start, '\n', shows.end - line.start);
        line.end = newline ? (uint32_t)(newline - text) : shows.end;
        add_verbatim_line(page, line);
        line.start = line.end + 1;
    }
}

static void add_code(struct page *page, const struct node *node)
{
    enum line_type type = page->type;
    page->type = LINE_CODE;
    page_announce(page, WORD_CODE);
    struct span indent = page_spaces(page, 2);
    page_open(page, (struct frame){.first = indent, .rest = indent});
    block_add_verbatim(page,
                       (struct text_range){node->text_start, node->text_end});
    page_close(page);
    page_announce_end(page, WORD_END_OF_CODE);
    page->type = type;
}

bool block_shows(const struct node *node)
{
    switch (node->type) {
    case NODE_PARAGRAPH:
        /* An image may have an address but no text. */
        return node->first || node->text_end > node->text_start;
    case NODE_HTML_BLOCK:
    case NODE_CODE_BLOCK:
    case NODE_NOTICE: return node->text_end > node->text_start;
    default: return true;
    }
}

/* List markers are indented by a cell unless the column is narrower than
 * this. */
#define INDENT_FROM_CELLS 30

/* Counts the bullet lists around this one. */
static unsigned bullet_depth(const struct node *list)
{
    unsigned depth = 0;
    for (const struct node *node = list->parent; node; node = node->parent)
        depth += node->type == NODE_LIST && !node->list.ordered;
    return depth;
}

static const char *bullet_of(const struct page *page, const struct node *list)
{
    unsigned depth = bullet_depth(list);
    return page->glyphs[GLYPH_BULLET + (depth < 2 ? depth : 2)];
}

static unsigned long last_number(const struct node *list)
{
    unsigned long number = list->list.start;
    for (const struct node *item = list->first; item && item != list->last;
         item = item->next)
        number++;
    return number;
}

/* Returns the cells of the list's widest marker and the space that follows
 * it. */
static unsigned marker_cells(const struct node *list)
{
    if (!list->list.ordered)
        return 2;
    return (unsigned)snprintf(NULL, 0, "%lu. ", last_number(list));
}

/* Returns the marker of the item with a number. Numbers are right-aligned. */
static struct span marker_of(const struct page *page, const struct node *list,
                             unsigned long number, unsigned cells)
{
    int indent = page_cells(page) >= INDENT_FROM_CELLS;
    const char *text;
    if (list->list.ordered)
        text = arena_printf(page->arena, "%*s%*lu%c ", indent, "",
                            (int)cells - 2, number, list->list.delimiter);
    else
        text = arena_printf(page->arena, "%*s%s ", indent, "",
                            bullet_of(page, list));
    return flow_span(text, strlen(text), ROLE_MARKER);
}

static void add_item(struct page *page, const struct node *item,
                     struct span marker)
{
    struct frame frame = {.first = marker,
                          .rest = page_spaces(page, marker.cells)};
    page_open(page, frame);
    block_add_children(page, item, item->parent->list.tight);
    page_close(page);
}

/* Lays out a list with hanging indents. */
static void add_list(struct page *page, const struct node *list)
{
    unsigned cells = marker_cells(list);
    unsigned long number = list->list.start;
    for (const struct node *item = list->first; item; item = item->next) {
        if (item != list->first && !list->list.tight)
            page_add_blank(page);
        add_item(page, item, marker_of(page, list, number++, cells));
    }
}

void block_add(struct page *page, const struct node *node)
{
    switch (node->type) {
    case NODE_HEADING: add_heading(page, node); break;
    case NODE_LIST: add_list(page, node); break;
    case NODE_QUOTE: quote_add(page, node); break;
    case NODE_ALERT: quote_add_alert(page, node); break;
    case NODE_TABLE: table_add(page, node); break;
    case NODE_CODE_BLOCK: add_code(page, node); break;
    case NODE_HTML_BLOCK:
        if (!details_add(page, node))
            block_add_verbatim(
                page, (struct text_range){node->text_start, node->text_end});
        break;
    case NODE_RISK: risk_add(page, node); break;
    case NODE_RULE: add_rule(page); break;
    case NODE_NOTICE: add_notice(page, node); break;
    case NODE_DOCUMENT:
    case NODE_ITEM: block_add_children(page, node, false); break;
    default: add_paragraph(page, node);
    }
}

void block_add_children(struct page *page, const struct node *parent,
                        bool tight)
{
    bool any = false;
    for (const struct node *node = parent->first; node; node = node->next) {
        if (!block_shows(node))
            continue;
        if (any && !tight)
            page_add_blank(page);
        block_add(page, node);
        any = true;
    }
}
