/* Builds the blocks of an article from libcmark's tree. */
#include "article/build.h"

#include <string.h>

#include "article/risk.h"
#include "article/table.h"
#include "base/mem.h"

#define NODES_PER_ALLOCATION 128

static void add_block(struct builder *builder, const struct node *node)
{
    struct article *article = builder->article;
    article->blocks =
        mem_grow(article->blocks, article->n_blocks, &builder->blocks_capacity,
                 sizeof *article->blocks);
    article->blocks[article->n_blocks++] = node;
}

struct node *build_node(struct builder *builder, enum node_type type)
{
    if (!builder->n_spare) {
        builder->spare = arena_alloc(builder->arena, NODES_PER_ALLOCATION *
                                                         sizeof(struct node));
        builder->n_spare = NODES_PER_ALLOCATION;
    }
    struct node *node = builder->spare++;
    builder->n_spare--;
    node->type = type;
    node->text_start = node->text_end = (uint32_t)builder->text.n_bytes;
    node->source_start = node->source_end = builder->source_at;
    node->parent = builder->parent;
    if (!node->parent)
        return node;
    if (node->parent->last)
        node->parent->last->next = node;
    else
        node->parent->first = node;
    node->parent->last = node;
    if (node->parent == builder->article->root)
        add_block(builder, node);
    return node;
}

void build_end(struct builder *builder, struct node *node)
{
    struct article *article = builder->article;
    node->text_end = (uint32_t)builder->text.n_bytes;
    buf_add_char(&builder->text, '\n');
    article->leaves =
        mem_grow(article->leaves, article->n_leaves, &builder->leaves_capacity,
                 sizeof *article->leaves);
    article->leaves[article->n_leaves++] = node;
}

/* libcmark reports correct positions for leaf blocks only. leave_container sets
 * the end of a container from its last child. */
static void place_block(struct builder *builder, struct node *node,
                        cmark_node *block)
{
    const struct passage *passage = builder->passage;
    uint32_t start = passage_offset(passage, cmark_node_get_start_line(block),
                                    cmark_node_get_start_column(block));
    uint32_t end = passage_offset(passage, cmark_node_get_end_line(block),
                                  cmark_node_get_end_column(block) + 1);
    node->source_start = start;
    node->source_end = end > start ? end : start;
}

unsigned build_line_of(struct builder *builder, uint32_t source)
{
    const struct article *article = builder->article;
    if (source < builder->line_start) {
        builder->line_start = (uint32_t)article->body_start;
        builder->line = builder->body_line;
    }
    for (;;) {
        size_t n =
            passage_line_length(article->source + builder->line_start,
                                article->n_source_bytes - builder->line_start);
        if (!n || builder->line_start + n > source)
            return builder->line;
        builder->line_start += (uint32_t)n;
        builder->line++;
    }
}

static void add_list(struct node *node, cmark_node *block)
{
    int start = cmark_node_get_list_start(block);
    bool parenthesis = cmark_node_get_list_delim(block) == CMARK_PAREN_DELIM;
    node->list.ordered = cmark_node_get_list_type(block) == CMARK_ORDERED_LIST;
    node->list.tight = cmark_node_get_list_tight(block);
    node->list.delimiter = parenthesis ? ')' : '.';
    node->list.start = start > 0 ? (unsigned)start : 0;
}

static const enum node_type block_types[] = {
    [CMARK_NODE_BLOCK_QUOTE] = NODE_QUOTE,
    [CMARK_NODE_LIST] = NODE_LIST,
    [CMARK_NODE_ITEM] = NODE_ITEM,
    [CMARK_NODE_PARAGRAPH] = NODE_PARAGRAPH,
    [CMARK_NODE_HEADING] = NODE_HEADING,
};

/* Tells whether a container block gets a node of its own. Those nested deeper
 * than NODE_MAX_DEPTH do not: their children are added to the container that is
 * open. A list is flattened one level earlier, since it may only hold items. */
static bool is_kept(const struct builder *builder, cmark_node_type type)
{
    return builder->n_open_blocks + (type == CMARK_NODE_LIST) < NODE_MAX_DEPTH;
}

static void enter_container(struct builder *builder, cmark_node *block)
{
    cmark_node_type type = cmark_node_get_type(block);
    builder->n_open_blocks++;
    if (!is_kept(builder, type))
        return;
    struct node *node = build_node(builder, block_types[type]);
    place_block(builder, node, block);
    if (type == CMARK_NODE_LIST)
        add_list(node, block);
    builder->parent = node;
}

static void leave_container(struct builder *builder, cmark_node *block)
{
    struct node *node = builder->parent;
    bool kept = is_kept(builder, cmark_node_get_type(block));
    builder->n_open_blocks--;
    if (!kept)
        return;
    if (node->last) {
        node->text_end = node->last->text_end;
        node->source_end = node->last->source_end;
    }
    builder->parent = node->parent;
}

static void enter_leaf(struct builder *builder, cmark_node *block)
{
    cmark_node_type type = cmark_node_get_type(block);
    builder->before = builder->parent->last;
    struct node *node = build_node(builder, block_types[type]);
    place_block(builder, node, block);
    if (type == CMARK_NODE_HEADING)
        node->heading.level = (unsigned)cmark_node_get_heading_level(block);
    builder->parent = node;
    inline_begin(builder, block, node);
}

void build_drop(struct builder *builder, const struct node *node,
                struct node *before)
{
    if (node->parent == builder->article->root)
        builder->article->n_blocks--;
    node->parent->last = before;
    if (before)
        before->next = NULL;
    else
        node->parent->first = NULL;
    buf_truncate(&builder->text, node->text_start);
}

static void leave_leaf(struct builder *builder)
{
    struct node *node = builder->parent;
    builder->parent = node->parent;
    builder->drop_break = false;
    if (node->type == NODE_HEADING)
        heading_finish(builder, node);
    else if (node->first)
        build_end(builder, node);
    else /* it was only an alert's [!WORD] or a comment */
        build_drop(builder, node, builder->before);
}

static struct node *add_literal(struct builder *builder, cmark_node *block,
                                enum node_type type)
{
    struct node *node = build_node(builder, type);
    place_block(builder, node, block);
    const char *literal = cmark_node_get_literal(block);
    size_t n_bytes = strlen(literal);
    while (n_bytes && literal[n_bytes - 1] == '\n')
        n_bytes--;
    buf_add_n(&builder->text, literal, n_bytes);
    return node;
}

static bool is_risk(const char *info)
{
    return !strncmp(info, "risk", 4) && (!info[4] || info[4] == ' ');
}

static void add_risk(struct builder *builder, cmark_node *block)
{
    const char *yaml = cmark_node_get_literal(block);
    struct node *node = build_node(builder, NODE_RISK);
    place_block(builder, node, block);
    unsigned line = build_line_of(builder, node->source_start) + 1;
    struct risk *risk = risk_parse(builder->arena, yaml, strlen(yaml), line,
                                   &builder->article->diagnostics);
    node->risk = risk;
    references_find_rows(builder, risk);
    risk_add_text(risk, builder->article->lang, yaml, &builder->text);
    reference_cite(builder, node);
    build_end(builder, node);
}

static void add_code_block(struct builder *builder, cmark_node *block)
{
    const char *info = cmark_node_get_fence_info(block);
    if (is_risk(info)) {
        add_risk(builder, block);
        return;
    }
    struct node *node = add_literal(builder, block, NODE_CODE_BLOCK);
    node->info = arena_strdup(builder->arena, info);
    build_end(builder, node);
}

/* Removes HTML comments from the text after offset from. One that is never
 * closed stays, since it would hide the rest of the article. */
static void cut_comments(struct buf *text, size_t from)
{
    char *to = text->data + from;
    const char *at = to, *end = text->data + text->n_bytes;
    for (;;) {
        const char *open = memmem(at, (size_t)(end - at), "<!--", 4);
        const char *close =
            open ? memmem(open + 4, (size_t)(end - open - 4), "-->", 3) : NULL;
        size_t n = (size_t)((close ? open : end) - at);
        memmove(to, at, n);
        to += n;
        if (!close)
            break;
        at = close + 3;
    }
    buf_truncate(text, (size_t)(to - text->data));
}

static bool is_white(const char *text, size_t n_bytes)
{
    for (size_t i = 0; i < n_bytes; i++)
        if (!memchr(" \t\n", text[i], 3))
            return false;
    return true;
}

static void add_html_block(struct builder *builder, cmark_node *block)
{
    struct node *before = builder->parent->last;
    struct node *node = add_literal(builder, block, NODE_HTML_BLOCK);
    cut_comments(&builder->text, node->text_start);
    if (is_white(builder->text.data + node->text_start,
                 builder->text.n_bytes - node->text_start))
        build_drop(builder, node, before);
    else
        build_end(builder, node);
}

static void add_rule(struct builder *builder, cmark_node *block)
{
    place_block(builder, build_node(builder, NODE_RULE), block);
}

static void enter(struct builder *builder, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_LIST:
    case CMARK_NODE_ITEM: enter_container(builder, node); break;
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING: enter_leaf(builder, node); break;
    case CMARK_NODE_CODE_BLOCK: add_code_block(builder, node); break;
    case CMARK_NODE_HTML_BLOCK: add_html_block(builder, node); break;
    case CMARK_NODE_THEMATIC_BREAK: add_rule(builder, node); break;
    default: inline_enter(builder, node); break;
    }
}

static void leave(struct builder *builder, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_LIST:
    case CMARK_NODE_ITEM: leave_container(builder, node); break;
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING: leave_leaf(builder); break;
    default: inline_leave(builder, node); break;
    }
}

static bool may_be_table(cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING;
}

void build_blocks(struct builder *builder, cmark_node *root)
{
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (node == root)
            continue;
        if (event != CMARK_EVENT_ENTER)
            leave(builder, node);
        else if (may_be_table(node) && table_build(builder, node))
            cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
        else
            enter(builder, node);
    }
    cmark_iter_free(iter);
}

/* Adds a part of the body, with its footnotes replaced by blank lines. */
static void add_part(struct passage *passage, const struct builder *builder,
                     uint32_t start, uint32_t end)
{
    const char *source = builder->article->source;
    const struct prescan *scan = builder->scan;
    size_t base = passage->text.n_bytes;
    passage_add(passage, source + start, end - start, start);
    for (size_t i = 0; i < scan->n_notes; i++) {
        const struct note *note = &scan->notes[i];
        for (uint32_t at = note->start; at < note->end && at < end; at++)
            if (at >= start && !memchr("\r\n", source[at], 2))
                passage->text.data[base + at - start] = ' ';
    }
}

/* Drops the blocks on the first n_lines, where build_part puts the link
 * reference definitions. */
static void drop_lines(cmark_node *root, size_t n_lines)
{
    cmark_node *node = cmark_node_first_child(root);
    while (node && (size_t)cmark_node_get_start_line(node) <= n_lines) {
        cmark_node *next = cmark_node_next(node);
        cmark_node_unlink(node);
        node = next;
    }
}

/* Parses and builds one part of the body. All link reference definitions of the
 * article are put before it, since the first one with a label counts, wherever
 * it stands. */
static void build_part(struct builder *builder, uint32_t start, uint32_t end)
{
    const struct article *article = builder->article;
    struct passage passage;
    passage_init(&passage);
    if (end - start < article->n_source_bytes - article->body_start)
        definitions_add(builder->scan, article->source, &passage);
    size_t n_lines = passage.n_lines;
    add_part(&passage, builder, start, end);
    cmark_node *root = passage_parse(&passage);
    drop_lines(root, n_lines);
    struct tables tables;
    tables_init(&tables, builder, &passage, root);
    builder->passage = &passage;
    builder->tables = &tables;
    build_blocks(builder, root);
    tables_finish(&tables);
    tree_memory_clear(&builder->trees);
    passage_finish(&passage);
}

/* Builds the body part by part. libcmark's tree of a part stays in the
 * processor's cache while ours is built from it, and its memory is reused for
 * the next part, which halves the time. */
void build_formatted(struct builder *builder, size_t from, size_t end)
{
    const struct prescan *scan = builder->scan;
    uint32_t start = (uint32_t)from;
    for (size_t i = 0; i < scan->n_cuts && scan->cuts[i] < end; i++) {
        build_part(builder, start, scan->cuts[i]);
        start = scan->cuts[i];
    }
    build_part(builder, start, (uint32_t)end);
}
