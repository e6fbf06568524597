/* Lays out tables in columns. Cells wrap, and nothing is cut off. Where the
 * columns would be too narrow to read, the table becomes records. */
#include "text/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/block.h"
#include "text/inline.h"
#include "base/number.h"

/* A table being laid out. */
struct table_grid {
    struct page *page;
    const struct node *node;
    struct table_width *columns;
    struct wrap_lines *cells; /* of the current row: the lines of each column */
    size_t n_columns;
};

static void fill_flow(struct page *page, const struct node *cell, bool header)
{
    flow_clear(&page->flow);
    inline_add(page, cell, flow_style(header ? ROLE_LABEL : ROLE_TEXT));
}

static void measure(struct table_grid *grid)
{
    for (const struct node *row = grid->node->first; row; row = row->next) {
        struct table_width *column = grid->columns;
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            fill_flow(grid->page, cell, row == grid->node->first);
            struct flow_size size = wrap_measure(&grid->page->flow);
            if (size.max_content > column->max_content)
                column->max_content = size.max_content;
            if (size.min_content > column->min_content)
                column->min_content = size.min_content;
            column++;
        }
    }
}

/* Returns the cells to the left of a line in a column. */
static unsigned indent_of(const struct table_grid *grid, size_t column,
                          const struct line *line)
{
    unsigned room = grid->columns[column].cells - line->cells;
    switch (grid->node->table.align[column]) {
    case ALIGN_RIGHT: return room;
    case ALIGN_CENTRE: return room / 2;
    default: return 0;
    }
}

/* A line of the current row, in a column. */
struct table_place {
    size_t column, row;
};

static void add_cell(const struct table_grid *grid, struct line *line,
                     struct span *spans, struct table_place at)
{
    const struct wrap_lines *cell = &grid->cells[at.column];
    struct line none = {.text_at = NO_TEXT};
    const struct line *part = at.row < cell->n ? &cell->items[at.row] : &none;
    unsigned indent = indent_of(grid, at.column, part);
    unsigned rest = grid->columns[at.column].cells - part->cells - indent;
    wrap_line_add(line, spans, page_spaces(grid->page, indent));
    for (size_t i = 0; i < part->n_spans; i++)
        wrap_line_add(line, spans, part->spans[i]);
    wrap_line_add(line, spans, page_spaces(grid->page, rest));
    if (line->text_at == NO_TEXT)
        line->text_at = part->text_at;
}

/* Adds one line across all columns. */
static void add_line(const struct table_grid *grid, size_t row, struct span bar)
{
    size_t n_spans = 3 * grid->n_columns;
    for (size_t i = 0; i < grid->n_columns; i++)
        if (row < grid->cells[i].n)
            n_spans += grid->cells[i].items[row].n_spans;
    struct line line = {.text_at = NO_TEXT, .type = LINE_TABLE};
    struct span *spans =
        arena_alloc(grid->page->arena, n_spans * sizeof *spans);
    for (size_t i = 0; i < grid->n_columns; i++) {
        if (i)
            wrap_line_add(&line, spans, bar);
        add_cell(grid, &line, spans, (struct table_place){i, row});
    }
    page_add(grid->page, line);
}

static void add_row(const struct table_grid *grid, const struct node *row,
                    struct span bar)
{
    struct page *page = grid->page;
    for (size_t i = 0; i < grid->n_columns; i++)
        grid->cells[i].n = 0;
    size_t column = 0, height = 1;
    for (const struct node *cell = row->first; cell; cell = cell->next) {
        struct wrap_lines *lines = &grid->cells[column];
        fill_flow(page, cell, row == grid->node->first);
        wrap_flow(&page->flow, grid->columns[column].cells, page->arena, lines);
        height = lines->n > height ? lines->n : height;
        column++;
    }
    for (size_t i = 0; i < height; i++)
        add_line(grid, i, bar);
}

/* Returns "────┼────", drawn with the given glyphs. */
static struct span rule_of(const struct table_grid *grid, enum glyph line,
                           enum glyph cross)
{
    const char *const *glyphs = grid->page->glyphs;
    struct buf rule;
    buf_init(&rule);
    for (size_t i = 0; i < grid->n_columns; i++) {
        if (i) {
            buf_add(&rule, glyphs[line]);
            buf_add(&rule, glyphs[cross]);
            buf_add(&rule, glyphs[line]);
        }
        buf_add_repeat(&rule, glyphs[line], grid->columns[i].cells);
    }
    const char *text =
        arena_strndup(grid->page->arena, rule.data, rule.n_bytes);
    struct span span = flow_span(text, rule.n_bytes, ROLE_BORDER);
    buf_finish(&rule);
    return span;
}

/* Tells whether a cell may need more than one line, in which case rules
 * separate the rows. */
static bool wraps(const struct table_grid *grid)
{
    for (size_t i = 0; i < grid->n_columns; i++)
        if (grid->columns[i].cells < grid->columns[i].max_content)
            return true;
    return false;
}

static void add_columns(const struct table_grid *grid)
{
    struct page *page = grid->page;
    const char *text =
        arena_printf(page->arena, " %s ", page->glyphs[GLYPH_LIGHT_UP]);
    struct span bar = flow_span(text, strlen(text), ROLE_BORDER);
    struct span below_header = rule_of(grid, GLYPH_HEAVY, GLYPH_HEAVY_CROSS);
    struct span below_row = rule_of(grid, GLYPH_LIGHT, GLYPH_CROSS);
    const struct node *header = grid->node->first;
    for (const struct node *row = header; row; row = row->next) {
        add_row(grid, row, bar);
        if (row == header)
            page_add_span(page, below_header, LINE_TABLE);
        else if (row->next && wraps(grid))
            page_add_span(page, below_row, LINE_TABLE);
    }
}

void table_add(struct page *page, const struct node *node)
{
    size_t n_columns = node->table.n_columns;
    struct table_grid grid = {
        .page = page,
        .node = node,
        .columns = mem_calloc(n_columns, sizeof *grid.columns),
        .cells = mem_calloc(n_columns, sizeof *grid.cells),
        .n_columns = n_columns,
    };
    page_flush(page);
    measure(&grid);
    if (!page->options->linear &&
        table_share(grid.columns, n_columns, page_cells(page)))
        add_columns(&grid);
    else
        table_add_records(page, node);
    for (size_t i = 0; i < n_columns; i++)
        wrap_lines_finish(&grid.cells[i]);
    free(grid.cells);
    free(grid.columns);
}

/* A column that wraps is hard to read if it is narrower than this. */
#define READABLE_CELLS 12
/* A longer word, such as an address, may be broken. */
#define LONGEST_WORD_CELLS 24

/* Returns the cells that a column needs: enough to be readable and for whole
 * words, but no more than it can use. */
static unsigned needed(const struct table_width *column)
{
    unsigned word =
        number_min_unsigned(column->min_content, LONGEST_WORD_CELLS);
    return number_min_unsigned(column->max_content,
                               word > READABLE_CELLS ? word : READABLE_CELLS);
}

/* Returns the cells that a column could use beyond that. A very long cell takes
 * many lines in any case and should not starve the other columns. */
static unsigned surplus(const struct table_width *column, unsigned cells)
{
    unsigned max_content = number_min_unsigned(column->max_content, 2 * cells);
    return max_content - number_min_unsigned(needed(column), max_content);
}

bool table_share(struct table_width *columns, size_t n_columns, unsigned cells)
{
    size_t gaps = n_columns ? (n_columns - 1) * COLUMN_GAP_CELLS : 0;
    if (gaps >= cells)
        return false;
    cells -= (unsigned)gaps;
    size_t sum_needed = 0, sum_surplus = 0;
    for (size_t i = 0; i < n_columns; i++) {
        sum_needed += needed(&columns[i]);
        sum_surplus += surplus(&columns[i], cells);
    }
    if (sum_needed > cells)
        return false;
    /* Each column takes its share of what the columns before it left, so that
       the rounded shares add up. */
    size_t left = cells - sum_needed;
    if (left > sum_surplus)
        left = sum_surplus;
    for (size_t i = 0; i < n_columns; i++) {
        unsigned column_surplus = surplus(&columns[i], cells);
        size_t share =
            column_surplus
                ? (left * column_surplus + sum_surplus / 2) / sum_surplus
                : 0;
        columns[i].cells = needed(&columns[i]) + (unsigned)share;
        left -= share;
        sum_surplus -= column_surplus;
    }
    return true;
}
