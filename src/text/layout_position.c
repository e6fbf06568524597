/* Moves positions by rows and finds the row that shows a place. */
#include "base/grapheme.h"
#include "text/layout_data.h"

/* Bound on the source bytes, of an entity, that one byte of text may stand
 * for. */
#define MAX_ROUNDING_BYTES 16

static size_t n_lines_of(struct layout *layout, size_t block)
{
    size_t n_lines;
    layout_lines(layout, block, &n_lines);
    return n_lines;
}

const struct line *layout_line(struct layout *layout, struct position at)
{
    if (at.block >= layout->n_blocks)
        return NULL;
    size_t n_lines;
    const struct line *lines = layout_lines(layout, at.block, &n_lines);
    return at.row < n_lines ? &lines[at.row] : NULL;
}

static struct position move_down(struct layout *layout, struct position at,
                                 size_t rows, size_t *moved)
{
    *moved = 0;
    while (at.block < layout->n_blocks) {
        size_t left = n_lines_of(layout, at.block) - 1 - at.row;
        if (rows - *moved <= left) {
            at.row += rows - *moved;
            *moved = rows;
            break;
        }
        if (at.block + 1 == layout->n_blocks) {
            at.row += left;
            *moved += left;
            break;
        }
        *moved += left + 1;
        at = (struct position){at.block + 1, 0};
    }
    return at;
}

static struct position move_up(struct layout *layout, struct position at,
                               size_t rows, size_t *moved)
{
    *moved = 0;
    while (rows - *moved > at.row && at.block > 0) {
        *moved += at.row + 1;
        at.block--;
        at.row = n_lines_of(layout, at.block) - 1;
    }
    size_t step = rows - *moved < at.row ? rows - *moved : at.row;
    at.row -= step;
    *moved += step;
    return at;
}

struct position layout_move(struct layout *layout, struct position at,
                            long rows, long *moved)
{
    size_t n = rows < 0 ? 0 - (size_t)rows : (size_t)rows, n_moved;
    at = rows < 0 ? move_up(layout, at, n, &n_moved)
                  : move_down(layout, at, n, &n_moved);
    if (moved)
        *moved = rows < 0 ? -(long)n_moved : (long)n_moved;
    return at;
}

struct position layout_last(struct layout *layout)
{
    if (!layout->n_blocks)
        return (struct position){0, 0};
    size_t block = layout->n_blocks - 1;
    return (struct position){block, n_lines_of(layout, block) - 1};
}

/* Laying out a block of this size takes a few milliseconds. */
#define PREPARED_MAX_BYTES 16384

void layout_prepare(struct layout *layout, struct position at, size_t rows)
{
    size_t n_rows = 0;
    for (size_t i = at.block; i < layout->n_blocks && n_rows < at.row + rows;
         i++) {
        const struct layout_block *block = &layout->blocks[i];
        if (!block->lines &&
            block->shows.end - block->shows.start > PREPARED_MAX_BYTES)
            break;
        n_rows += n_lines_of(layout, i);
    }
}

int layout_position_compare(struct position a, struct position b)
{
    if (a.block != b.block)
        return a.block < b.block ? -1 : 1;
    return (a.row > b.row) - (a.row < b.row);
}

/* Returns the last block, other than the title, that begins at or before the
 * offset. */
static size_t block_at(const struct layout *layout, uint32_t text_offset)
{
    size_t low = layout->first_article, high = layout->n_blocks;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (layout->blocks[middle].shows.start <= text_offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low > layout->first_article ? low - 1 : low;
}

static bool line_shows(const struct line *line, uint32_t text_offset)
{
    for (size_t i = 0; i < line->n_spans; i++)
        if (line->spans[i].text_start <= text_offset &&
            text_offset < line->spans[i].text_end &&
            line->spans[i].text_start != NO_TEXT)
            return true;
    return false;
}

/* Tells whether a line is decoration that belongs to the text below it, such as
 * the top edge of a box. */
static bool is_decoration(const struct line *line)
{
    if (line->type == LINE_BLANK)
        return false;
    for (size_t i = 0; i < line->n_spans; i++)
        if (line->spans[i].text_start != NO_TEXT)
            return false;
    return true;
}

/* Returns the row of a block that shows the text at the offset. If none does
 * (for a space at the end of a line), returns the last row that begins before
 * it. */
static size_t row_at(const struct line *lines, size_t n_lines,
                     uint32_t text_offset)
{
    size_t row = 0;
    while (row + 1 < n_lines && lines[row].type == LINE_BLANK)
        row++;
    for (size_t i = row; i < n_lines; i++) {
        if (line_shows(&lines[i], text_offset)) {
            row = i;
            break;
        }
        if (lines[i].text_at <= text_offset && lines[i].type != LINE_BLANK)
            row = i;
    }
    while (row > 0 && is_decoration(&lines[row - 1]) &&
           lines[row - 1].text_at == text_offset)
        row--;
    return row;
}

struct position layout_at_text(struct layout *layout, uint32_t text_offset)
{
    size_t block = block_at(layout, text_offset);
    if (block >= layout->n_blocks)
        return (struct position){0, 0};
    size_t n_lines;
    const struct line *lines = layout_lines(layout, block, &n_lines);
    return (struct position){block, row_at(lines, n_lines, text_offset)};
}

/* Blocks of the back matter have offsets past the end of the source, one byte
 * for each, so that they differ. */
struct position layout_at_source(struct layout *layout, size_t source_offset)
{
    size_t n_source_bytes = layout->article->n_source_bytes;
    if (source_offset < n_source_bytes || !layout->n_blocks)
        return layout_at_text(
            layout, (uint32_t)article_text_at(layout->article, source_offset));
    size_t block = layout->end_article + (source_offset - n_source_bytes);
    if (block >= layout->n_blocks)
        block = layout->n_blocks - 1;
    size_t n_lines;
    const struct line *lines = layout_lines(layout, block, &n_lines);
    return (struct position){block, row_at(lines, n_lines, NO_TEXT)};
}

size_t layout_source_at(struct layout *layout, struct position at)
{
    const struct article *article = layout->article;
    if (at.block >= layout->end_article)
        return article->n_source_bytes + (at.block - layout->end_article);
    const struct line *line = layout_line(layout, at);
    if (!line)
        return 0;
    /* Interpolation rounds down, but mapping the result back must not return
       the row above. */
    size_t source = article_source_at(article, line->text_at);
    for (size_t i = 0; i < MAX_ROUNDING_BYTES; i++)
        if (source + 1 < article->n_source_bytes &&
            article_text_at(article, source) < line->text_at)
            source++;
    return source;
}

unsigned layout_percent(struct layout *layout, struct position at)
{
    const struct article *article = layout->article;
    size_t n_bytes = article->n_source_bytes - article->body_start;
    size_t offset = layout_source_at(layout, at);
    if (offset <= article->body_start || !n_bytes)
        return 0;
    offset -= article->body_start;
    return offset < n_bytes ? (unsigned)(offset * 100 / n_bytes) : 100;
}

struct text_range layout_line_range(const struct line *line)
{
    struct text_range range = {UINT32_MAX, 0};
    for (uint32_t i = 0; i < line->n_spans; i++) {
        const struct span *span = &line->spans[i];
        if (span->text_start == NO_TEXT)
            continue;
        if (span->text_start < range.start)
            range.start = span->text_start;
        if (span->text_end > range.end)
            range.end = span->text_end;
    }
    return range;
}

int layout_line_cell(const struct line *line, uint32_t text_offset)
{
    int cells = 0;
    for (uint32_t i = 0; i < line->n_spans; i++) {
        const struct span *span = &line->spans[i];
        bool is_decoration_span = span->text_start == NO_TEXT;
        if (!is_decoration_span && text_offset >= span->text_start &&
            text_offset < span->text_end) {
            bool parallel = span->n_bytes == span->text_end - span->text_start;
            size_t before = parallel ? text_offset - span->text_start : 0;
            return cells + (int)grapheme_text_cells(span->text, before);
        }
        cells += span->cells;
    }
    return -1;
}
