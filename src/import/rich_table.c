/* Tables of HTML and SPL, as pipe tables. [libxml2] */
#include "import/rich_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/xml.h"

#define MAX_COLUMNS 100

struct row {
    char **cells; /* Markdown; NULL: empty */
    size_t n_cells, capacity;
    const xmlNode *only; /* the one cell, if it spans others */
};

struct grid {
    struct row *rows;
    size_t n_rows, capacity;
    size_t n_columns;
    size_t below[MAX_COLUMNS]; /* rows that a cell above still takes */
};

static bool is_cell(const xmlNode *node)
{
    return xml_is(node, "td") || xml_is(node, "th");
}

static size_t span_of(const xmlNode *cell, const char *name)
{
    char *text = xml_attribute(cell, name);
    long span = text ? strtol(text, NULL, 10) : 1;
    xmlFree(text);
    return span < 1 ? 1 : span > MAX_COLUMNS ? MAX_COLUMNS : (size_t)span;
}

/* The next row of a table, but not of one inside it. */
static const xmlNode *next_row(const xmlNode *table, const xmlNode *row)
{
    const xmlNode *node = row ? xml_skip(table, row) : xml_walk(table, table);
    while (node && !xml_is(node, "tr"))
        node = xml_is(node, "table") || xml_is(node, "caption")
                   ? xml_skip(table, node)
                   : xml_walk(table, node);
    return node;
}

/* Puts text into a column; what is past the last one is joined there. */
static void set_cell(struct row *row, size_t column, char *text)
{
    while (row->n_cells <= column) {
        row->cells = mem_grow(row->cells, row->n_cells, &row->capacity,
                              sizeof *row->cells);
        row->cells[row->n_cells++] = NULL;
    }
    char *before = row->cells[column];
    row->cells[column] = text;
    if (!before)
        return;
    struct buf joined;
    buf_init(&joined);
    buf_printf(&joined, "%s %s", before, text);
    row->cells[column] = buf_steal(&joined);
    free(before);
    free(text);
}

static char *cell_text(struct rich *rich, const xmlNode *cell)
{
    struct buf text;
    buf_init(&text);
    rich_cell(rich, cell, &text);
    return buf_steal(&text);
}

static void read_row(struct rich *rich, struct grid *grid, const xmlNode *node)
{
    grid->rows =
        mem_grow(grid->rows, grid->n_rows, &grid->capacity, sizeof *grid->rows);
    struct row *row = &grid->rows[grid->n_rows++];
    *row = (struct row){0};
    size_t column = 0, n_seen = 0, below[MAX_COLUMNS] = {0};
    for (const xmlNode *cell = node->children; cell; cell = cell->next) {
        if (!is_cell(cell))
            continue;
        while (column < MAX_COLUMNS && grid->below[column] > 0)
            column++;
        set_cell(row, column < MAX_COLUMNS ? column : MAX_COLUMNS - 1,
                 cell_text(rich, cell));
        size_t span = span_of(cell, "colspan");
        row->only = n_seen++ == 0 && span > 1 ? cell : NULL;
        for (size_t end = column + span; column < end && column < MAX_COLUMNS;)
            below[column++] = span_of(cell, "rowspan") - 1;
    }
    for (size_t i = 0; i < MAX_COLUMNS; i++)
        grid->below[i] = grid->below[i] > 0 ? grid->below[i] - 1 : below[i];
    if (column > grid->n_columns)
        grid->n_columns = column;
}

/* At least n_cells; a row may have fewer than its table, but not the first. */
static void write_row(struct rich *rich, const struct row *row, size_t n_cells)
{
    struct buf *out = rich->blocks.out;
    blocks_line(&rich->blocks);
    buf_add_char(out, '|');
    for (size_t i = 0; i < n_cells || i < row->n_cells; i++)
        buf_printf(out, " %s |",
                   i < row->n_cells && row->cells[i] ? row->cells[i] : "");
    buf_add_char(out, '\n');
}

static void write_rule(struct rich *rich, const struct grid *grid)
{
    blocks_line(&rich->blocks);
    buf_add_repeat(rich->blocks.out, "|---", grid->n_columns);
    buf_add(rich->blocks.out, "|\n");
}

static void write_paragraph(struct rich *rich, const struct row *row)
{
    if (row->only)
        rich_write(rich, row->only);
}

static void write_grid(struct rich *rich, const struct grid *grid)
{
    size_t first = 0, end = grid->n_rows;
    while (first < end && grid->rows[first].only)
        write_paragraph(rich, &grid->rows[first++]);
    while (end > first && grid->rows[end - 1].only)
        end--;
    if (first < end) {
        /* The blank line, then lines that begin themselves. */
        size_t opened = blocks_open(&rich->blocks, "", "");
        write_row(rich, &grid->rows[first], grid->n_columns);
        write_rule(rich, grid);
        for (size_t i = first + 1; i < end; i++)
            write_row(rich, &grid->rows[i], 1);
        buf_truncate(rich->blocks.out, rich->blocks.out->n_bytes - 1);
        blocks_end(&rich->blocks);
        blocks_close(&rich->blocks, opened);
    }
    for (; end < grid->n_rows; end++)
        write_paragraph(rich, &grid->rows[end]);
}

/* Does a table lay out a page, and not data? */
static bool is_layout(const xmlNode *table)
{
    size_t n_widest = 0;
    for (const xmlNode *row = next_row(table, NULL); row;
         row = next_row(table, row)) {
        size_t n = 0;
        for (const xmlNode *cell = row->children; cell; cell = cell->next)
            n += is_cell(cell) ? span_of(cell, "colspan") : 0;
        n_widest = n > n_widest ? n : n_widest;
    }
    if (n_widest < 2)
        return true;
    for (const xmlNode *node = xml_walk(table, table); node;
         node = xml_walk(table, node))
        if (xml_is(node, "table"))
            return true;
    return false;
}

static void grid_free(struct grid *grid)
{
    for (size_t i = 0; i < grid->n_rows; i++) {
        for (size_t j = 0; j < grid->rows[i].n_cells; j++)
            free(grid->rows[i].cells[j]);
        free(grid->rows[i].cells);
    }
    free(grid->rows);
    free(grid);
}

static void write_caption(struct rich *rich, const xmlNode *table)
{
    const xmlNode *caption = xml_child(table, "caption");
    enum style style = rich->inlines.style;
    rich->inlines.style = STYLE_STRONG;
    if (caption)
        rich_write(rich, caption);
    rich->inlines.style = style;
}

void rich_table(struct rich *rich, const xmlNode *table)
{
    if (rich->one_line || is_layout(table)) {
        rich_write(rich, table);
        return;
    }
    write_caption(rich, table);
    struct grid *grid = mem_calloc(1, sizeof *grid);
    for (const xmlNode *row = next_row(table, NULL); row;
         row = next_row(table, row))
        read_row(rich, grid, row);
    write_grid(rich, grid);
    grid_free(grid);
}
