/* A quantified risk: its sentences, its picture, and one quiet line about whom
 * and what it is about. What is wrong with the block stands below it. */
#include "article/risk.h"

#include <string.h>

#include "text/block.h"
#include "text/border.h"
#include "text/inline.h"
#include "text/risk_picture.h"

/* A risk block being laid out, line by line of its text. */
struct risk_layout {
    struct page *page;
    const struct risk *risk;
    uint32_t at, end; /* in article->text: what is not laid out yet */
    bool one_source;  /* of all rows: the quiet line cites it */
};

static const struct text_range nowhere = {NO_TEXT, NO_TEXT};

/* Takes the next line of the text. */
static struct text_range next_line(struct risk_layout *layout)
{
    const char *text = layout->page->article->text;
    struct text_range line = {layout->at, layout->end};
    const char *newline =
        memchr(text + line.start, '\n', line.end - line.start);
    if (newline)
        line.end = (uint32_t)(newline - text);
    layout->at = newline ? line.end + 1 : layout->end;
    return line;
}

static bool has_frame_line(const struct risk *risk)
{
    return risk->population || risk->period ||
           risk->certainty != RISK_NOT_GRADED;
}

static bool have_one_source(const struct risk *risk)
{
    for (size_t i = 1; i < risk->n_rows; i++)
        if (risk->rows[i].reference != risk->rows[0].reference)
            return false;
    return has_frame_line(risk);
}

static void add_line(struct risk_layout *layout, enum role role,
                     int32_t reference)
{
    struct page *page = layout->page;
    flow_add(page_begin_flow(page), next_line(layout), flow_style(role));
    if (reference >= 0) {
        flow_add_words(&page->flow, " ", flow_style(role));
        inline_add_citation(page, nowhere, reference);
    }
    page_end_flow(page);
}

/* The sentences, each behind a bullet. */
static void add_sentences(struct risk_layout *layout)
{
    struct page *page = layout->page;
    const char *bullet =
        arena_printf(page->arena, "%s ", page->glyphs[GLYPH_BULLET]);
    for (size_t i = 0; i < layout->risk->n_rows; i++) {
        page_open(page, (struct frame){.first = flow_span(
                                           bullet, strlen(bullet), ROLE_MARKER),
                                       .rest = page_spaces(page, 2)});
        add_line(layout, ROLE_TEXT,
                 layout->one_source ? -1 : layout->risk->rows[i].reference);
        page_close(page);
    }
}

static void add_frame_line(struct risk_layout *layout)
{
    if (has_frame_line(layout->risk))
        add_line(layout, ROLE_DIM,
                 layout->one_source ? layout->risk->rows[0].reference : -1);
}

/* What is wrong, and the text of the block where that is not all shown. */
static void add_faults(struct risk_layout *layout)
{
    for (size_t i = 0; i < layout->risk->n_faults; i++)
        add_line(layout, ROLE_WARNING, -1);
    if (layout->risk->opaque)
        block_add_verbatim(layout->page,
                           (struct text_range){layout->at, layout->end});
}

static void add_plain(struct risk_layout *layout)
{
    if (layout->risk->title && !layout->risk->broken)
        add_line(layout, ROLE_LABEL, -1);
    if (!layout->risk->broken) {
        add_sentences(layout);
        add_frame_line(layout);
    }
    add_faults(layout);
}

/* The title on one line, to stand in the edge of a box; empty where it is
 * longer, or there is none. */
static struct line title_of(const struct risk_layout *layout)
{
    struct risk_layout copy = *layout;
    struct page *page = layout->page;
    struct wrap_lines lines = {0};
    struct line title = {.text_at = NO_TEXT};
    if (!layout->risk->title)
        return title;
    flow_add(page_begin_flow(page), next_line(&copy), flow_style(ROLE_LABEL));
    wrap_flow(&page->flow, page_cells(page), page->arena, &lines);
    if (lines.n == 1 && border_fits(page, lines.items[0].cells))
        title = lines.items[0];
    wrap_lines_finish(&lines);
    return title;
}

static void add_boxed(struct risk_layout *layout)
{
    static const struct border border = {ROLE_BORDER, GLYPH_LIGHT};
    struct page *page = layout->page;
    struct line title = title_of(layout);
    border_open(page, &border, &title);
    if (title.n_spans)
        next_line(layout);
    else if (layout->risk->title)
        add_line(layout, ROLE_LABEL, -1);
    add_sentences(layout);
    page_add_blank(page);
    if (risk_picture_add(page, layout->risk))
        page_add_blank(page);
    add_frame_line(layout);
    add_faults(layout);
    border_close(page, &border);
}

void risk_add(struct page *page, const struct node *node)
{
    struct risk_layout layout = {.page = page,
                                 .risk = node->risk,
                                 .at = node->text_start,
                                 .end = node->text_end,
                                 .one_source = have_one_source(node->risk)};
    enum line_type type = page->type;
    page->type = LINE_TABLE;
    if (page->options->pictures && !page->options->linear &&
        !node->risk->broken && border_fits(page, 0))
        add_boxed(&layout);
    else
        add_plain(&layout);
    page->type = type;
}
