/* Divides an article into blocks and lays each out when its lines are first
 * needed. */
#include "text/layout_data.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strs.h"
#include "text/back_matter.h"
#include "text/block.h"

#define TWO_BLANKS_FROM_CELLS 40 /* narrower screens tend to be low, too */

static void init_page(struct layout *layout)
{
    struct page *page = &layout->page;
    unsigned cells = layout->options.cells;
    char *spaces = arena_alloc(&layout->arena, cells);
    memset(spaces, ' ', cells);
    page->article = layout->article;
    page->options = &layout->options;
    page->glyphs =
        glyphs_of(layout->options.charset, layout->options.few_glyphs);
    page->spaces = spaces;
    page->arena = &layout->arena;
    flow_init(&page->flow, layout->article->text, layout->options.charset);
}

static void add_block(struct layout *layout, struct layout_block block)
{
    layout->blocks[layout->n_blocks++] = block;
}

/* Adds the title, with the review state and the date below it. */
static void title_lines(struct page *page, const struct layout *layout)
{
    const struct article *article = layout->article;
    struct flow *flow = page_begin_flow(page);
    flow_add_words(flow, article->title, flow_style(ROLE_TITLE));
    page_end_flow(page);

    char date[11];
    date_format(&article->meta.updated, date);
    flow = page_begin_flow(page);
    flow_add_words(flow,
                   article->is_personal ? arena_strdup(page->arena, date)
                                        : article_review_state(article),
                   flow_style(ROLE_DIM));
    if (article_review_overdue(article) && !article->is_personal)
        flow_add_words(flow,
                       arena_printf(page->arena, " %s %s",
                                    page->glyphs[GLYPH_DOT],
                                    article_review_overdue(article)),
                       flow_style(ROLE_DIM));
    if (article->meta.updated.year && !article->is_personal) {
        const char *words =
            arena_printf(page->arena, " %s %s %s", page->glyphs[GLYPH_DOT],
                         word_in(WORD_UPDATED, article->lang), date);
        flow_add_words(flow, words, flow_style(ROLE_DIM));
    }
    page_end_flow(page);
}

static void add_title(struct layout *layout)
{
    if (layout->options.title)
        add_block(layout, (struct layout_block){.add = title_lines});
}

static void add_article(struct layout *layout, struct block_range range)
{
    for (size_t i = range.first; i < range.end; i++) {
        const struct node *node = layout->article->blocks[i];
        if (block_shows(node))
            add_block(layout, (struct layout_block){
                                  .node = node,
                                  .shows = {node->text_start, node->text_end},
                              });
    }
}

static void add_entries(struct layout *layout, const struct back_matter *part)
{
    for (size_t i = 0; i < layout->article->n_references; i++)
        if (part->has_entry(layout, i))
            add_block(layout, (struct layout_block){
                                  .add_entry = part->add_entry,
                                  .reference = i,
                                  .shows = {NO_TEXT, NO_TEXT},
                              });
}

static void add_back_matter(struct layout *layout,
                            const struct back_matter *part)
{
    add_block(layout,
              (struct layout_block){
                  .add = part->add,
                  .shows = {part->has_notes ? back_matter_notes_start(layout)
                                            : NO_TEXT,
                            NO_TEXT},
              });
    if (part->add_entry)
        add_entries(layout, part);
}

static void add_all_back_matter(struct layout *layout)
{
    for (size_t i = 0; i < BACK_MATTER_COUNT; i++)
        if (back_matter[i].is_wanted(layout))
            add_back_matter(layout, &back_matter[i]);
}

static struct layout *new_layout(const struct article *article,
                                 const struct layout_options *options)
{
    struct layout *layout = mem_calloc(1, sizeof *layout);
    layout->article = article;
    layout->options = *options;
    if (!layout->options.cells)
        layout->options.cells = 1;
    if (layout->options.cells > LAYOUT_CELLS_MAX)
        layout->options.cells = LAYOUT_CELLS_MAX;
    init_page(layout);
    layout->blocks = mem_calloc(1 + article->n_blocks + BACK_MATTER_COUNT +
                                    article->n_references,
                                sizeof *layout->blocks);
    return layout;
}

static void add_blocks(struct layout *layout, const struct block_range *ranges,
                       size_t n_ranges)
{
    add_title(layout);
    layout->first_article = layout->n_blocks;
    for (size_t i = 0; i < n_ranges; i++)
        add_article(layout, ranges[i]);
    layout->end_article = layout->n_blocks;
    add_all_back_matter(layout);
}

struct layout *layout_new(const struct article *article,
                          const struct layout_options *options)
{
    struct layout *layout = new_layout(article, options);
    add_blocks(layout, &(struct block_range){0, article->n_blocks}, 1);
    return layout;
}

struct layout *layout_new_part(const struct article *article,
                               const struct layout_options *options,
                               const struct block_range *ranges,
                               size_t n_ranges)
{
    struct layout *layout = new_layout(article, options);
    cited_init(&layout->cited, article);
    for (size_t i = 0; i < n_ranges; i++)
        cited_add(&layout->cited, ranges[i]);
    add_blocks(layout, ranges, n_ranges);
    return layout;
}

void layout_free(struct layout *layout)
{
    if (!layout)
        return;
    flow_finish(&layout->page.flow);
    wrap_lines_finish(&layout->page.lines);
    wrap_lines_finish(&layout->page.pieces);
    cited_finish(&layout->cited);
    arena_finish(&layout->arena);
    free(layout->blocks);
    free(layout);
}

const struct layout_options *layout_options(const struct layout *layout)
{
    return &layout->options;
}

size_t layout_n_blocks(const struct layout *layout)
{
    return layout->n_blocks;
}

/* Returns the number of blank lines above a block: two above a section and
 * above each part of the back matter where there is room, none between the
 * entries of a list in the back matter. */
static size_t n_blanks(const struct layout *layout, size_t block)
{
    if (!block || layout->blocks[block].add_entry)
        return 0;
    const struct node *node = layout->blocks[block].node;
    bool apart = !node || block_is_section(layout->article, node);
    bool roomy = layout->options.cells >= TWO_BLANKS_FROM_CELLS &&
                 !layout->options.linear && block > layout->first_article;
    return apart && roomy ? 2 : 1;
}

/* Gives lines without text the offset of the text that follows them. */
static void fill_text_at(struct line *lines, size_t n_lines, uint32_t next)
{
    for (size_t i = n_lines; i-- > 0;) {
        if (lines[i].text_at == NO_TEXT)
            lines[i].text_at = next;
        next = lines[i].text_at;
    }
}

/* Stores the lines of the page in the block. */
static void store_lines(struct layout *layout, struct layout_block *block)
{
    const struct wrap_lines *lines = &layout->page.lines;
    size_t n_bytes = lines->n * sizeof *block->lines;
    block->n_lines = lines->n;
    block->lines = arena_alloc(&layout->arena, n_bytes);
    memcpy(block->lines, lines->items, n_bytes);
    uint32_t end = block->shows.end;
    if (end == NO_TEXT)
        end = (uint32_t)layout->article->n_text_bytes;
    fill_text_at(block->lines, block->n_lines, end);
}

static void lay_out_block(struct layout *layout, size_t index)
{
    struct layout_block *block = &layout->blocks[index];
    struct page *page = &layout->page;
    page->lines.n = 0;
    page->type = LINE_TEXT;
    size_t blanks = n_blanks(layout, index);
    for (size_t i = 0; i < blanks; i++)
        page_add_blank(page);
    if (block->node)
        block_add(page, block->node);
    else if (block->add_entry)
        block->add_entry(page, layout, block->reference);
    else
        block->add(page, layout);
    if (page->lines.n == blanks)
        page_add_blank(page);
    store_lines(layout, block);
}

const struct line *layout_lines(struct layout *layout, size_t block,
                                size_t *n_lines)
{
    if (!layout->blocks[block].lines)
        lay_out_block(layout, block);
    *n_lines = layout->blocks[block].n_lines;
    return layout->blocks[block].lines;
}
