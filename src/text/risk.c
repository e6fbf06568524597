/* A quantified risk as its sentences: the title, a line for each figure with
 * its source, then whom and what it is about. */
#include "article/risk.h"

#include <string.h>

#include "base/strs.h"
#include "text/block.h"
#include "text/inline.h"

/* The reference that a row's figure comes from; -1 for none. */
static int32_t reference_of(const struct article *article,
                            const struct risk_row *row)
{
    for (size_t i = 0; row->source && i < article->n_references; i++)
        if (str_equal(article->references[i].id, row->source))
            return (int32_t)i;
    return -1;
}

/* The row that a line of the sentences tells; NULL for the other lines. */
static const struct risk_row *row_of(const struct risk *risk, size_t line)
{
    size_t first = risk->title ? 1 : 0;
    return line >= first && line - first < risk->n_rows
               ? &risk->rows[line - first]
               : NULL;
}

static void add_row(struct page *page, struct range sentence,
                    const struct risk_row *row)
{
    const char *text =
        arena_printf(page->arena, " %s ", page->glyphs[GLYPH_BULLET]);
    struct span marker = span_of(text, strlen(text), ROLE_MARKER);
    bool opened = page_open(
        page, (struct frame){.first = marker, .rest = page_spaces(page, 3)});
    struct flow *flow = page_begin_flow(page);
    flow_add(flow, sentence, style_of(ROLE_TEXT));
    int32_t reference = reference_of(page->article, row);
    if (reference >= 0)
        inline_add_citation(page, (struct range){NO_TEXT, NO_TEXT}, reference);
    page_end_flow(page);
    if (opened)
        page_close(page);
}

static void add_line(struct page *page, struct range sentence, enum role role)
{
    struct flow *flow = page_begin_flow(page);
    flow_add(flow, sentence, style_of(role));
    page_end_flow(page);
}

void risk_add(struct page *page, const struct node *node)
{
    const struct risk *risk = node->risk;
    const char *text = page->article->text;
    struct range line = {node->text_start, 0};
    for (size_t i = 0; line.start < node->text_end; i++) {
        const char *newline =
            memchr(text + line.start, '\n', node->text_end - line.start);
        line.end = newline ? (uint32_t)(newline - text) : node->text_end;
        const struct risk_row *row = risk ? row_of(risk, i) : NULL;
        if (row)
            add_row(page, line, row);
        else
            add_line(page, line,
                     risk && risk->title && !i ? ROLE_LABEL : ROLE_TEXT);
        line.start = line.end + 1;
    }
}
