/* Adds lines to a page with the indents, markers and borders around them. */
#include "text/page.h"

#include <string.h>

#include "base/grapheme.h"

/* The least room that a frame may leave for text. */
#define TEXT_MIN_CELLS 10

static unsigned frame_cells(const struct frame *frame)
{
    return (unsigned)frame->rest.cells + frame->right.cells;
}

unsigned page_cells(const struct page *page)
{
    unsigned cells = page->options->cells;
    for (size_t i = 0; i < page->n_frames; i++)
        cells -= frame_cells(&page->frames[i]);
    return cells;
}

void page_lead(struct page *page, struct span marker)
{
    if (marker.n_bytes && page->n_leads < MAX_FRAMES)
        page->leads[page->n_leads++] = marker;
}

void page_open(struct page *page, struct frame frame)
{
    if (page_cells(page) < frame_cells(&frame) + TEXT_MIN_CELLS) {
        page_lead(page, frame.first);
        frame = (struct frame){0};
    }
    page->frames[page->n_frames++] = frame;
}

void page_close(struct page *page)
{
    const struct frame *frame = &page->frames[page->n_frames - 1];
    if (frame->first.n_bytes && !frame->begun)
        page_add(page, (struct line){.text_at = NO_TEXT,
                                     .type = (uint8_t)page->type});
    page_flush(page);
    page->n_frames--;
}

static void add_leads(struct page *page)
{
    for (size_t i = 0; i < page->n_leads; i++) {
        const struct span *lead = &page->leads[i];
        flow_add_words(&page->flow,
                       arena_strndup(page->arena, lead->text, lead->n_bytes),
                       flow_style((enum role)lead->role));
    }
    page->n_leads = 0;
}

struct flow *page_begin_flow(struct page *page)
{
    flow_clear(&page->flow);
    add_leads(page);
    return &page->flow;
}

/* Removes trailing spaces that are not text of the article. */
static void trim(struct line *line, struct span *spans)
{
    while (line->n_spans) {
        struct span *last = &spans[line->n_spans - 1];
        if (last->text_start != NO_TEXT)
            return;
        while (last->n_bytes && last->text[last->n_bytes - 1] == ' ') {
            last->n_bytes--;
            last->cells--;
            line->cells--;
        }
        if (last->n_bytes)
            return;
        line->n_spans--;
    }
}

/* Adds the right borders, from the innermost, padded so that they are
 * aligned. */
static void add_right_borders(const struct page *page, struct line *line,
                              struct span *spans)
{
    unsigned outside = 0;
    for (size_t i = 0; i < page->n_frames; i++)
        outside += page->frames[i].right.cells;
    for (size_t i = page->n_frames; i-- > 0;) {
        struct span right = page->frames[i].right;
        if (!right.n_bytes)
            continue;
        unsigned at = page->options->cells - outside;
        if (at > line->cells)
            wrap_line_add(line, spans, page_spaces(page, at - line->cells));
        wrap_line_add(line, spans, right);
        outside -= right.cells;
    }
}

static bool is_blank(const struct span *span)
{
    for (uint32_t i = 0; i < span->n_bytes; i++)
        if (span->text[i] != ' ')
            return false;
    return true;
}

/* Counts the frames up to the innermost border. Those within it are only
 * indents, which move with a line that is aligned right. */
static size_t n_fixed_frames(const struct page *page)
{
    size_t n = page->n_frames;
    while (n > 0 && is_blank(&page->frames[n - 1].rest))
        n--;
    return n;
}

static void add_left_sides(struct page *page, struct line *line,
                           struct span *spans, unsigned pad)
{
    size_t n_fixed = n_fixed_frames(page);
    for (size_t i = 0; i < page->n_frames; i++) {
        struct frame *frame = &page->frames[i];
        if (i == n_fixed)
            wrap_line_add(line, spans, page_spaces(page, pad));
        wrap_line_add(line, spans, frame->begun ? frame->rest : frame->first);
        frame->begun = true;
    }
    if (n_fixed == page->n_frames)
        wrap_line_add(line, spans, page_spaces(page, pad));
}

/* Adds a line with the frames around it, moved to the right by pad cells. */
static void add_line(struct page *page, struct line content, unsigned pad)
{
    page_flush(page);
    struct line line = {.text_at = content.text_at, .type = content.type};
    size_t max_spans = content.n_spans + 3 * page->n_frames + 1;
    struct span *spans = arena_alloc(page->arena, max_spans * sizeof *spans);
    add_left_sides(page, &line, spans, pad);
    for (size_t i = 0; i < content.n_spans; i++)
        wrap_line_add(&line, spans, content.spans[i]);
    add_right_borders(page, &line, spans);
    trim(&line, spans);
    wrap_lines_add(&page->lines, line);
}

void page_add(struct page *page, struct line content)
{
    add_line(page, content, 0);
}

void page_wrap(struct page *page)
{
    struct flow *flow = &page->flow;
    page->rtl = grapheme_text_is_rtl(flow->text.data, flow->text.n_bytes);
    page->pieces.n = 0;
    wrap_flow(flow, page_cells(page), page->arena, &page->pieces);
    for (size_t i = 0; i < page->pieces.n; i++)
        page->pieces.items[i].type = (uint8_t)page->type;
}

void page_add_pieces(struct page *page)
{
    unsigned cells = page_cells(page);
    bool rtl = page->rtl;
    for (size_t i = 0; i < page->pieces.n; i++) {
        struct line line = page->pieces.items[i];
        add_line(page, line, rtl ? cells - line.cells : 0);
    }
}

void page_end_flow(struct page *page)
{
    page_wrap(page);
    page_add_pieces(page);
}

void page_flush(struct page *page)
{
    if (!page->n_leads)
        return;
    struct wrap_lines pieces = {0};
    page_begin_flow(page);
    wrap_flow(&page->flow, page_cells(page), page->arena, &pieces);
    for (size_t i = 0; i < pieces.n; i++)
        page_add(page, pieces.items[i]);
    wrap_lines_finish(&pieces);
}

void page_add_span(struct page *page, struct span span, enum line_type type)
{
    struct span *spans = arena_alloc(page->arena, sizeof *spans);
    *spans = span;
    page_add(page, (struct line){.spans = spans,
                                 .n_spans = 1,
                                 .text_at = NO_TEXT,
                                 .cells = span.cells,
                                 .type = (uint8_t)type});
}

void page_add_blank(struct page *page)
{
    page_add(page, (struct line){.text_at = NO_TEXT, .type = LINE_BLANK});
}

struct span page_words(const struct page *page, const char *words,
                       enum role role)
{
    return flow_words_span(page->arena, page->options->charset, words, role);
}

struct span page_repeat(const struct page *page, enum glyph glyph,
                        unsigned cells, enum role role)
{
    const char *text = page->glyphs[glyph];
    size_t n_bytes = strlen(text);
    char *repeated = arena_alloc(page->arena, cells * n_bytes);
    for (unsigned i = 0; i < cells; i++)
        memcpy(repeated + i * n_bytes, text, n_bytes);
    return flow_span(repeated, cells * n_bytes, role);
}

struct span page_spaces(const struct page *page, unsigned cells)
{
    if (cells > page->options->cells)
        cells = page->options->cells;
    return flow_span(page->spaces, cells, ROLE_TEXT);
}

void page_add_remark(struct page *page, const char *words, const char *mark)
{
    struct flow *flow = page_begin_flow(page);
    flow_add_words(flow, words, flow_style(ROLE_DIM));
    flow_add_glued(flow, mark, flow_style(ROLE_DIM));
    page_end_flow(page);
}

void page_announce(struct page *page, enum word word)
{
    if (page->options->linear)
        page_add_remark(page, word_in(word, page->article->lang), ":");
}

void page_announce_end(struct page *page, enum word word)
{
    page_flush(page);
    if (page->options->linear)
        page_add_remark(page, word_in(word, page->article->lang), ".");
}
