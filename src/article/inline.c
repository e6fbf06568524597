/* Builds inlines: text and its markup, citations, wiki links, and the [!WORD]
 * that makes a block quote an alert. */
#include "article/build.h"

#include <stdlib.h>
#include <string.h>

#include "article/slug.h"
#include "base/ascii.h"
#include "base/mem.h"
#include "base/number.h"
#include "base/utf8.h"

void inline_begin(struct builder *builder, cmark_node *block,
                  const struct node *node)
{
    builder->source_at = node->source_start;
    builder->block_end = node->source_end;
    builder->block_line = cmark_node_get_start_line(block);
    builder->block_column = cmark_node_get_start_column(block);
    builder->drop_break = false;
    builder->drop_bar = false;
}

/* Returns where libcmark has the content of a paragraph's second or later line
 * begin: after white space and block quote markers. */
static uint32_t line_content(const struct builder *builder, int line)
{
    const struct passage *passage = builder->passage;
    uint32_t start = passage_offset(passage, line, 1);
    if ((size_t)line > passage->n_lines)
        return start;
    const char *text = passage->text.data + passage->lines[line - 1].start;
    return start + (uint32_t)strspn(text, " \t>");
}

/* Returns the source offset of a position in a block's inlines. It is never
 * before the previous one and never outside the block, even where libcmark's
 * positions are wrong. */
static uint32_t offset_of(const struct builder *builder, int line, int column)
{
    uint32_t offset = line <= builder->block_line
                          ? passage_offset(builder->passage, line, column)
                          : line_content(builder, line) +
                                (uint32_t)(column - builder->block_column);
    if (offset < builder->source_at)
        return builder->source_at;
    return offset > builder->block_end ? builder->block_end : offset;
}

static uint32_t start_of(const struct builder *builder, cmark_node *node)
{
    return offset_of(builder, cmark_node_get_start_line(node),
                     cmark_node_get_start_column(node));
}

static uint32_t end_of(const struct builder *builder, cmark_node *node)
{
    return offset_of(builder, cmark_node_get_end_line(node),
                     cmark_node_get_end_column(node) + 1);
}

/* Adds an inline that holds text; its source begins at source_at. */
static struct node *add_leaf(struct builder *builder, enum node_type type,
                             const char *text, size_t n_bytes)
{
    struct node *node = build_node(builder, type);
    buf_add_n(&builder->text, text, n_bytes);
    node->text_end = (uint32_t)builder->text.n_bytes;
    return node;
}

static void add_citation(struct builder *builder, const char *text,
                         size_t n_bytes)
{
    struct node *node = add_leaf(builder, NODE_CITATION, text, n_bytes);
    node->source_end = number_min_unsigned(
        node->source_start + (uint32_t)n_bytes, builder->block_end);
    node->index = reference_find(builder, text + 2, n_bytes - 3);
    reference_cite(builder, node);
}

/* Returns the length of the citation "[^id]" at text, or 0. */
static size_t citation_bytes(const char *text)
{
    if (text[0] != '[' || text[1] != '^')
        return 0;
    size_t n = strcspn(text + 2, "]  \t\n[");
    return n && text[2 + n] == ']' ? n + 3 : 0;
}

/* Tells whether a link may begin at a source offset: not within another, and
 * only if its brackets are not escaped in the source. */
static bool may_begin_link(const struct builder *builder, const char *text,
                           size_t n_bytes, uint32_t offset)
{
    const struct article *article = builder->article;
    for (const struct node *node = builder->parent; node; node = node->parent)
        if (node->type == NODE_LINK || node->type == NODE_IMAGE)
            return false;
    return offset + n_bytes <= article->n_source_bytes &&
           memcmp(article->source + offset, text, n_bytes) == 0;
}

/* Builds a wiki link as a link that shows only its words. */
static void add_wiki_link(struct builder *builder, const char *text,
                          size_t n_bytes)
{
    struct node *node = build_node(builder, NODE_LINK);
    const char *bar = memchr(text, '|', n_bytes);
    const char *words = bar ? bar + 1 : text + 2;
    const char *end = text + n_bytes - 2;
    struct buf address;
    buf_init(&address);
    link_add_wiki_address(text + 2, (size_t)((bar ? bar : end) - text) - 2,
                          &address);
    node->index = link_add(builder, node, address.data, "");
    buf_finish(&address);
    uint32_t start = builder->source_at;
    builder->source_at += (uint32_t)(words - text);
    builder->parent = node;
    struct node *leaf =
        add_leaf(builder, NODE_TEXT, words, (size_t)(end - words));
    leaf->source_end = leaf->source_start + (uint32_t)(end - words);
    builder->parent = node->parent;
    node->text_end = leaf->text_end;
    builder->source_at = start;
    node->source_end = start + (uint32_t)n_bytes;
}

/* Returns the length of the citation or wiki link that begins at text, which
 * stands at a source offset, or 0. */
static size_t special_bytes(const struct builder *builder, const char *text,
                            uint32_t offset)
{
    size_t n = citation_bytes(text);
    if (n)
        return n;
    n = link_wiki_bytes(text);
    return n && may_begin_link(builder, text, n, offset) ? n : 0;
}

/* Splits text at its citations and wiki links. The source ranges of the parts
 * are exact unless an entity or an escape makes the source longer than the
 * text, or a NUL (which becomes U+FFFD) makes it shorter. */
static void add_text(struct builder *builder, const char *text, uint32_t end)
{
    const char *from = text;
    uint32_t start = builder->source_at =
        number_min_unsigned(builder->source_at, end);
    for (;;) {
        const char *at = strchr(from, '[');
        size_t n;
        while (at &&
               !(n = special_bytes(builder, at, start + (uint32_t)(at - text))))
            at = strchr(at + 1, '[');
        size_t n_plain = at ? (size_t)(at - from) : strlen(from);
        if (n_plain) {
            struct node *node = add_leaf(builder, NODE_TEXT, from, n_plain);
            node->source_end =
                at ? number_min_unsigned(node->source_start + (uint32_t)n_plain,
                                         end)
                   : end;
        }
        if (!at)
            break;
        builder->source_at =
            number_min_unsigned(start + (uint32_t)(at - text), end);
        if (at[1] == '[')
            add_wiki_link(builder, at, n);
        else
            add_citation(builder, at, n);
        builder->source_at =
            number_min_unsigned(builder->source_at + (uint32_t)n, end);
        from = at + n;
    }
    builder->source_at = end;
}

/* The bytes, apart from controls, that can begin markup for libcmark. */
static const bool begins_markup[256] = {
    ['!'] = true, ['&'] = true,  ['*'] = true, ['<'] = true, ['['] = true,
    [']'] = true, ['\\'] = true, ['_'] = true, ['`'] = true,
};

bool inline_is_plain(const char *text, size_t n_bytes)
{
    for (size_t i = 0; i < n_bytes; i++)
        if ((unsigned char)text[i] < ' ' ||
            begins_markup[(unsigned char)text[i]])
            return false;
    return utf8_valid_prefix(text, n_bytes) == n_bytes;
}

void inline_add_plain(struct builder *builder, struct node *node,
                      const char *text, size_t n_bytes)
{
    if (!n_bytes)
        return;
    builder->source_at = node->source_start;
    builder->parent = node;
    struct node *leaf = add_leaf(builder, NODE_TEXT, text, n_bytes);
    leaf->source_end = builder->source_at = node->source_end;
    builder->parent = node->parent;
}

/* Returns the length of an alert's "[!WORD]" and the white space that follows
 * it, or 0. */
static size_t alert_bytes(const char *text, enum alert *alert)
{
    if (text[0] != '[' || text[1] != '!')
        return 0;
    for (enum alert i = 0; i < ALERT_COUNT; i++) {
        size_t n = strlen(alert_name(i));
        if (!ascii_ncasecmp(text + 2, alert_name(i), n) && text[2 + n] == ']') {
            *alert = i;
            return n + 3 + strspn(text + n + 3, " \t");
        }
    }
    return 0;
}

/* Turns a block quote that begins with this text into an alert if the text
 * begins with "[!WORD]". Returns the length of that, or 0. */
static size_t convert_to_alert(struct builder *builder, const char *text)
{
    struct node *paragraph = builder->parent;
    struct node *quote = paragraph->parent;
    if (paragraph->type != NODE_PARAGRAPH || paragraph->first || !quote ||
        quote->type != NODE_QUOTE || quote->first != paragraph)
        return 0;
    enum alert alert;
    size_t n = alert_bytes(text, &alert);
    if (!n)
        return 0;
    quote->type = NODE_ALERT;
    quote->alert = alert;
    builder->source_at += (uint32_t)n;
    builder->drop_break = !text[n];
    return n;
}

static void enter_text(struct builder *builder, cmark_node *inline_node)
{
    const char *text = cmark_node_get_literal(inline_node);
    builder->source_at = start_of(builder, inline_node);
    uint32_t end = end_of(builder, inline_node);
    text += builder->drop_bar;
    builder->drop_bar = false;
    text += convert_to_alert(builder, text);
    add_text(builder, text, end);
}

static void enter_literal(struct builder *builder, cmark_node *inline_node,
                          enum node_type type)
{
    const char *text = cmark_node_get_literal(inline_node);
    builder->source_at = start_of(builder, inline_node);
    struct node *node = add_leaf(builder, type, text, strlen(text));
    node->source_end = end_of(builder, inline_node);
    builder->source_at = node->source_end;
}

static void enter_break(struct builder *builder, enum node_type type)
{
    if (builder->drop_break) {
        builder->drop_break = false;
        return;
    }
    add_leaf(builder, type, type == NODE_SOFT_BREAK ? " " : "\n", 1);
}

static void enter_html(struct builder *builder, cmark_node *inline_node)
{
    const char *text = cmark_node_get_literal(inline_node);
    if (!strncmp(text, "<!--", 4))
        return;
    if (!ascii_casecmp(text, "<br>") || !ascii_casecmp(text, "<br/>") ||
        !ascii_casecmp(text, "<br />"))
        enter_break(builder, NODE_HARD_BREAK);
    else
        enter_literal(builder, inline_node, NODE_HTML);
}

static const enum node_type span_types[] = {
    [CMARK_NODE_EMPH] = NODE_EMPH,
    [CMARK_NODE_STRONG] = NODE_STRONG,
    [CMARK_NODE_LINK] = NODE_LINK,
    [CMARK_NODE_IMAGE] = NODE_IMAGE,
};

static bool is_kept(const struct builder *builder)
{
    return builder->n_open_inlines <= NODE_MAX_DEPTH;
}

static void enter_span(struct builder *builder, cmark_node *inline_node)
{
    cmark_node_type type = cmark_node_get_type(inline_node);
    builder->n_open_inlines++;
    if (!is_kept(builder))
        return;
    struct node *node = build_node(builder, span_types[type]);
    if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
        node->index = link_add(builder, node, cmark_node_get_url(inline_node),
                               cmark_node_get_title(inline_node));
    else
        builder->source_at = start_of(builder, inline_node);
    node->source_start = builder->source_at;
    builder->parent = node;
}

/* Sets where a link starts from its first child, since libcmark reports the
 * line where a link ends as the line where it starts. */
static void place_link(struct node *node)
{
    uint32_t marker = node->type == NODE_IMAGE ? 2 : 1;
    if (node->first && node->first->source_start >= marker)
        node->source_start = node->first->source_start - marker;
}

static void leave_span(struct builder *builder, cmark_node *inline_node)
{
    bool kept = is_kept(builder);
    builder->n_open_inlines--;
    if (!kept)
        return;
    struct node *node = builder->parent;
    node->text_end = (uint32_t)builder->text.n_bytes;
    node->source_end = end_of(builder, inline_node);
    builder->source_at = node->source_end;
    if (node->type == NODE_LINK || node->type == NODE_IMAGE)
        place_link(node);
    builder->parent = node->parent;
}

void inline_enter(struct builder *builder, cmark_node *inline_node)
{
    cmark_node_type type = cmark_node_get_type(inline_node);
    if (type != CMARK_NODE_SOFTBREAK && type != CMARK_NODE_LINEBREAK &&
        type != CMARK_NODE_TEXT)
        builder->drop_break = false;
    switch (type) {
    case CMARK_NODE_TEXT: enter_text(builder, inline_node); break;
    case CMARK_NODE_CODE: enter_literal(builder, inline_node, NODE_CODE); break;
    case CMARK_NODE_HTML_INLINE: enter_html(builder, inline_node); break;
    case CMARK_NODE_SOFTBREAK: enter_break(builder, NODE_SOFT_BREAK); break;
    case CMARK_NODE_LINEBREAK: enter_break(builder, NODE_HARD_BREAK); break;
    default: enter_span(builder, inline_node); break;
    }
}

void inline_leave(struct builder *builder, cmark_node *inline_node)
{
    switch (cmark_node_get_type(inline_node)) {
    case CMARK_NODE_EMPH:
    case CMARK_NODE_STRONG:
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE: leave_span(builder, inline_node); break;
    default: break;
    }
}
