/* A quantified risk as its sentences: the title, a line for each figure with
 * its source, then whom and what it is about. */
#include "article/risk.h"

#include <string.h>

#include "text/block.h"
#include "text/inline.h"

/* The row that a line of the sentences tells; NULL for the other lines. */
static const struct risk_row *row_of(const struct risk *risk, size_t line)
{
    size_t first = risk->title ? 1 : 0;
    return line >= first && line - first < risk->n_rows
               ? &risk->rows[line - first]
               : NULL;
}

/* row is that of the sentence, NULL for none. */
static void add_sentence(struct page *page, struct text_range sentence,
                         enum role role, const struct risk_row *row)
{
    flow_add(page_begin_flow(page), sentence, flow_style(role));
    if (row && row->reference >= 0)
        inline_add_citation(page, (struct text_range){NO_TEXT, NO_TEXT},
                            row->reference);
    page_end_flow(page);
}

/* What stands before a sentence: a bullet before a figure, nothing before the
 * title; the others hang. */
static struct frame frame_of(const struct page *page, bool is_title,
                             bool is_row)
{
    if (is_title)
        return (struct frame){0};
    struct frame frame = {.rest = page_spaces(page, 3)};
    if (is_row) {
        const char *bullet =
            arena_printf(page->arena, " %s ", page->glyphs[GLYPH_BULLET]);
        frame.first = flow_span(bullet, strlen(bullet), ROLE_MARKER);
    }
    return frame;
}

void risk_add(struct page *page, const struct node *node)
{
    const struct risk *risk = node->risk;
    const char *text = page->article->text;
    struct text_range line = {node->text_start, 0};
    for (size_t i = 0; line.start < node->text_end; i++) {
        const char *newline =
            memchr(text + line.start, '\n', node->text_end - line.start);
        line.end = newline ? (uint32_t)(newline - text) : node->text_end;
        const struct risk_row *row = risk ? row_of(risk, i) : NULL;
        bool is_title = risk && risk->title && !i;
        page_open(page, frame_of(page, is_title, row));
        add_sentence(page, line, is_title ? ROLE_LABEL : ROLE_TEXT, row);
        page_close(page);
        line.start = line.end + 1;
    }
}
