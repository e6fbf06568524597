/* Tables of HTML and SPL, as pipe tables. [libxml2] */
#include "import/rich_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import/conserve.h"
#include "import/rich_grid.h"
#include "import/rich_paragraph.h"
#include "import/xml.h"

#define MAX_HEAD_ROWS 4

/* Spans repeat what they hold up to so much; bombs are made of more. */
#define MAX_REPEATED_BYTES ((size_t)256 << 10)
#define MAX_REPEATED 5000

static const char *text_of(struct rich *rich, struct grid_cell *cell)
{
    if (cell->text)
        return cell->text;
    struct buf text;
    buf_init(&text);
    for (const struct grid_cell *at = cell; at; at = at->more) {
        if (at != cell)
            buf_add_char(&text, ' ');
        rich_cell(rich, at->node, &text);
    }
    cell->text = buf_steal(&text);
    return cell->text;
}

static void note_cell(const struct rich *rich, enum ledger_act act,
                      const char *what, const struct grid_cell *cell)
{
    /* In a table "2. Rinse" is no list. */
    struct buf table;
    buf_init(&table);
    buf_printf(&table, "| %s |\n|---|\n", cell->text);
    conserve_note(rich->options->ledger, act, what, table.data, table.n_bytes);
    buf_finish(&table);
}

static void begin_row(struct rich *rich)
{
    blocks_line(&rich->blocks);
    buf_add_char(rich->blocks.out, '|');
}

/* Has the cell been written before, in a column or a row that it spans? */
static bool is_repeated(const struct rich_grid *grid,
                        const struct grid_row *row, size_t column)
{
    const struct grid_cell *cell = row->cells[column];
    const struct grid_row *above = row > grid->rows ? row - 1 : NULL;
    return (column > 0 && row->cells[column - 1] == cell) ||
           (above && column < above->n && above->cells[column] == cell);
}

static void write_cell(struct rich *rich, struct rich_grid *grid,
                       const struct grid_row *row, size_t column,
                       size_t *n_empty)
{
    struct grid_cell *cell = row->cells[column];
    const char *text = cell ? text_of(rich, cell) : "";
    if (cell && is_repeated(grid, row, column)) {
        grid->n_repeated_bytes += strlen(text);
        if (grid->n_repeated_bytes > MAX_REPEATED_BYTES ||
            ++grid->n_repeated > MAX_REPEATED)
            text = "";
        else
            note_cell(rich, LEDGER_REPEATED, "cell that spans others", cell);
    } else if (cell && row->moved) {
        note_cell(rich, LEDGER_MOVED, "foot of a table", cell);
    }
    if (text[0]) {
        buf_add_repeat(rich->blocks.out, "  |", *n_empty);
        buf_printf(rich->blocks.out, " %s |", text);
    }
    *n_empty = text[0] ? 0 : *n_empty + 1;
}

/* Empty cells at its end are not written, but for the first. */
static void write_row(struct rich *rich, struct rich_grid *grid,
                      const struct grid_row *row)
{
    size_t n = row->only ? 1 : row->n, n_empty = 0;
    begin_row(rich);
    for (size_t i = 0; i < n; i++)
        write_cell(rich, grid, row, i, &n_empty);
    if (n_empty == n)
        buf_add(rich->blocks.out, "  |");
    buf_add_char(rich->blocks.out, '\n');
}

/* In bold type as a whole. */
static bool is_bold(struct rich *rich, struct grid_cell *cell)
{
    const char *text = text_of(rich, cell);
    return strlen(text) > 4 && str_starts(text, "**") && str_ends(text, "**");
}

static bool has_wide_cell(const struct grid_row *row)
{
    for (size_t i = 1; i < row->n; i++)
        if (row->cells[i] && row->cells[i] == row->cells[i - 1])
            return true;
    return false;
}

/* Below a cell that spans columns bold type names them, too. */
static bool names_columns(struct rich *rich, const struct grid_row *row,
                          bool has_head, bool bold)
{
    bool names = has_head ? rich_grid_is_in(row->node, "thead") : !row->only;
    for (size_t i = 0; !has_head && i < row->n && names; i++)
        names = !row->cells[i] || xml_is(row->cells[i]->node, "th") ||
                (bold && is_bold(rich, row->cells[i]));
    return names;
}

/* How many rows name the columns: those of <thead>, or, without one, those of
 * <th> alone; at least the first, and not all. */
static size_t count_head_rows(struct rich *rich, const struct rich_grid *grid,
                              size_t first, size_t end)
{
    bool has_head = rich_grid_is_in(grid->rows[first].node, "thead");
    bool bold = has_wide_cell(&grid->rows[first]);
    size_t n = 0;
    while (first + n < end && n < MAX_HEAD_ROWS &&
           names_columns(rich, &grid->rows[first + n], has_head, bold))
        n++;
    return n == 0 || (!has_head && first + n == end) ? 1 : n;
}

/* "Dose" over "Morning" and "Night": "Dose, Morning" and "Dose, Night". */
static void write_name(struct rich *rich, const struct rich_grid *grid,
                       const struct grid_row *rows, size_t n_rows,
                       size_t column)
{
    const char *between = " ";
    for (size_t i = 0; i < n_rows; i++) {
        const struct grid_row *row = &rows[i];
        struct grid_cell *cell = column < row->n ? row->cells[column] : NULL;
        bool again = i > 0 && cell && column < row[-1].n &&
                     cell == row[-1].cells[column];
        if (!cell || again || !text_of(rich, cell)[0])
            continue;
        if (is_repeated(grid, row, column))
            note_cell(rich, LEDGER_REPEATED, "cell that spans others", cell);
        else if (i > 0)
            note_cell(rich, LEDGER_MOVED, "lower row of a head", cell);
        buf_printf(rich->blocks.out, "%s%s", between, cell->text);
        between = ", ";
    }
    buf_add(rich->blocks.out, " |");
}

static void write_head(struct rich *rich, const struct rich_grid *grid,
                       size_t first, size_t n_rows)
{
    begin_row(rich);
    for (size_t i = 0; i < grid->n_columns; i++)
        write_name(rich, grid, &grid->rows[first], n_rows, i);
    buf_add_char(rich->blocks.out, '\n');
    blocks_line(&rich->blocks);
    buf_add_repeat(rich->blocks.out, "|---", grid->n_columns);
    buf_add(rich->blocks.out, "|\n");
}

/* A wide cell above or below all others. */
static void write_paragraph(struct rich *rich, const struct grid_row *row)
{
    size_t n_before = rich->blocks.out->n_bytes;
    rich_write(rich, row->only);
    if (row->moved)
        conserve_note(rich->options->ledger, LEDGER_MOVED, "foot of a table",
                      rich->blocks.out->data + n_before,
                      rich->blocks.out->n_bytes - n_before);
}

static void write_grid(struct rich *rich, struct rich_grid *grid)
{
    size_t first = 0, end = grid->n_rows;
    while (first < end && grid->rows[first].only)
        write_paragraph(rich, &grid->rows[first++]);
    while (end > first && grid->rows[end - 1].only)
        end--;
    if (first < end) {
        rich_resume(rich);
        /* The blank line, then lines that begin themselves. */
        size_t opened = blocks_open(&rich->blocks, "", "");
        size_t n_head = count_head_rows(rich, grid, first, end);
        write_head(rich, grid, first, n_head);
        for (size_t i = first + n_head; i < end; i++)
            write_row(rich, grid, &grid->rows[i]);
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
    for (const xmlNode *row = rich_grid_next_row(table, NULL); row;
         row = rich_grid_next_row(table, row)) {
        size_t n = 0;
        for (const xmlNode *cell = row->children; cell; cell = cell->next)
            n += rich_grid_is_cell(cell) ? rich_grid_span(cell, "colspan") : 0;
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
    struct rich_grid *grid = mem_calloc(1, sizeof *grid);
    rich_grid_read(grid, table);
    write_grid(rich, grid);
    rich_grid_finish(grid);
}
