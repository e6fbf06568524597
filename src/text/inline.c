/* Adds inline nodes to a flow: emphasis, links, images, citations and
 * breaks. */
#include "text/inline.h"

#include <stdio.h>
#include <string.h>

#include "base/grapheme.h"
#include "base/utf8.h"

static struct text_range range_of(const struct node *node)
{
    return (struct text_range){node->text_start, node->text_end};
}

bool inline_link_is_numbered(const struct article *article,
                             const struct link *link)
{
    const struct node *node = link->node;
    size_t n_bytes = node->text_end - node->text_start;
    const char *url = link->url;
    if (!strncmp(url, "mailto:", 7))
        url += 7;
    return !link->image &&
           (strlen(url) != n_bytes ||
            memcmp(url, article->text + node->text_start, n_bytes));
}

static bool has_number(const struct page *page, const struct node *node)
{
    const struct link *link = &page->article->links[node->index];
    return page->options->link_numbers &&
           inline_link_is_numbered(page->article, link);
}

static void add_link_number(struct page *page, const struct node *node)
{
    if (!has_number(page, node))
        return;
    char number[32];
    snprintf(number, sizeof number, "%s%d%s", page->glyphs[GLYPH_LINK_OPEN],
             node->index + 1, page->glyphs[GLYPH_LINK_CLOSE]);
    struct flow_style style = flow_style(ROLE_LINK_NUMBER);
    style.link = node->index;
    flow_add_glued(&page->flow, number, style);
}

/* Adds a link for linear mode: "link 2: the words, end of link". */
static void add_linear_link(struct page *page, const struct node *node,
                            struct flow_style style)
{
    struct flow_style link_style = flow_style(ROLE_LINK_NUMBER);
    const char *lang = page->article->lang;
    const char *word = word_in(WORD_LINK, lang);
    link_style.link = node->index;
    if (has_number(page, node))
        word = arena_printf(page->arena, "%s %d", word, node->index + 1);
    flow_add_words(&page->flow, word, link_style);
    flow_add_glued(&page->flow, ": ", link_style);
    style.role = ROLE_LINK;
    style.link = node->index;
    inline_add(page, node, style);
    flow_add_glued(&page->flow, ", ", link_style);
    flow_add_words(&page->flow, word_in(WORD_END_OF_LINK, lang), link_style);
}

static void add_link(struct page *page, const struct node *node,
                     struct flow_style style)
{
    if (page->options->linear) {
        add_linear_link(page, node, style);
        return;
    }
    style.role = ROLE_LINK;
    style.link = node->index;
    inline_add(page, node, style);
    add_link_number(page, node);
}

/* Adds an image as "alternative text (image: address)". */
static void add_image(struct page *page, const struct node *node,
                      struct flow_style style)
{
    const struct article *article = page->article;
    struct flow *flow = &page->flow;
    style.role = ROLE_LINK;
    style.link = node->index;
    inline_add(page, node, style);
    const char *space = node->text_end > node->text_start ? " " : "";
    flow_add_words(flow, space, flow_style(ROLE_TEXT));
    flow_add_words(flow, "(", flow_style(ROLE_DIM));
    flow_add_words(flow, word_in(WORD_IMAGE, article->lang),
                   flow_style(ROLE_DIM));
    flow_add_words(flow, ": ", flow_style(ROLE_DIM));
    flow_add_words(flow, article->links[node->index].url, style);
    flow_add_glued(flow, ")", flow_style(ROLE_DIM));
}

void inline_add_citation(struct page *page, struct text_range shows,
                         int32_t reference)
{
    struct flow_style style = flow_style(ROLE_CITATION);
    style.reference = reference;
    const struct article *article = page->article;
    bool is_source = article->references[reference].source;
    const char *word =
        word_in(is_source ? WORD_CITED_SOURCE : WORD_CITED_NOTE, article->lang);
    const char *number =
        page->options->linear
            ? arena_printf(page->arena, "[%s %d]", word, reference + 1)
            : arena_printf(page->arena, "[%d]", reference + 1);
    flow_add_replacement(&page->flow, shows, number, style);
}

/* Tells whether a code point is Chinese or Japanese, where words are not
 * separated by spaces. */
static bool is_without_spaces(uint32_t code_point)
{
    bool hangul = (code_point >= 0x1100 && code_point <= 0x11FF) ||
                  (code_point >= 0x3130 && code_point <= 0x318F) ||
                  (code_point >= 0xAC00 && code_point <= 0xD7FF);
    return code_point >= 0x2E80 && code_point < 0x1F000 && !hangul &&
           code_point_cells(code_point) == 2;
}

/* Tells whether a soft break is between Chinese or Japanese characters, where
 * it does not stand for a space. */
static bool is_soft_break_without_space(const struct article *article,
                                        struct text_range shows)
{
    if (!shows.start || shows.end >= article->n_text_bytes)
        return false;
    size_t before =
        utf8_floor(article->text, article->n_text_bytes, shows.start - 1);
    uint32_t left, right;
    utf8_decode(article->text + before, article->n_text_bytes - before, &left);
    utf8_decode(article->text + shows.end, article->n_text_bytes - shows.end,
                &right);
    return is_without_spaces(left) && is_without_spaces(right);
}

static void add_code(struct page *page, const struct node *node,
                     struct flow_style style)
{
    if (style.role == ROLE_TEXT)
        style.role = ROLE_CODE;
    style.attributes |= markup_attributes(page, range_of(node));
    flow_add(&page->flow, range_of(node), style);
}

static void add_node(struct page *page, const struct node *node,
                     struct flow_style style)
{
    struct flow *flow = &page->flow;
    struct text_range shows = range_of(node);
    switch (node->type) {
    case NODE_EMPH:
        style.attributes |= SPAN_ITALIC;
        inline_add(page, node, style);
        break;
    case NODE_STRONG:
        style.attributes |= SPAN_BOLD;
        inline_add(page, node, style);
        break;
    case NODE_LINK: add_link(page, node, style); break;
    case NODE_IMAGE: add_image(page, node, style); break;
    case NODE_CODE: add_code(page, node, style); break;
    case NODE_HTML:
        if (markup_covers(page, shows))
            markup_add(page, shows, style);
        else
            add_code(page, node, style);
        break;
    case NODE_TEXT: markup_add(page, shows, style); break;
    case NODE_CITATION:
        if (node->index >= 0)
            inline_add_citation(page, shows, node->index);
        else
            flow_add(flow, shows, style);
        break;
    case NODE_SOFT_BREAK:
        if (markup_is_definition(page, node))
            flow_add_break(flow);
        else if (!is_soft_break_without_space(page->article, shows))
            flow_add(flow, shows, style);
        break;
    case NODE_HARD_BREAK: flow_add_break(flow); break;
    default: flow_add(flow, shows, style);
    }
}

void inline_add(struct page *page, const struct node *parent,
                struct flow_style style)
{
    if (parent->type == NODE_PARAGRAPH || parent->type == NODE_HEADING ||
        parent->type == NODE_CELL)
        markup_find(page, parent);
    for (const struct node *node = parent->first; node; node = node->next)
        add_node(page, node, style);
}
